// The packs of the bundled dossiers, made by the build. Imported only by `import()`; see esbuild.mjs.
export { packs } from 'dossier:packs';
