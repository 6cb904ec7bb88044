import { getNodeValue, parseTree, type Node, type ParseError } from 'jsonc-parser';
import { lineBreakOf, type Insertion } from '../authoring/insertion';
import { say } from '../saying';
import { BibliographyError, lineAt, type BibliographyEntry } from './bibFile';
import type { CslItem } from './cslItem';

/**
 * The entries of a CSL-JSON file: a list of objects with an `id`.
 * @throws {BibliographyError} where it is no JSON, or another JSON
 */
export function readCslJson(text: string): readonly BibliographyEntry[] {
  if (withoutMark(text).trim() === '') return [];
  return (listOf(text).children ?? []).map((node) => {
    const value: unknown = getNodeValue(node);
    if (typeof value !== 'object' || value === null || !('id' in value)) {
      throw new BibliographyError(
        say`Each entry of a CSL-JSON file is an object with an “id”.`,
        lineAt(text, node.offset),
      );
    }
    const { id } = value;
    if (typeof id !== 'string' && typeof id !== 'number') {
      throw new BibliographyError(say`The “id” of an entry is text or a number.`, lineAt(text, node.offset));
    }
    const field = (name: string): string | undefined => {
      const found: unknown = (value as Readonly<Record<string, unknown>>)[name];
      return typeof found === 'string' ? found : undefined;
    };
    return { key: String(id), url: field('URL'), doi: field('DOI'), title: field('title') };
  });
}

function listOf(text: string): Node {
  const errors: ParseError[] = [];
  const root = parseTree(withoutMark(text), errors, { disallowComments: true });
  const [error] = errors;
  if (error) throw new BibliographyError(say`This is no valid JSON.`, lineAt(text, error.offset));
  if (root?.type !== 'array') {
    throw new BibliographyError(say`A CSL-JSON file holds a list of entries in square brackets.`, 0);
  }
  return root;
}

/** A byte order mark is no JSON; as a space it keeps the offsets. */
const withoutMark = (text: string): string => text.replace(/^\ufeff/u, ' ');

/**
 * The insertion that adds an entry at the end of the list of a CSL-JSON file, laid out as the entries that are there.
 * @throws {BibliographyError} as {@link readCslJson} does
 */
export function addToCslJson(text: string, item: CslItem): Insertion {
  const lineBreak = lineBreakOf(text);
  if (withoutMark(text).trim() === '') {
    const written = indented(JSON.stringify(item, undefined, 2), '  ', lineBreak);
    return { offset: text.length, text: `[${lineBreak}${written}${lineBreak}]${lineBreak}` };
  }
  const root = listOf(text);
  const last = root.children?.at(-1);
  if (!last) {
    const written = indented(JSON.stringify(item, undefined, 2), '  ', lineBreak);
    return { offset: root.offset + 1, text: `${lineBreak}${written}${lineBreak}` };
  }
  const offset = last.offset + last.length;
  const before = text.slice(0, last.offset);
  const margin = /(?:^|[\n\r])([ \t]*)$/u.exec(before)?.[1];
  if (margin === undefined || !/[\n\r]/u.test(text.slice(root.offset, last.offset))) {
    // All on one line.
    return { offset, text: `, ${JSON.stringify(item)}` };
  }
  const isOnLines = /[\n\r]/u.test(text.slice(last.offset, offset));
  const step = /^\{\s*?[\n\r]+([ \t]+)/u.exec(text.slice(last.offset, offset))?.[1]?.slice(margin.length);
  const written = isOnLines
    ? JSON.stringify(item, undefined, step === undefined || step === '' ? '  ' : step)
    : JSON.stringify(item);
  return { offset, text: `,${lineBreak}${indented(written, margin, lineBreak)}` };
}

function indented(text: string, margin: string, lineBreak: string): string {
  return text
    .split('\n')
    .map((line) => margin + line)
    .join(lineBreak);
}
