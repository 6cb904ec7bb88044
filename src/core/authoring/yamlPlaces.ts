import { MANIFEST_FILE, NAMES_FILE } from '../format/fileNames';
import { ProblemCollector, TextFile, type SourceRange } from '../format/problems';
import { readYaml } from '../format/yamlFile';
import type { YamlEntry, YamlMap, YamlNode } from '../format/yamlNode';

/** An entry of names.yaml, or of the sources of dossier.yaml, with where its id and its words stand. */
export interface EntryPlace {
  readonly id: string;
  /** The id's value. */
  readonly idRange: SourceRange;
  /** The whole entry. */
  readonly range: SourceRange;
  /** The label of a name, the title of a source. */
  readonly label: string;
  readonly labelRange?: SourceRange;
  /** The kind of a name. */
  readonly kind?: string;
  /** The description of a name, the address of a source. */
  readonly detail?: string;
}

function scalar(entries: readonly YamlEntry[], key: string): (SourceRange & { value: string }) | undefined {
  const value = entries.find((entry) => entry.key === key)?.value;
  return value?.kind === 'scalar' && value.value.trim() !== ''
    ? { value: value.value.trim(), start: value.start, end: value.end }
    : undefined;
}

function entryPlace(item: YamlMap, labelKey: string, detailKey: string): EntryPlace | undefined {
  const id = scalar(item.entries, 'id');
  if (!id) return undefined;
  const label = scalar(item.entries, labelKey);
  const kind = scalar(item.entries, 'kind')?.value;
  const detail = scalar(item.entries, detailKey)?.value;
  const { start, end } = item;
  return {
    id: id.value,
    idRange: { start: id.start, end: id.end },
    range: { start, end },
    label: label?.value ?? id.value,
    ...(label && { labelRange: { start: label.start, end: label.end } }),
    ...(kind !== undefined && { kind }),
    ...(detail !== undefined && { detail }),
  };
}

function placesIn(node: YamlNode | undefined, labelKey: string, detailKey: string): readonly EntryPlace[] {
  if (node?.kind !== 'list') return [];
  return node.items.flatMap((item) =>
    item.kind === 'map' ? (entryPlace(item, labelKey, detailKey) ?? []) : [],
  );
}

/** The names of a names.yaml, as far as it can be read, with their places. */
export function namePlaces(text: string): readonly EntryPlace[] {
  return placesIn(readYaml(new TextFile(NAMES_FILE, text), new ProblemCollector()), 'label', 'description');
}

/** The sources of a dossier.yaml, as far as it can be read, with their places. */
export function sourcePlaces(text: string): readonly EntryPlace[] {
  const node = readYaml(new TextFile(MANIFEST_FILE, text), new ProblemCollector());
  if (node?.kind !== 'map') return [];
  return placesIn(node.entries.find((entry) => entry.key === 'sources')?.value, 'title', 'url');
}

/** The entry with an id; the first, where several have it. */
export function placeOf(places: readonly EntryPlace[], id: string): EntryPlace | undefined {
  return places.find((place) => place.id === id);
}

/** The entry whose id or label stands at an offset. */
export function entryAt(
  places: readonly EntryPlace[],
  offset: number,
): { readonly entry: EntryPlace; readonly part: 'id' | 'label' } | undefined {
  for (const entry of places) {
    if (entry.idRange.start <= offset && offset <= entry.idRange.end) return { entry, part: 'id' };
    const { labelRange } = entry;
    if (labelRange && labelRange.start <= offset && offset <= labelRange.end) return { entry, part: 'label' };
  }
  return undefined;
}
