import type { DossierHead, Key, Name, Problem, Topic } from '../model';
import { MANIFEST_BYTES, NAMES_BYTES, TOPIC_BYTES, TOPICS } from './bounds';
import { decodeFile } from './decode';
import { FactIds, type PackedIds } from './factIds';
import type { DossierContext, NameKeys } from './facts';
import { UniqueIds } from './ids';
import { MANIFEST_FILE, NAMES_FILE, TOPIC_PATH } from './fileNames';
import { readManifest } from './manifest';
import type { Manifest } from './manifest';
import { makeNameFinder } from './nameSpans';
import type { FindNames } from './nameSpans';
import { readNames } from './namesFile';
import { ProblemCollector, shortened, TextFile } from './problems';
import { readTopic } from './topicFile';
import { say } from '../saying';

/** What is wrong with the file that was read. */
interface WithProblems {
  readonly problems: readonly Problem[];
}

export interface ManifestRead extends WithProblems {
  /** Absent where `dossier.yaml` is missing, unreadable, or without a valid id and title. */
  readonly head?: DossierHead;
  /** Whether topics read before are to be read again: the id, the language or the sources are others. */
  readonly concernsTopics: boolean;
}

export interface NamesRead extends WithProblems {
  readonly names: readonly Name[];
  /** Whether the file could be read without an error. */
  readonly areComplete: boolean;
}

/**
 * Reads the files of one dossier, first all, then again those that changed: a reader that is kept between saves reads
 * one topic without the others. `readManifest` comes first, then `readNames` or `useNames`, then topics, best in the order
 * of `topicOrder`: of two facts with the same id the one read first keeps it. Never throws for what is in a file.
 */
export class DossierReader {
  private manifest: Manifest | undefined;
  private manifestFile = new TextFile(MANIFEST_FILE, '');
  private manifestProblems = new ProblemCollector();
  private nameKeys: NameKeys = new Map<string, Key>();
  private areNamesComplete = true;
  private findNames: FindNames = () => [];
  private readonly factIds = new FactIds();

  constructor(private readonly findNamesFor: (names: readonly Name[]) => FindNames = makeNameFinder) {}

  /** Reads `dossier.yaml`; `undefined` where there is none. */
  readManifest(bytes: Uint8Array | undefined): ManifestRead {
    const before = this.manifest;
    const collector = new ProblemCollector();
    this.manifestProblems = collector;
    this.manifest = undefined;
    if (!bytes) {
      const range = { start: 0, end: 0 };
      collector.report(new TextFile(MANIFEST_FILE, ''), range, {
        code: 'missing-manifest',
        message: say`The dossier has no ${MANIFEST_FILE}.`,
        remedy: say`Make a file ${MANIFEST_FILE} with “format: 1”, “id: …” and “title: …”.`,
      });
    }
    const file = bytes && decodeFile(MANIFEST_FILE, bytes, MANIFEST_BYTES, collector);
    const manifest = file && readManifest(file, collector);
    if (!manifest) return { problems: collector.problems, concernsTopics: true };
    this.manifest = manifest;
    this.manifestFile = file;
    const { id, idRange, title, description, language, license, sources } = manifest;
    const head = {
      id,
      position: { file: MANIFEST_FILE, ...file.positionAt(idRange.start) },
      title,
      description,
      language,
      ...(license === undefined ? {} : { license }),
      sources,
    };
    const seen = (of: Manifest | undefined): string => JSON.stringify([of?.id, of?.language, of?.sources]);
    return { head, problems: collector.problems, concernsTopics: seen(before) !== seen(manifest) };
  }

  /** Reads `names.yaml`, which a dossier need not have. All topics are to be read again after it. */
  readNames(bytes: Uint8Array | undefined): NamesRead {
    const collector = new ProblemCollector();
    const file = bytes && decodeFile(NAMES_FILE, bytes, NAMES_BYTES, collector);
    const names = file ? readNames(file, collector, this.dossierId) : [];
    const areComplete = !collector.problems.some(({ severity }) => severity === 'error');
    const nameKeys = new Map<string, Key>(names.map((name) => [name.id, name.key]));
    this.useNames(nameKeys, areComplete, this.findNamesFor(names));
    return { names, areComplete, problems: collector.problems };
  }

  /** Takes names that were read before (`PackedNames.keysById`, say) with a finder for them. */
  useNames(nameKeys: NameKeys, areComplete: boolean, findNames: FindNames): void {
    this.nameKeys = nameKeys;
    this.areNamesComplete = areComplete;
    this.findNames = findNames;
  }

  /** The paths of all topics to read: those of the manifest in its order, then the others by name. */
  topicOrder(present: Iterable<string>): WithProblems & { readonly paths: readonly string[] } {
    const problems = new ProblemCollector(this.manifestProblems);
    const { manifest, manifestFile } = this;
    if (!manifest) return { paths: [], problems: [] };
    const there = new Set([...present].filter((path) => TOPIC_PATH.test(path)).sort());
    const paths: string[] = [];
    const listed = new Set<string>();
    for (const { path, range } of manifest.topics ?? []) {
      listed.add(path);
      if (there.has(path)) {
        paths.push(path);
      } else {
        problems.report(manifestFile, range, {
          code: 'missing-topic',
          message: say`There is no file “${shortened(path)}”.`,
          remedy: say`Make the file, or take it off the list.`,
        });
      }
    }
    for (const path of there) {
      if (listed.has(path)) continue;
      paths.push(path);
      if (manifest.topics) {
        problems.report(manifestFile, manifest.topicsRange, {
          severity: 'warning',
          code: 'unlisted-topic',
          message: say`The topic “${shortened(path)}” is not in the list; it is put at the end.`,
          remedy: say`Add “- ${path}” where it belongs.`,
        });
      }
    }
    if (paths.length > TOPICS) {
      problems.report(manifestFile, manifest.topicsRange, {
        code: 'too-many-topics',
        message: say`The dossier has ${paths.length} topics; only the first ${TOPICS} are read.`,
        remedy: say`Divide it into several dossiers.`,
      });
      paths.length = TOPICS;
    }
    return { paths, problems: problems.problems };
  }

  /** Reads a topic, also again. Absent where the file is no text; `path` is relative to the dossier's folder. */
  readTopic(path: string, bytes: Uint8Array): WithProblems & { readonly topic?: Topic } {
    const { manifest, nameKeys, areNamesComplete, factIds, findNames } = this;
    const problems = new ProblemCollector();
    factIds.forget(path);
    const file = manifest && decodeFile(path, bytes, TOPIC_BYTES, problems);
    if (!file) return { problems: problems.problems };
    const dossier: DossierContext = {
      dossier: manifest.id,
      sources: manifest.sources,
      nameKeys,
      areNamesComplete,
      factIds,
      // Derived ids depend on the topic, so numbers behind them are its own.
      derivedIds: new UniqueIds(factIds),
    };
    factIds.begin(path);
    const topic = readTopic(file, { dossier, language: manifest.language, findNames, problems });
    return { topic, problems: problems.problems };
  }

  /** Takes the ids of a topic that was read before and has not changed, so that no other may give them again. */
  knowTopic(path: string, ids: PackedIds): void {
    this.factIds.know(path, ids);
  }

  /** Sets the ids of a topic free, because its file is gone. */
  forgetTopic(path: string): void {
    this.factIds.forget(path);
  }

  private get dossierId(): string {
    return this.manifest?.id ?? '';
  }
}
