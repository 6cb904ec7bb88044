import type { SourceRange } from './problems';

/** A text of a YAML file. All scalars are texts: `2011` stays `2011`, `no` stays `no`; nothing and `null` are empty. */
export interface YamlScalar extends SourceRange {
  readonly kind: 'scalar';
  readonly value: string;
  /** Whether there was nothing, or a plain `null` or `~`. */
  readonly isNull: boolean;
}

export interface YamlEntry {
  readonly key: string;
  readonly keyRange: SourceRange;
  readonly value: YamlNode;
}

export interface YamlMap extends SourceRange {
  readonly kind: 'map';
  readonly entries: readonly YamlEntry[];
}

export interface YamlList extends SourceRange {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
}

/** What a YAML file holds, with the place of everything. */
export type YamlNode = YamlScalar | YamlMap | YamlList;
