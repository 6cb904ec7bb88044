// Reading articles in other formats: brings the parsers of HTML and wikitext. Imported only by `import()`; see esbuild.mjs.
export { readSource } from '../../core/importing/readSource';
export { importArticle } from '../../core/importing/importArticle';
export { chooseNames, mergeNames } from '../../core/importing/names/chooseNames';
export { detectFormat } from '../../core/importing/detectFormat';
export { dossierId, writeDossier } from '../../core/importing/writeDossier';
