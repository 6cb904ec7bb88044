import type { Dossier, Key, Name, Problem, Topic } from '../model';
import { MANIFEST_BYTES, NAMES_BYTES, TOPIC_BYTES, TOPICS } from './bounds';
import { decodeFile } from './decode';
import type { DossierContext } from './facts';
import { MANIFEST_FILE, NAMES_FILE, TOPIC_PATH } from './fileNames';
import { UniqueIds } from './ids';
import { readManifest } from './manifest';
import type { Manifest } from './manifest';
import { makeNameFinder } from './nameSpans';
import type { FindNames } from './nameSpans';
import { readNames } from './namesFile';
import { ProblemCollector, quoted, TextFile } from './problems';
import { readTopic } from './topicFile';

/** What reading a dossier gives: the dossier, as far as it could be read, and all that is wrong with its files. */
export interface ReadResult {
  /** Absent only where `dossier.yaml` is missing, unreadable, or without a valid id and title. */
  readonly dossier?: Dossier;
  readonly problems: readonly Problem[];
}

/** The paths of all topics to read: those of the manifest in its order, then the others by name. */
function topicPaths(
  files: ReadonlyMap<string, Uint8Array>,
  manifest: Manifest,
  manifestFile: TextFile,
  problems: ProblemCollector,
): string[] {
  const present = [...files.keys()].filter((path) => TOPIC_PATH.test(path)).sort();
  const paths: string[] = [];
  const listed = new Set<string>();
  for (const { path, range } of manifest.topics ?? []) {
    listed.add(path);
    if (files.has(path)) {
      paths.push(path);
    } else {
      problems.report(manifestFile, range, {
        code: 'missing-topic',
        message: `There is no file ${quoted(path)}.`,
        remedy: 'Make the file, or take it off the list.',
      });
    }
  }
  for (const path of present) {
    if (listed.has(path)) continue;
    paths.push(path);
    if (manifest.topics) {
      problems.report(manifestFile, manifest.topicsRange, {
        severity: 'warning',
        code: 'unlisted-topic',
        message: `The topic ${quoted(path)} is not in the list; it is put at the end.`,
        remedy: `Add “- ${path}” where it belongs.`,
      });
    }
  }
  if (paths.length > TOPICS) {
    problems.report(manifestFile, manifest.topicsRange, {
      code: 'too-many-topics',
      message: `The dossier has ${paths.length} topics; only the first ${TOPICS} are read.`,
      remedy: 'Divide it into several dossiers.',
    });
    paths.length = TOPICS;
  }
  return paths;
}

/**
 * Reads a dossier out of its files, whose paths are relative to its folder, with `/`. Never throws: everything wrong
 * becomes a problem with its place, and what is good is kept. A topic, name or fact that cannot be read leaves the
 * others. Work is bounded by the sizes in `bounds.ts`.
 */
export function readDossier(
  files: ReadonlyMap<string, Uint8Array>,
  findNamesFor: (names: readonly Name[]) => FindNames = makeNameFinder,
): ReadResult {
  const collector = new ProblemCollector();
  const { problems } = collector;
  const manifestBytes = files.get(MANIFEST_FILE);
  if (!manifestBytes) {
    collector.report(
      new TextFile(MANIFEST_FILE, ''),
      { start: 0, end: 0 },
      {
        code: 'missing-manifest',
        message: `The dossier has no ${MANIFEST_FILE}.`,
        remedy: `Make a file ${MANIFEST_FILE} with “format: 1”, “id: …” and “title: …”.`,
      },
    );
    return { problems };
  }
  const manifestFile = decodeFile(MANIFEST_FILE, manifestBytes, MANIFEST_BYTES, collector);
  const manifest = manifestFile && readManifest(manifestFile, collector);
  if (!manifest) return { problems };

  const namesBytes = files.get(NAMES_FILE);
  const namesFile = namesBytes && decodeFile(NAMES_FILE, namesBytes, NAMES_BYTES, collector);
  const names = namesFile ? readNames(namesFile, collector, manifest.id) : [];
  const nameKeys = new Map<string, Key>(names.map((name) => [name.id, name.key]));
  const factIds: DossierContext['factIds'] = new Map();
  const derivedIds = new UniqueIds(factIds);
  const areNamesComplete = !problems.some(
    ({ file, severity }) => file === NAMES_FILE && severity === 'error',
  );
  const context: DossierContext = {
    dossier: manifest.id,
    sources: manifest.sources,
    nameKeys,
    areNamesComplete,
    factIds,
    derivedIds,
  };
  const findNames = findNamesFor(names);

  const topics: Topic[] = [];
  for (const path of topicPaths(files, manifest, manifestFile, collector)) {
    const file = decodeFile(path, files.get(path)!, TOPIC_BYTES, collector);
    const topic =
      file &&
      readTopic(file, { dossier: context, language: manifest.language, findNames, problems: collector });
    if (topic) topics.push(topic);
  }
  const { id, title, description, language, license, sources } = manifest;
  return {
    dossier: {
      id,
      title,
      description,
      language,
      ...(license === undefined ? {} : { license }),
      sources,
      topics,
      names,
    },
    problems,
  };
}
