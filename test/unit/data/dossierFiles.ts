import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { filesBelow } from '../project/files';

/**
 * The bundled dossier as its files stand, read without the reader of `core/format`, so that these tests check the data
 * even where that reader is wrong.
 */
export const DATA = 'data/france-north-korea';

/** A fact as it stands in a topic's file. */
export interface WrittenFact {
  readonly id: string;
  readonly text: string;
  readonly when: string | undefined;
  readonly file: string;
}

/** A name as it stands in `names.yaml`. */
export interface WrittenName {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly description: string;
  readonly wikidata?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly aliases?: readonly (string | WrittenAlias)[];
}

export interface WrittenAlias {
  readonly text: string;
  readonly language?: string;
  readonly case?: string;
  readonly requires?: string;
  readonly demonym?: boolean;
}

const FACT = /:fact\[(?<text>(?:\\.|[^\]\\])*)\]\{#(?<id>[\w-]+)(?<rest>[^}]*)\}/gu;
const WHEN = /\bwhen=(?:"(?<quoted>[^"]*)"|(?<bare>\S+))/u;

export const topicFiles: readonly string[] = filesBelow(`${DATA}/topics`, '.md');

export const facts: readonly WrittenFact[] = topicFiles.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(FACT)].map(({ groups = {} }) => {
    const when = WHEN.exec(groups.rest ?? '')?.groups;
    return { id: groups.id ?? '', text: groups.text ?? '', when: when?.quoted ?? when?.bare, file };
  }),
);

export const names = parse(readFileSync(`${DATA}/names.yaml`, 'utf8')) as readonly WrittenName[];

/** What occurs more than once in a list. */
export function repeated(list: readonly string[]): readonly string[] {
  return list.filter((each, index) => list.indexOf(each) !== index);
}
