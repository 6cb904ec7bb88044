// What somebody who writes a dossier uses, and nobody else. Imported only by `import()`; see esbuild.mjs.
export { addFactCommand } from '../addFactCommand';
export { addNameCommand } from '../addNameCommand';
export { registerIdNavigation } from '../idNavigation';
export { newDossierCommand } from '../newDossierCommand';
export { registerTopicCompletion } from '../topicCompletion';
