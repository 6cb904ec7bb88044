import { Composer, isAlias, isMap, isScalar, isSeq, LineCounter, Parser } from 'yaml';
import type { CST, Document, Node } from 'yaml';
import { NESTING, YAML_ALIASES } from './bounds';
import { shortened } from './problems';
import type { ProblemCollector, SourceRange, TextFile } from './problems';
import { readSimpleYaml } from './yamlSimple';
import type { YamlEntry, YamlNode } from './yamlNode';
import { say, type Saying } from '../saying';

/** YAML errors shown for one file; one slip often brings a train of others. */
const SHOWN_ERRORS = 5;

/** What is wrong by the YAML library's error codes, as a code of ours and a remedy. */
const REMEDIES: Readonly<Record<string, readonly [string, Saying]>> = {
  TAB_AS_INDENT: ['yaml-tab', say`Indent with spaces instead of tabs.`],
  DUPLICATE_KEY: ['duplicate-key', say`Keep one of them.`],
  BAD_INDENT: ['bad-yaml', say`Indent this line as the lines around it.`],
  MISSING_CHAR: ['bad-yaml', say`Close the quotation mark or bracket, or put a space after the colon.`],
  MULTILINE_IMPLICIT_KEY: ['bad-yaml', say`Put a colon and a space after the key, on the same line.`],
  BAD_SCALAR_START: ['bad-yaml', say`Put the text in quotation marks.`],
  BLOCK_AS_IMPLICIT_KEY: ['bad-yaml', say`Put the text in quotation marks; it has a colon in it.`],
  BAD_ALIAS: ['bad-yaml', say`Put the text in quotation marks; “*” begins an alias.`],
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

type Report = (range: SourceRange, code: string, message: Saying, remedy: Saying) => void;

/** The value of a scalar; the schema makes all of them texts. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Turns the library's nodes into ours, following aliases up to the bound. */
class Converter {
  private followed = 0;
  private hasReportedAliases = false;

  constructor(
    private readonly document: Document,
    private readonly base: number,
    private readonly report: Report,
    private readonly toSource: (at: number) => number,
  ) {}

  convert(node: Node | null, at: SourceRange, depth = 0): YamlNode {
    const range = node?.range ? this.rangeOf(node) : at;
    if (isAlias(node)) {
      this.followed++;
      // An alias may stand inside of what it names; the bounds end that too.
      if (this.followed > YAML_ALIASES || depth > NESTING) {
        if (!this.hasReportedAliases) {
          this.hasReportedAliases = true;
          this.report(
            range,
            'too-many-aliases',
            say`YAML aliases are followed more than ${YAML_ALIASES} times here.`,
            say`Write the values out.`,
          );
        }
        return { kind: 'scalar', value: '', isNull: true, ...range };
      }
      const target = node.resolve(this.document);
      if (!target) {
        this.report(
          range,
          'bad-yaml',
          say`There is no anchor “&${node.source}” above.`,
          REMEDIES['BAD_ALIAS']![1],
        );
      }
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
            say`The key here is not a text.`,
            say`Write a word, a colon and a value.`,
          );
          continue;
        }
        if (seen.has(key)) {
          this.report(
            keyRange,
            'duplicate-key',
            say`The key “${shortened(key)}” stands here twice; the first one counts.`,
            say`Keep one of them.`,
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
    return { start: this.base + this.toSource(start), end: this.base + this.toSource(Math.max(start, end)) };
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
  const report: Report = (range, code, message, remedy) =>
    problems.report(file, range, { code, message, remedy });
  try {
    return readFullYaml(text, base, report);
  } catch (error) {
    // The library is not written for hostile files; whatever it stumbles over is a problem of the file.
    const message = error instanceof Error ? error.message : String(error);
    report(
      { start: base, end: base },
      'bad-yaml',
      say`The YAML reader gave up: ${message}`,
      say`Simplify the file.`,
    );
    return undefined;
  }
}

/** Reads YAML with the library, which knows all of it. For tests, and for what {@link readSimpleYaml} leaves. */
export function readFullYaml(
  text: string,
  base: number,
  report: Report,
  toSource = (at: number): number => at,
): YamlNode | undefined {
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const deep = tooDeepAt(tokens);
  if (deep !== undefined) {
    report(
      { start: base + deep, end: base + deep + 1 },
      'too-deep',
      say`Lists and maps nest deeper than ${NESTING} here; the file is not read.`,
      say`Take the nesting apart.`,
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
      say`A second YAML document begins here; it is not read.`,
      say`Remove the line “---”.`,
    );
  }
  if (document.errors.length > 0 && text.includes('\t')) {
    const tabs = indentTabs(text);
    if (tabs.length > 0) return readWithoutTabs(text, tabs, base, report);
  }
  for (const error of document.errors.slice(0, SHOWN_ERRORS)) {
    const [code, remedy] = REMEDIES[error.code] ?? [
      'bad-yaml',
      say`Correct the line; a value with special characters goes in quotation marks.`,
    ];
    const [start, stop] = error.pos;
    report(
      { start: base + toSource(start), end: base + toSource(stop) },
      code,
      say`This is not valid YAML: ${error.message}`,
      remedy,
    );
  }
  const converter = new Converter(document, base, report, toSource);
  return converter.convert(document.contents, { start: base, end: base });
}

/** Offsets of the tabs before the content of lines. */
function indentTabs(text: string): number[] {
  const tabs: number[] = [];
  for (const match of text.matchAll(/^[ \t]*\t[ \t]*/gm)) {
    for (let index = 0; index < match[0].length; index++) {
      if (match[0][index] === '\t') tabs.push(match.index + index);
    }
  }
  return tabs;
}

/** Reports tabs and reads the text as if each were two spaces, so that one slip does not cost the whole file. */
function readWithoutTabs(
  text: string,
  tabs: readonly number[],
  base: number,
  report: Report,
): YamlNode | undefined {
  const [code, remedy] = REMEDIES['TAB_AS_INDENT']!;
  for (const tab of tabs.slice(0, SHOWN_ERRORS)) {
    report(
      { start: base + tab, end: base + tab + 1 },
      code,
      say`YAML does not allow a tab before the content of a line.`,
      remedy,
    );
  }
  const tabSet = new Set(tabs);
  const expanded = text.replace(/\t/g, (tab, offset: number) => (tabSet.has(offset) ? '  ' : tab));
  // Each tab before a place made the text one longer there.
  const toSource = (at: number): number => {
    let low = 0;
    let high = tabs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tabs[middle]! + middle < at) low = middle + 1;
      else high = middle;
    }
    return at - low;
  };
  return readFullYaml(expanded, base, report, toSource);
}
