import type { LanguageTag } from '../model';
import { Fields } from './fields';
import { findFence, FRONT_MATTER_KEYS } from './frontMatterFence';
import type { ProblemCollector, SourceRange, TextFile } from './problems';
import { readYaml } from './yamlFile';
import { say } from '../saying';

/** What stands at the head of a topic, and where its Markdown begins. */
export interface FrontMatter {
  readonly title?: string;
  readonly summary?: string;
  readonly source?: { readonly id: string; readonly range: SourceRange };
  readonly language?: LanguageTag;
  /** Offset in the file. */
  readonly bodyStart: number;
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
        message: say`The front matter that begins here never closes.`,
        remedy: say`Put a line of three hyphens below its last key.`,
      },
    );
  }
  const node = readYaml(file, problems, fence.start, fence.end);
  const { bodyStart } = fence;
  if (node === undefined || (node.kind === 'scalar' && node.isNull)) return { bodyStart };
  if (node.kind !== 'map') {
    problems.report(file, node, {
      code: 'bad-front-matter',
      message: say`The front matter must be a map of keys and values.`,
      remedy: say`Write lines such as “title: History”.`,
    });
    return { bodyStart };
  }
  const fields = new Fields(file, problems, node, FRONT_MATTER_KEYS);
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
