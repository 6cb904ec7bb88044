// Loaded before the unit tests: one seed for all property tests. Where CI says whether a change may land, they draw the same
// inputs each time, so that a change is not refused for what another one left to be found; everywhere else new ones.
import fc from 'fast-check';

const { CI, DOSSIER_SEED } = process.env;
const seed = Number(DOSSIER_SEED ?? (CI ? 20_261_127 : Date.now() % 0x7fffffff));
fc.configureGlobal({ seed });
console.log(`Property tests: DOSSIER_SEED=${seed}`);
