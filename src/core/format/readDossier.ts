import type { Dossier, Name, Problem, Topic } from '../model';
import { DossierReader } from './dossierReader';
import { MANIFEST_FILE, NAMES_FILE } from './fileNames';
import type { FindNames } from './nameSpans';

/** What reading a dossier gives: the dossier, as far as it could be read, and all that is wrong with its files. */
export interface ReadResult {
  /** Absent only where `dossier.yaml` is missing, unreadable, or without a valid id and title. */
  readonly dossier?: Dossier;
  readonly problems: readonly Problem[];
}

/**
 * Reads a dossier out of its files, whose paths are relative to its folder, with `/`. Never throws: everything wrong
 * becomes a problem with its place, and what is good is kept. A topic, name or fact that cannot be read leaves the
 * others. Work is bounded by the sizes in `bounds.ts`.
 */
export function readDossier(
  files: ReadonlyMap<string, Uint8Array>,
  findNamesFor?: (names: readonly Name[]) => FindNames,
): ReadResult {
  const reader = new DossierReader(findNamesFor);
  const { head, problems: ofManifest } = reader.readManifest(files.get(MANIFEST_FILE));
  if (!head) return { problems: ofManifest };
  const { names, problems: ofNames } = reader.readNames(files.get(NAMES_FILE));
  const { paths, problems: ofOrder } = reader.topicOrder(files.keys());
  const problems: Problem[] = [...ofManifest, ...ofNames, ...ofOrder];
  const topics: Topic[] = [];
  for (const path of paths) {
    const { topic, problems: ofTopic } = reader.readTopic(path, files.get(path)!);
    problems.push(...ofTopic);
    if (topic) topics.push(topic);
  }
  return { dossier: { ...head, topics, names }, problems };
}
