// What is built on the search library. Imported only by `import()`; see esbuild.mjs.
export { NearMissFinder } from '../../core/names/nearMisses';
export { checking } from '../../core/pack/container';
export { fingerprintOf } from '../../core/search/fingerprint';
export { marksIn } from '../../core/search/marks';
export { SearchIndex } from '../../core/search/searchIndex';
