import { findFence } from '../format/frontMatterFence';
import type { SourceRange } from '../format/problems';
import { directivesIn, type Directive } from './directives';

/** What an id in a topic refers to. */
export type ReferenceKind = 'name' | 'source';

/** An id in a topic that refers to a name or a source. */
export interface Reference extends SourceRange {
  readonly kind: ReferenceKind;
  readonly id: string;
}

/** Divides `names="a b"` into its ids, with where each stands. */
export function wordsIn(value: string, start: number): readonly { id: string; start: number; end: number }[] {
  return [...value.matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => ({
    id,
    start: start + index,
    end: start + index + id.length,
  }));
}

/** The ids of names and sources that a directive refers to. */
export function referencesOf(directive: Directive): readonly Reference[] {
  return directive.attributes.flatMap(({ key, value, start, end }): readonly Reference[] => {
    if (directive.name === 'name') {
      return key === 'id' && value !== '' ? [{ kind: 'name', id: value, start, end }] : [];
    }
    if (key === 'source' && value !== '') return [{ kind: 'source', id: value, start, end }];
    return key === 'names' ? wordsIn(value, start).map((word) => ({ kind: 'name' as const, ...word })) : [];
  });
}

/** The `source` in a topic's front matter; its value may be empty while it is being written. */
export function frontMatterSource(text: string): Reference | undefined {
  const fence = findFence(text);
  const match = fence && /^(source:[ \t]*)([^\r\n]*)/m.exec(text.slice(fence.start, fence.end));
  if (!match) return undefined;
  const [, head = '', rest = ''] = match;
  const quote = /^["']/.exec(rest)?.[0];
  const value = quote === undefined ? rest.split(/[ \t]#|^#/, 1)[0]! : rest.slice(1).split(quote, 1)[0]!;
  const id = quote === undefined ? value.trimEnd() : value;
  const start = fence.start + match.index + head.length + (quote === undefined ? 0 : 1);
  return { kind: 'source', id, start, end: start + id.length };
}

/** Everywhere a topic's file refers to a name or a source by its id, in order. */
export function usesIn(text: string, kind: ReferenceKind, id: string): readonly SourceRange[] {
  if (id === '' || !text.includes(id)) return [];
  const front = kind === 'source' ? frontMatterSource(text) : undefined;
  return [...(front ? [front] : []), ...directivesIn(text).flatMap(referencesOf)]
    .filter((reference) => reference.kind === kind && reference.id === id)
    .map(({ start, end }) => ({ start, end }));
}
