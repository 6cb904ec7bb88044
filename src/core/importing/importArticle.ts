import { guessLanguage } from '../text/guessLanguage';
import type { ImportedArticle, ImportFormat, ReadArticle } from './article';
import { SOURCE_LENGTH } from './bounds';
import { cleanText, oneLine } from './cleanText';
import { detectFormat } from './detectFormat';
import { readHtml } from './formats/html';
import { readMarkdown } from './formats/markdown';
import { readPlainText } from './formats/plainText';
import { readWikitext } from './formats/wikitext';
import { ImportError, type SaidError } from './importError';
import { proposeNames } from './names/proposeNames';
import type { ProposedName } from './names/proposedName';
import { normaliseBlocks } from './normalise';
import { titleOf } from './topics';
import { textOf } from './tree';
import { say } from '../saying';

/** What is to be imported; plain data. */
export interface ImportRequest {
  readonly text: string;
  /** Where it is missing, the text and the file's name tell. */
  readonly format?: ImportFormat;
  /** The name of the file without its folder: stands in for a title, and tells the format. */
  readonly fileName?: string;
  readonly language?: string;
}

/** What an import gives; plain data. An article that cannot be imported gives an error with its remedy. */
export type ImportResult =
  | {
      readonly article: ImportedArticle;
      readonly format: ImportFormat;
      readonly names: readonly ProposedName[];
    }
  | { readonly error: SaidError };

const LANGUAGE_TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

function read(text: string, format: ImportFormat, stem: string): ReadArticle {
  switch (format) {
    case 'markdown':
      return readMarkdown(text);
    case 'wikitext':
      return readWikitext(text, stem);
    case 'html':
      return readHtml(text, 'page');
    case 'plain':
      return readPlainText(text);
  }
}

function importNow(request: ImportRequest): ImportResult {
  if (request.text.length > SOURCE_LENGTH) {
    throw new ImportError(
      say`The text has ${request.text.length} characters; articles of up to ${SOURCE_LENGTH} are imported.`,
      say`Divide it, and import its parts one after the other.`,
    );
  }
  const text = cleanText(request.text);
  if (text.trim() === '') {
    throw new ImportError(
      say`There is no text to import.`,
      say`Choose a file, a selection or a clipboard with text.`,
    );
  }
  const format = request.format ?? detectFormat(text, request.fileName);
  const stem = (request.fileName ?? '')
    .replace(/\.[A-Za-z0-9]{1,10}$/, '')
    .replaceAll('_', ' ')
    .trim();
  const found = read(text, format, oneLine(stem));
  const blocks = normaliseBlocks(found.blocks);
  if (blocks.length === 0) {
    throw new ImportError(
      say`Read as ${format}, the text holds nothing to import.`,
      say`Check that the format is right, or choose another.`,
    );
  }
  const title = oneLine(titleOf(found.title, blocks, oneLine(stem)))
    .slice(0, 300)
    .trim();
  const prose = blocks.slice(0, 60).map(textOf).join('\n');
  const stated = request.language ?? found.language ?? '';
  const language = LANGUAGE_TAG.test(stated) ? stated : (guessLanguage(prose) ?? 'en');
  const article: ImportedArticle = {
    title,
    aliases: [...new Set((found.aliases ?? []).map(oneLine))].filter(
      (alias) => alias !== '' && alias !== title,
    ),
    language,
    ...(found.subjectType !== undefined && { subjectType: found.subjectType }),
    blocks,
    hints: (found.hints ?? []).filter(({ text }) => text !== ''),
    warnings: found.warnings ?? [],
  };
  return { article, format, names: proposeNames(article) };
}

/**
 * Reads an article and proposes its names. Never rejects: what is wrong with the source is in the result. Takes and
 * gives plain data, so that it can run on another thread; async for the same reason.
 */
// eslint-disable-next-line @typescript-eslint/require-await -- Callers must not depend on its running at once.
export async function importArticle(request: ImportRequest): Promise<ImportResult> {
  try {
    return importNow(request);
  } catch (error) {
    if (error instanceof ImportError) return { error: error.said };
    // A reader of foreign text that fails is a fault of ours; the user still gets a sentence and a way on.
    const message = error instanceof Error ? error.message : String(error);
    return {
      error: {
        message: say`The article could not be read: ${message}`,
        remedy: say`Import it as plain text, and please report this.`,
      },
    };
  }
}
