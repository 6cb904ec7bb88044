import { findFence } from '../format/frontMatterFence';
import type { SourceRange } from '../format/problems';
import type { Attribute } from './attributes';
import { directivesBetween, type Directive } from './directives';
import { frontMatterSource, wordsIn } from './uses';

/**
 * What may stand at a place of a topic's file:
 * `name`, `source`: an id that refers to one; `factId`: the id that a fact is given; `when`: the time of a fact;
 * `attribute`: a further attribute of a directive; `directive`: a colon and perhaps the beginning of a word;
 * `frontMatterKey`: a key of the front matter; `directiveText`: a directive outside of its braces.
 */
export type TopicPlaceKind =
  'name' | 'source' | 'factId' | 'when' | 'attribute' | 'directive' | 'frontMatterKey' | 'directiveText';

/** What stands at a place of a topic's file, for completion and definition. The range is what a choice replaces. */
export interface TopicPlace extends SourceRange {
  readonly kind: TopicPlaceKind;
  /** What stands there. */
  readonly value: string;
  /** The directive around the place. */
  readonly directive?: Directive;
}

/** A paragraph is looked at for this many characters on either side. */
const REACH = 20_000;
const BLANK_LINE = /(?:\r?\n|\r(?!\n))[ \t]*(?:\r?\n|\r(?!\n))/g;

/** The paragraph around an offset, as far as it is looked at. */
function paragraphAround(text: string, offset: number): SourceRange {
  const from = Math.max(0, offset - REACH);
  const before = text.slice(from, offset);
  let start = from;
  for (const blank of before.matchAll(BLANK_LINE)) start = from + blank.index + blank[0].length;
  const after = text.slice(offset, offset + REACH);
  const end = offset + (/(?:\r?\n|\r(?!\n))[ \t]*[\r\n]/.exec(after)?.index ?? after.length);
  return { start, end };
}

function holds(range: SourceRange | undefined, offset: number): boolean {
  return range !== undefined && range.start <= offset && offset <= range.end;
}

/** The place in an attribute's value. */
function inAttribute(directive: Directive, attribute: Attribute, offset: number): TopicPlace | undefined {
  const { key, value, start, end } = attribute;
  const whole = { value, start, end, directive };
  if (directive.name === 'name') return key === 'id' ? { kind: 'name', ...whole } : undefined;
  switch (key) {
    case 'id':
      return { kind: 'factId', ...whole };
    case 'source':
    case 'when':
      return { kind: key, ...whole };
    case 'names': {
      const word = wordsIn(value, start).find((each) => holds(each, offset));
      if (word) return { kind: 'name', value: word.id, start: word.start, end: word.end, directive };
      return { kind: 'name', value: '', start: offset, end: offset, directive };
    }
    default:
      return undefined;
  }
}

function inDirective(text: string, directive: Directive, offset: number): TopicPlace | undefined {
  if (!holds(directive.braces, offset)) {
    const { start, end } = directive;
    return { kind: 'directiveText', value: '', start, end, directive };
  }
  const attribute = directive.attributes.find((each) => holds(each, offset));
  if (attribute) return inAttribute(directive, attribute, offset);
  // A key that is being written, up to the cursor: everything with a value is an attribute already.
  const word = /[\w-]*$/.exec(text.slice(directive.braces!.start, offset))?.[0] ?? '';
  const start = offset - word.length;
  const rest = /^[\w-]*/.exec(text.slice(offset, directive.braces!.end))?.[0].length ?? 0;
  const before = text[start - 1];
  if (before !== '{' && before !== ' ' && before !== '\t') return undefined;
  return { kind: 'attribute', value: word, start, end: offset + rest, directive };
}

function inFrontMatter(text: string, offset: number): TopicPlace | undefined {
  const source = frontMatterSource(text);
  if (source && holds(source, offset) && text[source.start - 1] !== ':') {
    return { kind: 'source', value: source.id, start: source.start, end: source.end };
  }
  const word = /(?:^|[\r\n])([\w-]*)$/.exec(text.slice(Math.max(0, offset - 200), offset))?.[1];
  const rest = /^[\w-]*(?=[\r\n]|$)/.exec(text.slice(offset, offset + 200))?.[0];
  if (word === undefined || rest === undefined) return undefined;
  return { kind: 'frontMatterKey', value: word, start: offset - word.length, end: offset + rest.length };
}

/**
 * What stands at an offset of a topic's file. Reads only the paragraph around it, or the front matter, up to a bound;
 * never throws.
 */
export function placeInTopic(text: string, offset: number): TopicPlace | undefined {
  const fence = findFence(text);
  if (fence && offset < fence.bodyStart) {
    return offset >= fence.start && offset <= fence.end ? inFrontMatter(text, offset) : undefined;
  }
  const paragraph = paragraphAround(text, offset);
  const start = Math.max(paragraph.start, fence?.bodyStart ?? 0);
  let place: TopicPlace | undefined;
  // Of directives in each other the inner one counts, which begins last.
  for (const directive of directivesBetween(text, start, paragraph.end)) {
    const isBehind = offset > directive.end || (offset === directive.end && text[offset - 1] === '}');
    if (directive.start < offset && !isBehind) place = inDirective(text, directive, offset) ?? place;
  }
  if (place) return place;
  const begun = /(?<![\p{Script=Latin}\p{N}:\\]):[a-z]*$/u.exec(
    text.slice(Math.max(start, offset - 40), offset),
  )?.[0];
  if (begun === undefined) return undefined;
  return { kind: 'directive', value: begun, start: offset - begun.length, end: offset };
}
