import type { Fact, FactDate, FilePosition, Key, Mark, NameSpan, Quantity, Topic } from '../model';

/**
 * A fact as compact JSON: what follows from the topic and the section is left out, names are numbers of the part's
 * table. Trailing fields that are empty are left out.
 */
export type FactCode = readonly [
  id: string,
  text: string,
  section: number,
  line: number,
  column: number,
  /** Start, end and name, or the names where a form is shared. */
  spans?: readonly (number | readonly number[])[] | 0,
  /** Absent where the names are the first ones of the spans, in order, each once. */
  names?: readonly number[] | 0,
  source?: string | 0,
  /** EDTF, start and end; both -1 where the author gave the date. */
  dates?: readonly (string | number)[] | 0,
  quantities?:
    | readonly (readonly [
        value: number,
        kind: number,
        unit: string,
        start: number,
        end: number,
        when?: string,
      ])[]
    | 0,
  marks?: readonly (readonly [start: number, end: number, kind: number, url?: string])[] | 0,
];

/** Fields that every fact has. */
const LEAST = 5;
const QUANTITY_KINDS = ['currency', 'percent', 'count'] as const;
const MARK_KINDS = ['emphasis', 'strong', 'code', 'link'] as const;

/** Numbers for the names of a part. */
export type NumberName = (key: Key) => number;

export function encodeFact(fact: Fact, section: number, numberOf: NumberName): FactCode {
  const spans: (number | readonly number[])[] = [];
  for (const { start, end, names } of fact.nameSpans) {
    spans.push(start, end, names.length === 1 ? numberOf(names[0]!) : names.map(numberOf));
  }
  const names = namesOfSpans(fact.nameSpans);
  const isDerived = names.length === fact.names.length && names.every((name, at) => name === fact.names[at]);
  const code: unknown[] = [
    fact.id,
    fact.text,
    section,
    fact.position.line,
    fact.position.column,
    orZero(spans),
    isDerived ? 0 : fact.names.map(numberOf),
    fact.source ?? 0,
    orZero(fact.dates.flatMap(({ edtf, start = -1, end = -1 }) => [edtf, start, end])),
    orZero(
      fact.quantities.map(({ value, kind, unit, start, end, when }) => [
        value,
        QUANTITY_KINDS.indexOf(kind),
        unit,
        start,
        end,
        ...(when === undefined ? [] : [when]),
      ]),
    ),
    orZero(
      fact.marks.map(({ start, end, kind, url }) => [
        start,
        end,
        MARK_KINDS.indexOf(kind),
        ...(url === undefined ? [] : [url]),
      ]),
    ),
  ];
  while (code.at(-1) === 0 && code.length > LEAST) code.pop();
  return code as unknown as FactCode;
}

function orZero(list: readonly unknown[]): readonly unknown[] | 0 {
  return list.length === 0 ? 0 : list;
}

/** The best name of each span, each once: what a fact is about unless its author said more. */
function namesOfSpans(spans: readonly NameSpan[]): Key[] {
  const names = new Set<Key>();
  for (const { names: found } of spans) if (found[0] !== undefined) names.add(found[0]);
  return [...names];
}

/** What decoding needs of the topic that the fact is in. */
export interface FactPlace {
  readonly topic: Pick<Topic, 'key' | 'dossier' | 'file'>;
  /** Key of a section by its number. */
  sectionKey(section: number): Key;
  /** Key of a name by its number. */
  nameKey(name: number): Key;
}

export function decodeFact(code: FactCode, place: FactPlace): Fact {
  const [id, text, section, line, column, spans, names, source, dates, quantities, marks] = code;
  const { topic } = place;
  const nameKey = (name: number): Key => place.nameKey(name);
  const nameSpans: NameSpan[] = [];
  if (spans) {
    for (let at = 0; at < spans.length; at += 3) {
      const found = spans[at + 2]!;
      nameSpans.push({
        start: spans[at] as number,
        end: spans[at + 1] as number,
        names: typeof found === 'number' ? [nameKey(found)] : found.map(nameKey),
      });
    }
  }
  const position: FilePosition = { file: topic.file, line, column };
  return {
    text,
    marks: listOf(marks).map(([start, end, kind, url]): Mark => ({
      start,
      end,
      kind: MARK_KINDS[kind]!,
      ...(url === undefined ? {} : { url }),
    })),
    key: `${topic.dossier}/${id}`,
    id,
    dossier: topic.dossier,
    topic: topic.key,
    section: place.sectionKey(section),
    nameSpans,
    names: names ? names.map(nameKey) : namesOfSpans(nameSpans),
    dates: dates ? decodeDates(dates) : [],
    quantities: listOf(quantities).map(([value, kind, unit, start, end, when]): Quantity => ({
      value,
      kind: QUANTITY_KINDS[kind]!,
      unit,
      start,
      end,
      ...(when === undefined ? {} : { when }),
    })),
    ...(source ? { source } : {}),
    position,
  };
}

function listOf<Item>(field: readonly Item[] | 0 | undefined): readonly Item[] {
  return field === undefined || field === 0 ? [] : field;
}

function decodeDates(dates: readonly (string | number)[]): FactDate[] {
  const decoded: FactDate[] = [];
  for (let at = 0; at < dates.length; at += 3) {
    const edtf = dates[at] as string;
    const start = dates[at + 1] as number;
    const end = dates[at + 2] as number;
    decoded.push(start < 0 ? { edtf } : { edtf, start, end });
  }
  return decoded;
}
