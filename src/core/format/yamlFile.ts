import { Composer, isAlias, isMap, isScalar, isSeq, LineCounter, Parser } from 'yaml';
import type { CST, Document, Node } from 'yaml';
import { NESTING, YAML_ALIASES } from './bounds';
import { quoted } from './problems';
import type { ProblemCollector, SourceRange, TextFile } from './problems';
import { readSimpleYaml } from './yamlSimple';
import type { YamlEntry, YamlNode } from './yamlNode';

/** YAML errors shown for one file; one slip often brings a train of others. */
const SHOWN_ERRORS = 5;

/** What is wrong by the YAML library's error codes, as a code of ours and a remedy. */
const REMEDIES: Readonly<Record<string, readonly [string, string]>> = {
  TAB_AS_INDENT: ['yaml-tab', 'Indent with spaces instead of tabs.'],
  DUPLICATE_KEY: ['duplicate-key', 'Keep one of them.'],
  BAD_INDENT: ['bad-yaml', 'Indent this line as the lines around it.'],
  MISSING_CHAR: ['bad-yaml', 'Close the quotation mark or bracket, or put a space after the colon.'],
  MULTILINE_IMPLICIT_KEY: ['bad-yaml', 'Put a colon and a space after the key, on the same line.'],
  BAD_SCALAR_START: ['bad-yaml', 'Put the text in quotation marks.'],
  BLOCK_AS_IMPLICIT_KEY: ['bad-yaml', 'Put the text in quotation marks; it has a colon in it.'],
  BAD_ALIAS: ['bad-yaml', 'Put the text in quotation marks; “*” begins an alias.'],
};

/** The place where collections nest deeper than the bound; without recursion, since depth is what it guards against. */
function tooDeepAt(tokens: readonly CST.Token[]): number | undefined {
  const stack: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const { token, depth } = entry;
    if (depth > NESTING) return token.offset;
    if (token.type === 'document') {
      if (token.value) stack.push({ token: token.value, depth });
    } else if ('items' in token) {
      for (const item of token.items) {
        if (item.key) stack.push({ token: item.key, depth: depth + 1 });
        if (item.value) stack.push({ token: item.value, depth: depth + 1 });
      }
    }
  }
  return undefined;
}

/** The value of a scalar; the schema makes all of them texts. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Turns the library's nodes into ours, following aliases up to the bound. */
class Converter {
  private followed = 0;

  constructor(
    private readonly document: Document,
    private readonly base: number,
    private readonly report: (range: SourceRange, code: string, message: string, remedy: string) => void,
  ) {}

  convert(node: Node | null, at: SourceRange, depth = 0): YamlNode {
    const range = node?.range ? this.rangeOf(node) : at;
    if (isAlias(node)) {
      this.followed++;
      // An alias may stand inside of what it names; the bounds end that too.
      if (this.followed > YAML_ALIASES || depth > NESTING) {
        if (this.followed === YAML_ALIASES + 1) {
          this.report(
            range,
            'too-many-aliases',
            `YAML aliases are followed more than ${YAML_ALIASES} times here.`,
            'Write the values out.',
          );
        }
        return { kind: 'scalar', value: '', isNull: true, ...range };
      }
      const target = node.resolve(this.document);
      return { ...this.convert(target ?? null, range, depth + 1), ...range };
    }
    if (isMap(node)) {
      const entries: YamlEntry[] = [];
      const seen = new Set<string>();
      for (const pair of node.items) {
        const keyNode = pair.key as Node | null;
        const keyRange = keyNode?.range ? this.rangeOf(keyNode) : range;
        const key = isScalar(keyNode) ? textOf(keyNode.value) : '';
        if (!isScalar(keyNode)) {
          this.report(
            keyRange,
            'bad-yaml',
            'The key here is not a text.',
            'Write a word, a colon and a value.',
          );
          continue;
        }
        if (seen.has(key)) {
          this.report(
            keyRange,
            'duplicate-key',
            `The key ${quoted(key)} stands here twice; the first one counts.`,
            'Keep one of them.',
          );
          continue;
        }
        seen.add(key);
        const end = { start: keyRange.end, end: keyRange.end };
        entries.push({ key, keyRange, value: this.convert(pair.value as Node | null, end, depth + 1) });
      }
      return { kind: 'map', entries, ...range };
    }
    if (isSeq(node)) {
      return {
        kind: 'list',
        items: node.items.map((item) => this.convert(item as Node | null, range, depth + 1)),
        ...range,
      };
    }
    const value = isScalar(node) ? textOf(node.value) : '';
    const isNull = !isScalar(node) || (node.type === 'PLAIN' && /^(?:~|null|Null|NULL|)$/.test(value));
    return { kind: 'scalar', value: isNull ? '' : value, isNull, ...range };
  }

  private rangeOf(node: Node): SourceRange {
    const [start, end] = node.range!;
    return { start: this.base + start, end: this.base + Math.max(start, end) };
  }
}

/**
 * Reads YAML (version 1.2) between two offsets of a file. Errors are reported with their place; what could be read in
 * spite of them comes back, `undefined` where there was nothing to keep. Work and depth are bounded.
 */
export function readYaml(
  file: TextFile,
  problems: ProblemCollector,
  base = 0,
  end = file.text.length,
): YamlNode | undefined {
  const text = base === 0 && end === file.text.length ? file.text : file.text.slice(base, end);
  const simple = readSimpleYaml(text, base);
  if (simple) return simple;
  const report = (range: SourceRange, code: string, message: string, remedy: string): void =>
    problems.report(file, range, { code, message, remedy });
  try {
    return readFullYaml(text, base, report);
  } catch (error) {
    // The library is not written for hostile files; whatever it stumbles over is a problem of the file.
    const message = error instanceof Error ? error.message : String(error);
    report(
      { start: base, end: base },
      'bad-yaml',
      `The YAML reader gave up: ${message}`,
      'Simplify the file.',
    );
    return undefined;
  }
}

function readFullYaml(
  text: string,
  base: number,
  report: (range: SourceRange, code: string, message: string, remedy: string) => void,
): YamlNode | undefined {
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const deep = tooDeepAt(tokens);
  if (deep !== undefined) {
    report(
      { start: base + deep, end: base + deep + 1 },
      'too-deep',
      `Lists and maps nest deeper than ${NESTING} here; the file is not read.`,
      'Take the nesting apart.',
    );
    return undefined;
  }
  // Only texts are wanted, so that no date, number or yes and no changes its spelling. Keys are compared below.
  const composer = new Composer({
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const documents = [...composer.compose(tokens, true, text.length)];
  const document = documents[0];
  if (!document) return undefined;
  const second = documents[1];
  if (second) {
    const start = base + second.range[0];
    report(
      { start, end: start },
      'yaml-documents',
      'A second YAML document begins here; it is not read.',
      'Remove the line “---”.',
    );
  }
  for (const error of document.errors.slice(0, SHOWN_ERRORS)) {
    const [code, remedy] = REMEDIES[error.code] ?? [
      'bad-yaml',
      'Correct the line; a value with special characters goes in quotation marks.',
    ];
    const [start, stop] = error.pos;
    report(
      { start: base + start, end: base + stop },
      code,
      `This is not valid YAML: ${error.message}`,
      remedy,
    );
  }
  const converter = new Converter(document, base, report);
  return converter.convert(document.contents, { start: base, end: base });
}
