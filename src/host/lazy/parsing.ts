// Reading and writing a dossier's files: brings the YAML and Markdown parsers. Imported only by `import()`; see esbuild.mjs.
export { addFact } from '../../core/authoring/addFact';
export { addName } from '../../core/authoring/addName';
export { namePlaces, sourcePlaces } from '../../core/authoring/yamlPlaces';
export { listTopicFiles } from '../../core/format/listTopicFiles';
export { readDossier } from '../../core/format/readDossier';
