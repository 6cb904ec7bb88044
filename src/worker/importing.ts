// Reading articles in other formats: brings the parsers of HTML and wikitext. Imported only by `import()`, so that it is
// evaluated when the first article comes.
export { detectFormat } from '../core/importing/detectFormat';
export { importArticle } from '../core/importing/importArticle';
export { chooseNames, mergeNames } from '../core/importing/names/chooseNames';
export { readSource } from '../core/importing/readSource';
export { dossierId, writeDossier } from '../core/importing/writeDossier';
