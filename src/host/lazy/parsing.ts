// Reading a dossier's files: brings the YAML and Markdown parsers. Imported only by `import()`; see esbuild.mjs.
export { listTopicFiles } from '../../core/format/listTopicFiles';
export { readDossier } from '../../core/format/readDossier';
// The parsers themselves, and the folding table, for what reads articles; see `sharedParsers` in esbuild.mjs.
export { decodeNamedCharacterReference } from 'decode-named-character-reference';
export { fromMarkdown } from 'mdast-util-from-markdown';
export { gfmTable } from 'micromark-extension-gfm-table';
export { stringify } from 'yaml';
export { fold } from '../../core/text/fold';
