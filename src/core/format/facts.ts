import type { Fact, FactDate, Key, LanguageTag, NameSpan, Source } from '../model';
import { splitSentences } from '../text/sentences';
import type { TextRange } from '../text/sentences';
import { findDates } from '../values/dates';
import { isEdtf } from '../values/edtf';
import { findQuantities } from '../values/quantities';
import { EDTF_REMEDY } from './fields';
import type { FactIds } from './factIds';
import { derivedFactId, ID_REMEDY, isId } from './ids';
import type { UniqueIds } from './ids';
import { sourceRemedy } from './manifest';
import { didYouMean, shortened } from './problems';
import type { Finding, SourceRange } from './problems';
import { sliceRichText } from './richText';
import type { DirectiveSpan, InlineText, MarkdownContext } from './richText';
import { say } from '../saying';

/** Keys of the names by their ids. */
export interface NameKeys {
  get(id: string): Key | undefined;
  /** The ids. */
  keys(): Iterable<string>;
}

/** What facts of a dossier refer to, and what they share. */
export interface DossierContext {
  readonly dossier: string;
  readonly sources: readonly Source[];
  readonly nameKeys: NameKeys;
  /** Whether `names.yaml` could be read without an error. */
  readonly areNamesComplete: boolean;
  /** Where each explicit fact id of the dossier was given, so that none is given twice. */
  readonly factIds: FactIds;
  /** Numbers derived ids that are in `factIds` already. */
  readonly derivedIds: UniqueIds;
}

/** What a topic's facts share. */
export interface TopicContext extends MarkdownContext {
  readonly dossier: DossierContext;
  readonly topicId: string;
  readonly topicKey: Key;
  readonly language: LanguageTag;
  readonly source?: string;
  /** Facts whose names are still to be found, in reading order. */
  readonly drafts: FactDraft[];
}

/** A fact before the names in it are found. */
export interface FactDraft {
  readonly fact: { -readonly [Property in keyof Fact]: Fact[Property] };
  /** Where the author said which name it is. */
  readonly explicitSpans: readonly NameSpan[];
  /** Names that the author added, without a place in the text. */
  readonly explicitNames: readonly Key[];
}

export interface SectionContext {
  readonly id: string;
  readonly key: Key;
}

const FACT_ATTRIBUTES = ['id', 'when', 'source', 'names'] as const;
const NAME_ATTRIBUTES = ['id'] as const;

/** Where an attribute's value stands in the file; the whole directive where it cannot be told. */
function attributeRange(context: TopicContext, span: DirectiveSpan, key: string): SourceRange {
  const text = context.file.text.slice(span.attributesStart, span.source.end);
  const pattern = key === 'id' ? /(?:#|[\s{]id\s*=\s*["']?)/ : new RegExp(`[\\s{]${key}\\s*=\\s*["']?`);
  const match = pattern.exec(text);
  if (!match) return span.source;
  const start = span.attributesStart + match.index + match[0].length;
  const value = span.attributes[key] ?? '';
  return { start, end: Math.min(start + value.length, span.source.end) };
}

/** Makes the facts of one paragraph. */
class ParagraphReader {
  readonly facts: Fact[] = [];

  constructor(
    private readonly context: TopicContext,
    private readonly section: SectionContext,
    private readonly inline: InlineText,
  ) {}

  private report(range: SourceRange, finding: Finding): void {
    this.context.problems.report(this.context.file, range, finding);
  }

  read(): Fact[] {
    const { text, directives } = this.inline;
    let at = 0;
    for (const span of directives) {
      if (span.name !== 'fact') continue;
      this.readProse(at, span.start);
      // A full stop that stands behind the bracket belongs to the fact.
      const closing = /^[.!?…»”’"')\]]+(?=\s|$)/.exec(text.slice(span.end, span.end + 8))?.[0].length ?? 0;
      this.add({ start: span.start, end: span.end + closing }, span);
      at = span.end + closing;
    }
    this.readProse(at, text.length);
    return this.facts;
  }

  private readProse(start: number, end: number): void {
    const prose = this.inline.text.slice(start, end);
    if (!/[\p{L}\p{N}]/u.test(prose)) return;
    for (const sentence of splitSentences(prose, this.context.language)) {
      const range = { start: start + sentence.start, end: start + sentence.end };
      if (/[\p{L}\p{N}]/u.test(this.inline.text.slice(range.start, range.end))) this.add(range);
    }
  }

  private add(untrimmed: TextRange, directive?: DirectiveSpan): void {
    const raw = this.inline.text.slice(untrimmed.start, untrimmed.end);
    const start = untrimmed.start + (raw.length - raw.trimStart().length);
    const rich = sliceRichText(this.inline, start, start + raw.trim().length);
    const { context } = this;
    const { dossier, file } = context;
    const attributes = directive?.attributes ?? {};
    if (directive) this.checkAttributes(directive, FACT_ATTRIBUTES);
    const id = this.id(rich.text, directive);
    const explicitDates: FactDate[] = [];
    const when = directive && this.when(directive);
    if (when !== undefined) explicitDates.push({ edtf: when });
    const found = findDates(rich.text, context.language);
    const dates = [...explicitDates, ...found.filter((date) => date.edtf !== when)];
    const only = when ?? (found.length === 1 ? found[0]?.edtf : undefined);
    const quantities = findQuantities(rich.text, context.language, found, only);
    const source =
      attributes['source'] === undefined ? context.source : this.source(directive!, attributes['source']);
    const position = {
      file: file.path,
      ...file.positionAt(directive?.source.start ?? this.inline.sourceOffset(start)),
    };
    const fact: FactDraft['fact'] = {
      text: rich.text,
      marks: rich.marks,
      key: `${dossier.dossier}/${id}`,
      id,
      dossier: dossier.dossier,
      topic: context.topicKey,
      section: this.section.key,
      nameSpans: [],
      names: [],
      dates,
      quantities,
      ...(source === undefined ? {} : { source }),
      position,
    };
    this.facts.push(fact);
    context.drafts.push({
      fact,
      explicitSpans: this.nameSpans(start, start + rich.text.length),
      explicitNames: directive ? this.names(directive) : [],
    });
  }

  private checkAttributes(span: DirectiveSpan, known: readonly string[]): void {
    for (const key of Object.keys(span.attributes)) {
      if (known.includes(key)) continue;
      this.report(attributeRange(this.context, span, /^[\w-]+$/.test(key) ? key : 'id'), {
        severity: 'warning',
        code: 'unknown-attribute',
        message: say`A “:${span.name}” has no attribute “${shortened(key)}”; it is passed over.`,
        remedy: didYouMean(key, known, say`Known attributes are ${known.join(', ')}.`),
      });
    }
  }

  private id(text: string, directive: DirectiveSpan | undefined): string {
    const { context } = this;
    const { factIds } = context.dossier;
    const given = directive?.attributes['id'];
    const place = {
      file: context.file.path,
      line: context.file.positionAt(directive?.source.start ?? 0).line,
    };
    if (directive && given !== undefined) {
      const before = factIds.get(given);
      if (!isId(given)) {
        this.report(attributeRange(context, directive, 'id'), {
          code: 'bad-id',
          message: say`“${shortened(given)}” is no id.`,
          remedy: ID_REMEDY,
        });
      } else if (before) {
        this.report(attributeRange(context, directive, 'id'), {
          code: 'duplicate-id',
          message: say`The fact in ${before.file}, line ${before.line + 1}, has the id “${shortened(given)}” already; this one gets another.`,
          remedy: say`Give it an id of its own.`,
        });
      } else {
        factIds.set(given, place);
        return given;
      }
    }
    const derived = context.dossier.derivedIds.make(derivedFactId(context.topicId, this.section.id, text));
    factIds.set(derived, place);
    return derived;
  }

  private when(directive: DirectiveSpan): string | undefined {
    const when = directive.attributes['when'];
    if (when === undefined || isEdtf(when)) return when;
    this.report(attributeRange(this.context, directive, 'when'), {
      code: 'bad-date',
      message: say`“${shortened(when)}” is no EDTF date.`,
      remedy: EDTF_REMEDY,
    });
    return undefined;
  }

  private source(directive: DirectiveSpan, id: string): string | undefined {
    const { sources } = this.context.dossier;
    if (sources.some((source) => source.id === id)) return id;
    this.report(attributeRange(this.context, directive, 'source'), {
      code: 'unknown-source',
      message: say`There is no source “${shortened(id)}”.`,
      remedy: sourceRemedy(id, sources),
    });
    return this.context.source;
  }

  private nameKey(id: string, range: SourceRange): Key | undefined {
    const { nameKeys } = this.context.dossier;
    const key = nameKeys.get(id);
    // Where names.yaml is broken, a name that is missing is a consequence and no slip of its own.
    if (key !== undefined || !this.context.dossier.areNamesComplete) return key;
    this.report(range, {
      code: 'unknown-name',
      message: say`There is no name “${shortened(id)}” in names.yaml.`,
      remedy: didYouMean(id, nameKeys.keys(), say`Add it to names.yaml.`),
    });
    return undefined;
  }

  /** The names of the attribute `names`, divided by spaces or commas. */
  private names(directive: DirectiveSpan): Key[] {
    const value = directive.attributes['names'];
    if (value === undefined) return [];
    const range = attributeRange(this.context, directive, 'names');
    const keys: Key[] = [];
    for (const match of value.matchAll(/[^\s,]+/g)) {
      const start = range.start + match.index;
      const isExact = this.context.file.text.startsWith(match[0], start);
      const key = this.nameKey(match[0], isExact ? { start, end: start + match[0].length } : range);
      if (key !== undefined) keys.push(key);
    }
    return keys;
  }

  /** The `:name` directives in a run of the paragraph, as spans of the run. */
  private nameSpans(start: number, end: number): NameSpan[] {
    const spans: NameSpan[] = [];
    for (const span of this.inline.directives) {
      if (span.name !== 'name' || span.start < start || span.end > end) continue;
      this.checkAttributes(span, NAME_ATTRIBUTES);
      const id = span.attributes['id'];
      if (id === undefined) {
        this.report(span.source, {
          code: 'missing-id',
          message: say`This “:name” does not say which name it is.`,
          remedy: say`Write “:name[text]{#id}” with an id of names.yaml.`,
        });
        continue;
      }
      const key = this.nameKey(id, attributeRange(this.context, span, 'id'));
      if (key !== undefined) spans.push({ start: span.start - start, end: span.end - start, names: [key] });
    }
    return spans;
  }
}

/** The facts of a paragraph: what `:fact` directives hold, and each sentence of the prose between them. */
export function readFacts(context: TopicContext, section: SectionContext, inline: InlineText): Fact[] {
  return new ParagraphReader(context, section, inline).read();
}
