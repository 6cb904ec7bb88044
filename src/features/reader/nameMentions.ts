import * as vscode from 'vscode';
import type { Key } from '../../core/model';
import type { Services } from '../../host/services';
import { findMentionsInOpenDocuments, findMentionsInWorkspace } from '../../host/workspaceMentions';
import {
  MAX_MENTIONS,
  type HostMessage,
  type MentionLine,
  type MentionsMessage,
} from '../../protocol/hostMessages';
import type { ReaderMessage } from '../../protocol/readerMessages';

/** Characters of a line before and after a mention. */
const REACH = 80;

interface MentionedFile {
  readonly uri: vscode.Uri;
  readonly title: string;
  readonly lines: readonly { readonly shown: MentionLine; readonly range: vscode.Range }[];
}

/** Where the workspace mentions the name of the page. The reader gets lines, and opens them by their number. */
export class NameMentions {
  private serial = -1;
  private files: readonly MentionedFile[] = [];

  constructor(
    private readonly services: Services,
    private readonly send: (message: HostMessage) => void,
  ) {}

  /** Tells the reader of the mentions in open documents, or in all files, which the user sees and can cancel. */
  async tell(serial: number, key: Key, inFiles: boolean): Promise<void> {
    const name = (await this.services.library.load()).name(key);
    if (!name) return;
    const all = inFiles ? await findMentionsInWorkspace(this.services, name) : undefined;
    const found = all ?? (await findMentionsInOpenDocuments(this.services, name));
    const files = await filesOf(found.slice(0, MAX_MENTIONS));
    if (serial < this.serial) return;
    this.serial = serial;
    this.files = files;
    const message: MentionsMessage = {
      type: 'mentions',
      serial,
      files: files.map(({ title, lines }) => ({ title, lines: lines.map(({ shown }) => shown) })),
      isComplete: all !== undefined,
    };
    this.send(message);
  }

  /** Opens a mention beside the reader, if it is of the list that was sent last. */
  async open({ serial, file, line }: Extract<ReaderMessage, { type: 'openMention' }>): Promise<void> {
    const at = serial === this.serial ? this.files[file] : undefined;
    const range = at?.lines[line]?.range;
    if (at && range) await vscode.window.showTextDocument(at.uri, { selection: range });
  }
}

async function filesOf(locations: readonly vscode.Location[]): Promise<readonly MentionedFile[]> {
  const byFile = new Map<string, vscode.Location[]>();
  for (const location of locations) {
    const id = location.uri.toString();
    byFile.set(id, [...(byFile.get(id) ?? []), location]);
  }
  return Promise.all(
    [...byFile.values()].map(async (inFile): Promise<MentionedFile> => {
      const { uri } = inFile[0]!;
      const document = await vscode.workspace.openTextDocument(uri);
      const lines = inFile.map(({ range }) => ({ range, shown: lineOf(document, range) }));
      return { uri, title: vscode.workspace.asRelativePath(uri), lines };
    }),
  );
}

/** The line of a mention, cut down to what stands around it. */
function lineOf(document: vscode.TextDocument, { start, end }: vscode.Range): MentionLine {
  const { text } = document.lineAt(start.line);
  const until = end.line === start.line ? end.character : text.length;
  const from = Math.max(0, start.character - REACH, text.search(/\S|$/u));
  const first = Math.min(from, start.character);
  const shown = text.slice(first, until + REACH).slice(0, 2000);
  return {
    line: start.line + 1,
    text: shown,
    start: start.character - first,
    end: Math.min(shown.length, until - first),
  };
}
