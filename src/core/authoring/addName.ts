import type { Name, NameKind, Problem } from '../model';
import { NAMES_FILE } from '../format/fileNames';
import { readNames } from '../format/namesFile';
import { ProblemCollector, TextFile } from '../format/problems';
import { readYaml } from '../format/yamlFile';
import type { YamlList, YamlNode } from '../format/yamlNode';
import { insert, lineBreakOf, oneLine, type Insertion } from './insertion';
import { newId } from './newId';
import { yamlText } from './yamlText';

/** A name that is to be added. */
export interface NewName {
  readonly label: string;
  readonly kind: NameKind;
  readonly description?: string;
  readonly aliases?: readonly string[];
}

/** The edit that adds a name, with the id it was given; or why there is none. */
export type AddedName =
  | { readonly id: string; readonly edit: Insertion }
  | {
      /** `no-label`: nothing is left of the label. `no-list`: the file holds something else. `broken`: see the problem. */
      readonly refused: 'no-label' | 'no-list' | 'broken';
      readonly problem?: Problem;
    };

interface Reading {
  readonly names: readonly Name[];
  readonly problems: readonly Problem[];
}

function read(text: string): Reading {
  const collector = new ProblemCollector();
  const names = readNames(new TextFile(NAMES_FILE, text), collector, '');
  return { names, problems: collector.problems };
}

/** The lines of an entry of a block list, the first one without its hyphen. */
function entryLines(id: string, { label, kind, description = '', aliases = [] }: NewName): string[] {
  const texts = aliases.map(oneLine).filter((alias) => alias !== '');
  return [
    `id: ${yamlText(id)}`,
    `label: ${yamlText(label)}`,
    `kind: ${kind}`,
    ...(description === '' ? [] : [`description: ${yamlText(description)}`]),
    ...(texts.length === 0 ? [] : ['aliases:', ...texts.map((alias) => `  - ${yamlText(alias)}`)]),
  ];
}

/** The same on one line, for a list in brackets. */
function flowEntry(id: string, { label, kind, description = '', aliases = [] }: NewName): string {
  const texts = aliases.map(oneLine).filter((alias) => alias !== '');
  return `{ ${[
    `id: ${yamlText(id)}`,
    `label: ${yamlText(label)}`,
    `kind: ${kind}`,
    ...(description === '' ? [] : [`description: ${yamlText(description)}`]),
    ...(texts.length === 0 ? [] : [`aliases: [${texts.map(yamlText).join(', ')}]`]),
  ].join(', ')} }`;
}

/** The indent of a block list's hyphens, and what stands from a hyphen to its content, as the last entry has them. */
function styleOf(text: string, list: YamlList | undefined): { indent: string; hyphen: string } {
  const item = list?.items.at(-1);
  if (item?.kind !== 'map') return { indent: '', hyphen: '- ' };
  const lineStart =
    Math.max(text.lastIndexOf('\n', item.start - 1), text.lastIndexOf('\r', item.start - 1)) + 1;
  const match = /^( *)(- +)$/.exec(text.slice(lineStart, item.start));
  if (match) return { indent: match[1]!, hyphen: match[2]! };
  // The entry begins on the line below its hyphen, or is unusual: only the list's own indent counts.
  const start = list!.start;
  const indent = /(?:^|[\r\n])( *)$/.exec(text.slice(Math.max(0, start - 200), start))?.[1] ?? '';
  return { indent, hyphen: '- ' };
}

function blockEdit(
  text: string,
  list: YamlList | undefined,
  at: number,
  lines: readonly string[],
): Insertion {
  const lineBreak = lineBreakOf(text);
  const { indent, hyphen } = styleOf(text, list);
  const inner = indent + ' '.repeat(hyphen.length);
  const entry = lines.map((line, index) => (index === 0 ? indent + hyphen : inner) + line).join(lineBreak);
  const isLineStart = at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r';
  if (isLineStart) return { offset: at, text: entry + lineBreak };
  return { offset: at, text: lineBreak + entry };
}

/** The places in a block list at which an entry may go, best first: the end of the file, then behind the last entry. */
function* blockEdits(
  text: string,
  list: YamlList | undefined,
  lines: readonly string[],
): Generator<Insertion> {
  yield blockEdit(text, list, text.length, lines);
  // A mark that ends the document (`...`), or a second document, has the list end before it.
  const mark = /^(?:\.\.\.|---)(?=\s|$)/gm;
  mark.lastIndex = list ? list.end : /^---(?=\s|$)/.test(text) ? 3 : 0;
  const end = mark.exec(text)?.index;
  if (end !== undefined) yield blockEdit(text, list, end, lines);
}

/** Inside of the brackets of a list in flow style. */
function* flowEdits(text: string, list: YamlList, entry: string): Generator<Insertion> {
  const close = text.lastIndexOf(']', list.end - 1);
  if (close < list.start) return;
  const inner = text.slice(list.start + 1, close);
  const trimmed = inner.trimEnd();
  const offset = list.start + 1 + trimmed.length;
  if (list.items.length === 0) yield { offset: close, text: entry };
  else if (trimmed.endsWith(',')) yield { offset, text: ` ${entry}` };
  else yield { offset, text: `, ${entry}` };
  // A comment behind the last entry would swallow what follows it on its line.
  const lineBreak = lineBreakOf(text);
  yield { offset: close, text: `${lineBreak}${list.items.length === 0 ? '' : ', '}${entry}${lineBreak}` };
  yield { offset: close, text: `${lineBreak}${entry}${lineBreak}` };
}

/** Whether an edit gives the old names and the new one, and no more problems than before. */
function isRight(text: string, edit: Insertion, before: Reading, id: string, wanted: NewName): boolean {
  const after = read(insert(text, edit));
  const added = after.names.at(-1);
  return (
    after.names.length === before.names.length + 1 &&
    after.problems.length <= before.problems.length &&
    added?.id === id &&
    added.label === wanted.label &&
    added.kind === wanted.kind &&
    added.description === (wanted.description ?? '') &&
    JSON.stringify(after.names.slice(0, -1)) === JSON.stringify(before.names)
  );
}

/** The ids that a file's names have, also those of entries that cannot be read otherwise. */
function idsIn(node: YamlNode | undefined): Set<string> {
  const ids = new Set<string>();
  for (const item of node?.kind === 'list' ? node.items : []) {
    if (item.kind !== 'map') continue;
    const id = item.entries.find((entry) => entry.key === 'id')?.value;
    if (id?.kind === 'scalar') ids.add(id.value.trim());
  }
  return ids;
}

/**
 * The edit that adds a name at the end of a names.yaml. Nothing that stands in the file changes: comments, order, line
 * breaks and indents stay. Each edit is proven by reading the file with it: it must give the old names, the new one and
 * no new problem; where none does, the name is refused with what is in the way.
 */
export function addName(text: string, name: NewName): AddedName {
  const wanted: NewName = {
    ...name,
    label: oneLine(name.label),
    description: oneLine(name.description ?? ''),
  };
  if (wanted.label === '') return { refused: 'no-label' };
  const node = readYaml(new TextFile(NAMES_FILE, text), new ProblemCollector());
  const list = node?.kind === 'list' ? node : undefined;
  if (node && !list && !(node.kind === 'scalar' && node.isNull)) return { refused: 'no-list' };
  const id = newId(wanted.label, wanted.kind, idsIn(node));
  const before = read(text);
  const isFlow = list !== undefined && text[list.start] === '[';
  const edits = isFlow
    ? flowEdits(text, list, flowEntry(id, wanted))
    : blockEdits(text, list, entryLines(id, wanted));
  for (const edit of edits) if (isRight(text, edit, before, id, wanted)) return { id, edit };
  const problem = before.problems.find(({ severity }) => severity === 'error') ?? before.problems[0];
  return { refused: 'broken', ...(problem && { problem }) };
}
