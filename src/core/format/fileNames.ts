/** What the files of a dossier are called. */
export const MANIFEST_FILE = 'dossier.yaml';
export const NAMES_FILE = 'names.yaml';
/** Where the topics are. */
export const TOPICS_FOLDER = 'topics';
/** What a topic's file is called: below `topics/`, without folders of its own. */
export const TOPIC_PATH = /^topics\/[^/\\]+\.md$/;
