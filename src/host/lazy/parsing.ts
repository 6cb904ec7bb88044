// Reading a dossier's files: brings the YAML and Markdown parsers. Imported only by `import()`; see esbuild.mjs.
export { listTopicFiles } from '../../core/format/listTopicFiles';
export { readDossier } from '../../core/format/readDossier';
