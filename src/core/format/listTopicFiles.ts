import { MANIFEST_BYTES } from './bounds';
import { decodeFile } from './decode';
import { readManifest } from './manifest';
import { ProblemCollector } from './problems';

/**
 * The paths of the topics that a `dossier.yaml` lists, for hosts that cannot list a folder. Empty where the file
 * lists none or cannot be read; `readDossier` reports why.
 */
export function listTopicFiles(manifest: Uint8Array): readonly string[] {
  const unreported = new ProblemCollector();
  const file = decodeFile('dossier.yaml', manifest, MANIFEST_BYTES, unreported);
  const topics = file && readManifest(file, unreported)?.topics;
  return topics?.map(({ path }) => path) ?? [];
}
