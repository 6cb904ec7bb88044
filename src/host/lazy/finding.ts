// Finding names: the index, the rules and the folding tables. Imported only by `import()`; see esbuild.mjs.
export { DocumentMentions } from '../../core/names/documentMentions';
export { FormPrefixes } from '../../core/names/formPrefixes';
export { NameFinder } from '../../core/names/nameFinder';
