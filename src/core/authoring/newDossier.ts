import { NAME_KINDS, type LanguageTag } from '../model';
import { inEnglish, say, type Saying } from '../saying';
import type { SourceRange } from '../format/problems';
import { MANIFEST_FILE, NAMES_FILE } from '../format/fileNames';
import { escapeProse } from './escapeProse';
import { oneLine } from './insertion';
import { idFor } from './newId';
import { yamlText } from './yamlText';

/** What a new dossier is to be. */
export interface NewDossier {
  readonly id: string;
  readonly title: string;
  readonly language: LanguageTag;
  readonly description?: string;
}

/** The files of a new dossier, and where its author begins. */
export interface NewDossierFiles {
  /** Texts by path, relative to the dossier's folder. */
  readonly files: ReadonlyMap<string, string>;
  /** Path of the first topic. */
  readonly topic: string;
  /** The sentence in the first topic that the author writes over. */
  readonly placeToWrite: SourceRange;
}

type Written = (saying: Saying) => string;

const FIRST_TOPIC = 'topics/first-topic.md';

function manifest({ id, title, language, description = '' }: NewDossier, written: Written): string {
  return [
    `# ${written(say`What this dossier is and where its facts come from.`)}`,
    'format: 1',
    `# ${written(say`Links and pins refer to the id, so it should never change.`)}`,
    `id: ${yamlText(id)}`,
    `title: ${yamlText(title)}`,
    ...(description === '' ? [] : [`description: ${yamlText(description)}`]),
    `language: ${yamlText(language)}`,
    `# ${written(say`The licence of your own text:`)}`,
    '# license: CC-BY-4.0',
    `# ${written(say`Topics and facts refer to a source by its id. A single source holds for all facts:`)}`,
    '# sources:',
    '#   - id: log',
    `#     title: ${written(say`The log of North Rock`)}`,
    '#     url: https://example.org/log',
    '#     retrieved: 2026-05-01',
    'topics:',
    `  - ${FIRST_TOPIC}`,
    '',
  ].join('\n');
}

function names(title: string, written: Written): string {
  return [
    `# ${written(say`The names that facts are about. Each is found in every document, under its label and its aliases.`)}`,
    `# ${written(say`Kinds: ${NAME_KINDS.join(', ')}.`)}`,
    `- id: ${yamlText(idFor(title, 'subject'))}`,
    `  label: ${yamlText(title)}`,
    '  kind: concept',
    `  description: ${yamlText(written(say`What this dossier is about.`))}`,
    '  aliases: []',
    '',
  ].join('\n');
}

function notes(written: Written): string {
  return [
    '<!--',
    written(
      say`Each sentence is a fact. Names of names.yaml are found in it by themselves, dates and figures too.`,
    ),
    written(say`Headings (## …) make sections. To say more about a fact, or which name a word means, write`),
    '  :fact[…]{#an-id when=2011-10 source=log names="an-id another-id"}',
    '  :name[…]{#an-id}',
    written(say`This note is not shown; take it out when you like.`),
    '-->',
  ].join('\n');
}

/**
 * The files of a valid dossier that reads without a problem: it has one name, its own subject, and one topic with a
 * sentence about it. Line breaks and control characters in the texts become spaces.
 * @param written puts comments and the first sentence into the author's language
 */
export function newDossier(wanted: NewDossier, written: Written = inEnglish): NewDossierFiles {
  const title = oneLine(wanted.title);
  const clean = { ...wanted, title, description: oneLine(wanted.description ?? '') };
  const head = `---\ntitle: ${yamlText(title)}\nsummary: ""\n---\n\n`;
  const sentence = written(say`This dossier is about ${escapeProse(title)}.`);
  return {
    files: new Map([
      [NAMES_FILE, names(title, written)],
      [FIRST_TOPIC, `${head}${sentence}\n\n${notes(written)}\n`],
      // Last, so that whoever looks for dossiers finds a whole one.
      [MANIFEST_FILE, manifest(clean, written)],
    ]),
    topic: FIRST_TOPIC,
    placeToWrite: { start: head.length, end: head.length + sentence.length },
  };
}
