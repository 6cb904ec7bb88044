import { stringify } from 'yaml';
import type { Edtf, LanguageTag } from '../model';
import { isSafeUrl } from '../format/fields';
import { isId, slug, UniqueIds } from '../format/ids';
import type { ImportedArticle } from './article';
import { TOPIC_HEADINGS, TOPIC_LENGTH } from './bounds';
import { oneLine } from './cleanText';
import type { ProposedName } from './names/proposedName';
import { divideIntoTopics } from './topics';
import { MarkdownWriter } from './writeMarkdown';

/** Where the article comes from, as it is kept in `dossier.yaml`. */
export interface ImportSource {
  readonly title: string;
  readonly url?: string;
  /** An SPDX identifier, or the licence's name. */
  readonly license?: string;
  readonly retrieved?: Edtf;
}

export interface WriteOptions {
  readonly source: ImportSource;
  /** The id of the dossier; made from the title where it is missing or no id. */
  readonly id?: string;
  /** The title of the dossier; that of the article where it is missing. */
  readonly title?: string;
  readonly language?: LanguageTag;
}

/** The files of a dossier: texts by their paths, relative to its folder. */
export type DossierTexts = ReadonlyMap<string, string>;

const YAML = { lineWidth: 0, aliasDuplicateObjects: false } as const;
/** Names that Windows gives to devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

function idFrom(text: string, otherwise: string): string {
  const id = slug(text);
  return isId(id) ? (DEVICE.test(id) ? `${id}-topic` : id) : otherwise;
}

/** The id of a dossier with a title; its folder is called so. */
export function dossierId(title: string): string {
  return idFrom(title, 'imported-article');
}

/** The topics of an article as Markdown, by their ids, in order. One that is too long for a topic is divided. */
function topicTexts(article: ImportedArticle, source: string): Map<string, string> {
  const texts = new Map<string, string>();
  const ids = new UniqueIds(texts);
  for (const draft of divideIntoTopics(article.title, article.blocks)) {
    let writer = new MarkdownWriter();
    let parts: string[] = [];
    let length = 0;
    let headings = 0;
    let number = 1;
    const end = (): void => {
      const title = number === 1 ? draft.title : `${draft.title} (${number})`;
      const front = stringify({ title, source }, YAML);
      texts.set(ids.make(idFrom(draft.title, 'topic')), `---\n${front}---\n\n${parts.join('\n\n')}\n`);
      [writer, parts, length, headings, number] = [new MarkdownWriter(), [], 0, 0, number + 1];
    };
    for (const block of draft.blocks) {
      if (block.type === 'heading') headings++;
      for (const text of writer.write(block)) {
        if (length + text.length > TOPIC_LENGTH || headings > TOPIC_HEADINGS) end();
        parts.push(text);
        length += text.length + 2;
      }
    }
    if (parts.length > 0 || number === 1) end();
  }
  return texts;
}

function namesText(names: readonly ProposedName[]): string {
  const entries = names.map(({ id, label, kind, aliases }) => ({
    id,
    label,
    kind,
    ...(aliases.length > 0 && {
      aliases: aliases.map((alias) =>
        alias.requiresFullName === true || alias.demonym === true || alias.language !== undefined
          ? {
              text: alias.text,
              ...(alias.language !== undefined && { language: alias.language }),
              ...(alias.requiresFullName === true && { requires: 'full-name' }),
              ...(alias.demonym === true && { demonym: true }),
            }
          : alias.text,
      ),
    }),
  }));
  return entries.length === 0 ? '[]\n' : stringify(entries, YAML);
}

/** Writes an imported article as the files of a dossier, which read without problems. */
export function writeDossier(
  article: ImportedArticle,
  names: readonly ProposedName[],
  options: WriteOptions,
): DossierTexts {
  const { source } = options;
  const title = oneLine(options.title ?? '') || article.title;
  const id = options.id !== undefined && isId(options.id) ? options.id : dossierId(title);
  const topics = topicTexts(article, 'source');
  const license = oneLine(source.license ?? '');
  const url = source.url?.trim() ?? '';
  const manifest = {
    format: 1,
    id,
    title,
    language: options.language ?? article.language,
    ...(license !== '' && { license }),
    sources: [
      {
        id: 'source',
        title: oneLine(source.title) || title,
        ...(isSafeUrl(url) && { url }),
        ...(license !== '' && { license }),
        ...(source.retrieved !== undefined && { retrieved: source.retrieved }),
      },
    ],
    topics: [...topics.keys()].map((topic) => `topics/${topic}.md`),
  };
  return new Map([
    ['dossier.yaml', stringify(manifest, YAML)],
    ['names.yaml', namesText(names)],
    ...[...topics].map(([topic, text]) => [`topics/${topic}.md`, text] as const),
  ]);
}
