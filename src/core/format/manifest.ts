import type { LanguageTag, Source } from '../model';
import { Fields } from './fields';
import { TOPIC_PATH } from './fileNames';
import { ID_REMEDY, isId } from './ids';
import { didYouMean, shortened } from './problems';
import type { ProblemCollector, SourceRange, TextFile } from './problems';
import type { YamlNode } from './yamlNode';
import { readYaml } from './yamlFile';
import { say, type Saying } from '../saying';

/** What `dossier.yaml` says. */
export interface Manifest {
  readonly id: string;
  /** Where the id stands. */
  readonly idRange: SourceRange;
  readonly title: string;
  readonly description: string;
  readonly language: LanguageTag;
  readonly license?: string;
  readonly sources: readonly Source[];
  /** Paths of topics in the author's order; `undefined` where the file leaves the order open. */
  readonly topics?: readonly { readonly path: string; readonly range: SourceRange }[];
  /** Where to point for topics that the list does not name. */
  readonly topicsRange: SourceRange;
}

export const MANIFEST_KEYS = [
  'format',
  'id',
  'title',
  'description',
  'language',
  'license',
  'sources',
  'topics',
] as const;
const SOURCE_KEYS = ['id', 'title', 'url', 'license', 'retrieved'];

/** The path of a topic as `dossier.yaml` may write it: `history`, `history.md` or `topics/history.md`. */
function topicPath(text: string): string {
  const file = text.endsWith('.md') ? text : `${text}.md`;
  return file.startsWith('topics/') ? file : `topics/${file}`;
}

function isOutside(path: string): boolean {
  return /^[/~]|\\|^[A-Za-z][A-Za-z0-9+.-]*:|(?:^|\/)\.\.?(?:\/|$)/.test(path);
}

class ManifestReader {
  constructor(
    private readonly file: TextFile,
    private readonly problems: ProblemCollector,
    private readonly fields: Fields,
  ) {}

  /** An id that is there and well formed; reported otherwise. */
  id(fields: Fields, example: string): string | undefined {
    const id = fields.text('id');
    if (id === undefined) {
      fields.missing('id', say`Write “id: ${example}”.`);
    } else if (!isId(id)) {
      fields.report(fields.rangeOf('id'), {
        code: 'bad-id',
        message: say`“${shortened(id)}” is no id.`,
        remedy: ID_REMEDY,
      });
    } else {
      return id;
    }
    return undefined;
  }

  checkFormat(): void {
    const format = this.fields.text('format');
    if (format === undefined) {
      this.fields.missing('format', say`Write “format: 1”.`, 'warning');
    } else if (format !== '1') {
      this.fields.report(this.fields.rangeOf('format'), {
        code: 'unknown-format',
        message: say`The format “${shortened(format)}” is not known; the file is read as format 1.`,
        remedy: say`Write “format: 1”, or update Dossier.`,
      });
    }
  }

  sources(): Source[] {
    const sources: Source[] = [];
    const taken = new Set<string>();
    for (const item of this.fields.list('sources') ?? []) {
      const fields = this.asFields(item);
      const id = fields && this.id(fields, 'wp');
      if (!fields || id === undefined) continue;
      if (taken.has(id)) {
        fields.report(fields.rangeOf('id'), {
          code: 'duplicate-id',
          message: say`Another source has the id “${shortened(id)}” already; this one is left out.`,
          remedy: say`Give it an id of its own.`,
        });
        continue;
      }
      taken.add(id);
      const title = fields.text('title');
      if (title === undefined) {
        fields.missing('title', say`Write “title: …”, as it is to be cited.`, 'warning');
      }
      const url = fields.url('url');
      const license = fields.text('license');
      const retrieved = fields.date('retrieved');
      sources.push({
        id,
        title: title ?? id,
        ...(url === undefined ? {} : { url }),
        ...(license === undefined ? {} : { license }),
        ...(retrieved === undefined ? {} : { retrieved }),
      });
    }
    return sources;
  }

  private asFields(item: YamlNode): Fields | undefined {
    if (item.kind === 'map') return new Fields(this.file, this.problems, item, SOURCE_KEYS);
    this.problems.report(this.file, item, {
      code: 'bad-value',
      message: say`A source must be a map.`,
      remedy: say`Write “- id: …” with title, url, license and retrieved below it.`,
    });
    return undefined;
  }

  topics(): Manifest['topics'] {
    const items = this.fields.list('topics');
    if (!items) return undefined;
    const topics: { path: string; range: SourceRange }[] = [];
    const taken = new Set<string>();
    for (const item of items) {
      const text = item.kind === 'scalar' ? item.value.trim() : '';
      const path = topicPath(text);
      if (text === '') {
        this.reportTopic(
          item,
          'bad-value',
          say`A topic in the list must be a path.`,
          say`Write “- topics/history.md”.`,
        );
      } else if (isOutside(text)) {
        this.reportTopic(
          item,
          'path-outside',
          say`The path “${shortened(text)}” leads out of the dossier’s folder; it is not read.`,
          say`Put the topic into the folder “topics” and write “topics/name.md”.`,
        );
      } else if (!TOPIC_PATH.test(path)) {
        this.reportTopic(
          item,
          'bad-topic-path',
          say`“${shortened(text)}” is no place for a topic; topics stand right in the folder “topics”.`,
          say`Move the file there and write “topics/name.md”.`,
        );
      } else if (taken.has(path)) {
        this.reportTopic(
          item,
          'duplicate-topic',
          say`“${shortened(text)}” is in the list already.`,
          say`Remove one of the two.`,
        );
      } else {
        taken.add(path);
        topics.push({ path, range: item });
      }
    }
    return topics;
  }

  private reportTopic(range: SourceRange, code: string, message: Saying, remedy: Saying): void {
    this.problems.report(this.file, range, { code, message, remedy });
  }
}

/** Reads `dossier.yaml`. Without a valid id and a title there is no dossier, and the result is `undefined`. */
export function readManifest(file: TextFile, problems: ProblemCollector): Manifest | undefined {
  const node = readYaml(file, problems);
  if (node?.kind !== 'map') {
    problems.report(file, node ?? { start: 0, end: 0 }, {
      code: 'bad-manifest',
      message: say`dossier.yaml must be a map of keys and values.`,
      remedy: say`Begin with “format: 1”, “id: …” and “title: …”, each on a line of its own.`,
    });
    return undefined;
  }
  const fields = new Fields(file, problems, node, MANIFEST_KEYS);
  const reader = new ManifestReader(file, problems, fields);
  reader.checkFormat();
  const id = reader.id(fields, 'my-dossier');
  const title = fields.text('title');
  if (title === undefined) fields.missing('title', say`Write “title: …”, as it is to be shown.`);
  const language = fields.language('language');
  if (fields.entry('language') === undefined) {
    fields.missing(
      'language',
      say`Write “language: en”, or the tag of the language that the topics are in.`,
      'warning',
    );
  }
  const license = fields.text('license');
  const description = fields.text('description') ?? '';
  const sources = reader.sources();
  const topics = reader.topics();
  if (id === undefined || title === undefined) return undefined;
  return {
    id,
    idRange: fields.rangeOf('id'),
    title,
    description,
    language: language ?? 'en',
    ...(license === undefined ? {} : { license }),
    sources,
    ...(topics === undefined ? {} : { topics }),
    topicsRange: fields.entry('topics')?.keyRange ?? fields.rangeOf('topics'),
  };
}

/** The remedy for an id of a source that does not exist. */
export function sourceRemedy(id: string, sources: readonly Source[]): Saying {
  const known = sources.map((source) => source.id);
  const list =
    known.length === 0
      ? say`Add it to “sources” in dossier.yaml.`
      : say`Known sources are ${known.slice(0, 8).join(', ')}.`;
  return didYouMean(id, known, list);
}
