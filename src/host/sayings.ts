import * as vscode from 'vscode';
import type { Problem } from '../core/model';
import type { Saying } from '../core/saying';

/** Says in the user's language what core has to say. */
export function inUsersLanguage({ text, values }: Saying): string {
  return vscode.l10n.t(text, ...values);
}

/** What is wrong and what would be right, in the user's language. */
export function problemInUsersLanguage({ message, remedy, said }: Problem): {
  message: string;
  remedy: string;
} {
  if (!said) return { message, remedy };
  return { message: inUsersLanguage(said.message), remedy: inUsersLanguage(said.remedy) };
}
