import * as vscode from 'vscode';
import type { Key } from '../../core/model';
import type { MentionService } from '../../host/mentionService';

/** How far around the cursor the document is read for names. */
const AROUND = 10_000;

/** The names around the cursor of the active document, each once: what a search now is likely to be about. */
export async function boostedNames(mentions: MentionService): Promise<readonly Key[]> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return [];
  const { document, selection } = editor;
  const at = document.offsetAt(selection.active);
  const found = await mentions.mentionsBetween(document, Math.max(0, at - AROUND), at + AROUND);
  return [...new Set(found.map(({ names }) => names[0]!))];
}
