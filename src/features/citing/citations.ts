import * as vscode from 'vscode';
import { cslItem, type CitedSource } from '../../core/citing/cslItem';
import { localeOfStyle } from '../../core/citing/checkStyle';
import type { BibDialect, CslStyle, FormattedCitation } from '../../core/citing/citationRequest';
import { richCitation } from '../../core/citing/richCitation';
import type { LanguageTag, RichText } from '../../core/model';
import { UserError } from '../../host/log';
import { inUsersLanguage } from '../../host/sayings';
import { readSetting } from '../../host/settings';
import type { WorkerClient } from '../../host/worker/workerClient';
import type { CitingWorkerTable, WrongStyle } from '../../protocol/citingWorker';
import { decode, folderOf, resolvePath, workspaceFolderOf } from './documentCitation';

/** Styles whose files ship in media/csl/. */
const SHIPPED: Readonly<Record<string, string>> = {
  'chicago-author-date': 'chicago-author-date.csl',
  'chicago-notes': 'chicago-fullnote-bibliography.csl',
  mla: 'modern-language-association.csl',
};
/** Styles that citation-js brings. */
const BROUGHT = new Set(['apa', 'harvard1', 'vancouver']);

const LOCALES: Readonly<Record<string, string>> = {
  de: 'de-DE',
  en: 'en-US',
  es: 'es-ES',
  fr: 'fr-FR',
  ko: 'ko-KR',
  nl: 'nl-NL',
};

/** Styles have up to some 100 KB. */
const LARGEST_STYLE_BYTES = 1_000_000;
/** No style takes as long as this; one that goes round in circles would take for ever. */
const LONGEST_MS = 60_000;

/** A source as a note says it, and as a list of sources does. */
export interface Citation {
  readonly note: RichText;
  readonly entry: RichText;
}

/** Formats sources by the style of the settings. The worker that does it starts at the first one. */
export class Citations {
  private readonly made = new Map<string, Promise<Citation>>();

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly worker: WorkerClient<CitingWorkerTable>,
  ) {}

  /**
   * A source in the words of a language.
   * @throws {UserError} where the style of the settings cannot be used
   */
  async cite(source: CitedSource, language: LanguageTag, document: vscode.TextDocument): Promise<Citation> {
    const name = readSetting('citation.style', document);
    const style = await this.style(name, document.uri);
    const own = 'xml' in style ? localeOfStyle(style.xml)?.split('-')[0] : undefined;
    const locale = LOCALES[own ?? ''] ?? LOCALES[language] ?? 'en-US';
    const known = JSON.stringify([source, style, locale]);
    let made = this.made.get(known);
    if (!made) {
      made = this.make(source, name, style, locale);
      this.made.set(known, made);
      // The next citation tries again.
      made.catch(() => this.made.delete(known));
    }
    return made;
  }

  /** A source as an entry of a `.bib` file with a key. */
  async bibEntry(source: CitedSource, key: string, dialect: BibDialect): Promise<string> {
    return this.worker.ask('formatBibEntry', { item: cslItem(source, key), dialect });
  }

  private async make(source: CitedSource, name: string, style: CslStyle, locale: string): Promise<Citation> {
    const localeXml = locale === 'ko-KR' ? await this.shipped('locales-ko-KR.xml') : undefined;
    const formatted = await this.within(name, (token) =>
      this.worker.ask(
        'formatCitation',
        { item: cslItem(source, 'source'), style, locale, ...(localeXml !== undefined && { localeXml }) },
        { token },
      ),
    );
    if ('wrongStyle' in formatted) {
      throw wrongStyle(name, formatted);
    }
    return { note: richCitation(formatted.note), entry: richCitation(formatted.entry) };
  }

  private async within(
    name: string,
    ask: (token: vscode.CancellationToken) => Promise<FormattedCitation | WrongStyle>,
  ): Promise<FormattedCitation | WrongStyle> {
    const source = new vscode.CancellationTokenSource();
    const timer = setTimeout(() => source.cancel(), LONGEST_MS);
    try {
      return await ask(source.token);
    } catch (error) {
      if (!source.token.isCancellationRequested) throw error;
      throw new UserError(
        vscode.l10n.t('The citation style "{0}" took too long and was given up. Choose another one.', name),
      );
    } finally {
      clearTimeout(timer);
      source.dispose();
    }
  }

  private async style(name: string, document: vscode.Uri): Promise<CslStyle> {
    if (BROUGHT.has(name)) return { id: name };
    const shipped = SHIPPED[name];
    if (shipped !== undefined) return { xml: await this.shipped(shipped) };
    return { xml: await userStyle(name, document) };
  }

  private async shipped(file: string): Promise<string> {
    return new TextDecoder().decode(
      await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.extensionUri, 'media', 'csl', file)),
    );
  }
}

function wrongStyle(name: string, { wrongStyle: why, line }: WrongStyle): UserError {
  return new UserError(
    line === undefined
      ? vscode.l10n.t('The citation style "{0}" cannot be used. {1}', name, inUsersLanguage(why))
      : vscode.l10n.t(
          'The citation style "{0}" cannot be used. Line {1}: {2}',
          name,
          line + 1,
          inUsersLanguage(why),
        ),
  );
}

/** A `.csl` file that the setting names: of the workspace, beside the document, or anywhere by its full path. */
async function userStyle(path: string, document: vscode.Uri): Promise<string> {
  for (const folder of [workspaceFolderOf(document), folderOf(document)]) {
    if (!folder) continue;
    const uri = resolvePath(folder, path);
    let bytes: Uint8Array;
    try {
      if ((await vscode.workspace.fs.stat(uri)).size > LARGEST_STYLE_BYTES) {
        throw new UserError(
          vscode.l10n.t('The citation style "{0}" is larger than {1} bytes.', path, LARGEST_STYLE_BYTES),
        );
      }
      bytes = await vscode.workspace.fs.readFile(uri);
    } catch (error) {
      if (error instanceof UserError) throw error;
      continue;
    }
    return decode(bytes, uri);
  }
  throw new UserError(
    vscode.l10n.t(
      'The setting dossier.citation.style names "{0}": there is no such file. Give apa, chicago-author-date, chicago-notes, mla, or the path of a .csl file.',
      path,
    ),
  );
}
