import type { LanguageTag } from '../model';
import { FRONT_MATTER_LENGTH } from './bounds';
import { Fields } from './fields';
import type { ProblemCollector, SourceRange, TextFile } from './problems';
import { readYaml } from './yamlFile';

export const FRONT_MATTER_KEYS = ['title', 'summary', 'source', 'language'] as const;

/** What stands at the head of a topic, and where its Markdown begins. */
export interface FrontMatter {
  readonly title?: string;
  readonly summary?: string;
  readonly source?: { readonly id: string; readonly range: SourceRange };
  readonly language?: LanguageTag;
  /** Offset in the file. */
  readonly bodyStart: number;
}

interface Fence {
  readonly start: number;
  readonly end: number;
  readonly bodyStart: number;
  readonly isClosed: boolean;
}

/** Where the YAML between two lines of three hyphens stands; `undefined` where the file does not begin with one. */
function findFence(text: string): Fence | undefined {
  const opening = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text)?.[0];
  if (opening === undefined) return undefined;
  const start = opening.length;
  const closing = /(?:^|\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/.exec(
    text.slice(start, start + FRONT_MATTER_LENGTH),
  );
  if (closing) {
    return {
      start,
      end: start + closing.index,
      bodyStart: start + closing.index + closing[0].length,
      isClosed: true,
    };
  }
  // Never closed: the lines that look like keys are taken for front matter, so that the prose below is kept.
  const lines = /^(?:(?:[\w-]+:(?:[ \t].*)?|[ \t]+.*|#.*)(?:\r\n|\n|\r|$))*/.exec(
    text.slice(start, start + FRONT_MATTER_LENGTH),
  );
  const end = start + (lines?.[0].length ?? 0);
  return { start, end, bodyStart: end, isClosed: false };
}

/** Reads the front matter of a topic. Never fails: what cannot be read is reported and left out. */
export function readFrontMatter(file: TextFile, problems: ProblemCollector): FrontMatter {
  const fence = findFence(file.text);
  if (!fence) return { bodyStart: 0 };
  if (!fence.isClosed) {
    problems.report(
      file,
      { start: 0, end: 3 },
      {
        code: 'unclosed-front-matter',
        message: 'The front matter that begins here never closes.',
        remedy: 'Put a line of three hyphens below its last key.',
      },
    );
  }
  const node = readYaml(file, problems, fence.start, fence.end);
  const { bodyStart } = fence;
  if (node === undefined || (node.kind === 'scalar' && node.isNull)) return { bodyStart };
  if (node.kind !== 'map') {
    problems.report(file, node, {
      code: 'bad-front-matter',
      message: 'The front matter must be a map of keys and values.',
      remedy: 'Write lines such as “title: History”.',
    });
    return { bodyStart };
  }
  const fields = new Fields(file, problems, node, 'topic', FRONT_MATTER_KEYS);
  const title = fields.text('title');
  const summary = fields.text('summary');
  const source = fields.text('source');
  const language = fields.language('language');
  return {
    ...(title === undefined ? {} : { title }),
    ...(summary === undefined ? {} : { summary }),
    ...(source === undefined ? {} : { source: { id: source, range: fields.rangeOf('source') } }),
    ...(language === undefined ? {} : { language }),
    bodyStart,
  };
}
