import { hashText } from '../format/ids';
import { NAME_KINDS, type Alias, type Key, type Name, type NameKind } from '../model';
import { orderNames, runOf, type OrderedGroup } from '../nameOrder';
import type { NameEntry, NameGroup } from '../shelf';
import { areBelow, areOffsets, Part, writePart, type PartKind } from './container';
import { decodeText, encodeJson, lowerBound, sortByHash, Texts, TextsWriter } from './texts';

/** The sections of a names part. */
const Section = {
  /** {@link Head} as JSON. */
  head: 0,
  ids: 1,
  idOffsets: 2,
  labels: 3,
  labelOffsets: 4,
  /** {@link NameCode} of each name as JSON. */
  rest: 5,
  restOffsets: 6,
  /** Place in `NAME_KINDS` of each name's kind. */
  kinds: 7,
  /** Hashes of the ids, sorted, and the place of each. */
  idHashes: 8,
  idPlaces: 9,
  /** The places of all names by kind, letter and label. */
  order: 10,
} as const;

const NAMES_PART: PartKind = { signature: 0x4e000001, sections: 11 };

interface Head {
  readonly dossier: string;
  readonly groups: readonly OrderedGroup[];
}

/** An alias: its text where nothing else is said of it. Flags: 1 exact case, 2 requires the full name, 4 demonym. */
type AliasCode = string | readonly [text: string, flags: number, language?: string];

/** A name without its id, label and kind. */
type NameCode = readonly [
  description: string,
  aliases?: readonly AliasCode[],
  labels?: Name['labels'],
  wikidata?: string,
];

function encodeAlias({ text, language, exactCase, requiresFullName, demonym }: Alias): AliasCode {
  const flags = (exactCase ? 1 : 0) | (requiresFullName ? 2 : 0) | (demonym ? 4 : 0);
  if (language !== undefined) return [text, flags, language];
  return flags === 0 ? text : [text, flags];
}

function decodeAlias(code: AliasCode): Alias {
  const [text, flags, language] = typeof code === 'string' ? [code, 0] : code;
  return {
    text,
    ...(language === undefined ? {} : { language }),
    exactCase: (flags & 1) !== 0,
    requiresFullName: (flags & 2) !== 0,
    demonym: (flags & 4) !== 0,
  };
}

function encodeRest({ description, aliases, labels, wikidata }: Name): NameCode {
  const code: [string, readonly AliasCode[], Name['labels'], string?] = [
    description,
    aliases.map(encodeAlias),
    labels,
  ];
  if (wikidata !== undefined) code.push(wikidata);
  else if (Object.keys(labels).length === 0) return aliases.length === 0 ? [description] : [code[0], code[1]];
  return code;
}

/** Encodes the names of a dossier into one buffer that `PackedNames` opens without decoding what is in it. */
export function encodeNames(dossier: string, names: readonly Name[]): ArrayBuffer {
  const ids = new TextsWriter(names.length * 16 + 64);
  const labels = new TextsWriter(names.length * 16 + 64);
  const rest = new TextsWriter(names.length * 64 + 64);
  for (const name of names) {
    ids.add(name.id);
    labels.add(name.label);
    rest.add(JSON.stringify(encodeRest(name)));
  }
  const byId = sortByHash(names.map(({ id }) => hashText(id)));
  const kinds = names.map(({ kind }) => kind);
  const { order, groups } = orderNames(
    names.map(({ label }) => label),
    kinds,
  );
  const head: Head = { dossier, groups };
  return writePart(NAMES_PART, [
    encodeJson(head),
    ids.bytes,
    ids.offsets,
    labels.bytes,
    labels.offsets,
    rest.bytes,
    rest.offsets,
    Uint8Array.from(kinds, (kind) => NAME_KINDS.indexOf(kind)),
    byId.hashes,
    byId.places,
    order,
  ]);
}

/** The names of a dossier in the buffer that `encodeNames` made; each is decoded when it is asked for, and not kept. */
export class PackedNames {
  readonly dossier: string;
  readonly count: number;
  private readonly groups: readonly OrderedGroup[];
  private readonly ids: Texts;
  private readonly labels: Texts;
  private readonly rest: Texts;
  private readonly kinds: Uint8Array;
  private readonly idHashes: Uint32Array;
  private readonly idPlaces: Uint32Array;
  private readonly order: Uint32Array;

  private constructor(
    private readonly part: Part,
    head: Head,
  ) {
    this.dossier = head.dossier;
    this.groups = head.groups;
    this.kinds = part.bytes(Section.kinds);
    this.count = this.kinds.length;
    this.ids = new Texts(part.bytes(Section.ids), part.words(Section.idOffsets));
    this.labels = new Texts(part.bytes(Section.labels), part.words(Section.labelOffsets));
    this.rest = new Texts(part.bytes(Section.rest), part.words(Section.restOffsets));
    this.idHashes = part.words(Section.idHashes);
    this.idPlaces = part.words(Section.idPlaces);
    this.order = part.words(Section.order);
  }

  /** Opens what `encodeNames` made; `undefined` where the buffer is of another version, cut short or changed. */
  static open(buffer: ArrayBuffer, isTrusted = false): PackedNames | undefined {
    const part = Part.open(buffer, NAMES_PART, isTrusted);
    if (!part || !(isTrusted || isSound(part))) return undefined;
    try {
      return new PackedNames(part, JSON.parse(decodeText(part.bytes(Section.head))) as Head);
    } catch {
      return undefined;
    }
  }

  get buffer(): ArrayBuffer {
    return this.part.all.buffer;
  }

  get checksum(): number {
    return this.part.checksum;
  }

  /** The name at a place, in the order of `names.yaml`; 0 to below `count`. */
  at(place: number): Name {
    const [description, aliases = [], labels = {}, wikidata] = JSON.parse(this.rest.at(place)) as NameCode;
    const id = this.ids.at(place);
    return {
      key: `${this.dossier}/${id}`,
      id,
      dossier: this.dossier,
      label: this.labels.at(place),
      kind: this.kindAt(place),
      description,
      aliases: aliases.map(decodeAlias),
      labels,
      ...(wikidata === undefined ? {} : { wikidata }),
    };
  }

  /** What a list shows of the name at a place. */
  entryAt(place: number): NameEntry {
    const key: Key = `${this.dossier}/${this.ids.at(place)}`;
    return { key, label: this.labels.at(place), kind: this.kindAt(place) };
  }

  /** The keys of the names by their ids; decodes nothing but ids. */
  get keysById(): { get(id: string): Key | undefined; keys(): Iterable<string> } {
    const { ids, count } = this;
    return {
      get: (id) => (this.placeOf(id) === undefined ? undefined : `${this.dossier}/${id}`),
      *keys() {
        for (let place = 0; place < count; place++) yield ids.at(place);
      },
    };
  }

  private kindAt(place: number): NameKind {
    return NAME_KINDS[this.kinds[place]!]!;
  }

  byId(id: string): Name | undefined {
    const place = this.placeOf(id);
    return place === undefined ? undefined : this.at(place);
  }

  private placeOf(id: string): number | undefined {
    const hash = hashText(id);
    for (let at = lowerBound(this.idHashes, hash); this.idHashes[at] === hash; at++) {
      const place = this.idPlaces[at]!;
      if (this.ids.at(place) === id) return place;
    }
    return undefined;
  }

  *all(): Iterable<Name> {
    for (let place = 0; place < this.count; place++) yield this.at(place);
  }

  nameGroups(): readonly NameGroup[] {
    return this.groups.map(({ kind, letter, count }) => ({ kind, letter, count }));
  }

  namesIn(kind: NameKind, letter: string, start?: number, end?: number): readonly NameEntry[] {
    const { from, to } = runOf(this.groups, kind, letter, start, end);
    return Array.from(this.order.subarray(from, to), (place) => this.entryAt(place));
  }
}

function isSound(part: Part): boolean {
  const kinds = part.bytes(Section.kinds);
  const count = kinds.length;
  return (
    areOffsets(part.words(Section.idOffsets), count, part.bytes(Section.ids).length) &&
    areOffsets(part.words(Section.labelOffsets), count, part.bytes(Section.labels).length) &&
    areOffsets(part.words(Section.restOffsets), count, part.bytes(Section.rest).length) &&
    kinds.every((kind) => kind < NAME_KINDS.length) &&
    [Section.idHashes, Section.idPlaces, Section.order].every((each) => part.words(each).length === count) &&
    areBelow(part.words(Section.idPlaces), count) &&
    areBelow(part.words(Section.order), count)
  );
}
