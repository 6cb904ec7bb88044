/** The kind of panel that a reader is, under which VS Code keeps one across a reload of the window. */
export const READER_VIEW_TYPE = 'dossier.reader';
