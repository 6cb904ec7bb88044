import * as vscode from 'vscode';

/** A question of VS Code's, as the extension asked it. */
export interface Question {
  readonly message: string;
  readonly answers: readonly string[];
  readonly isModal: boolean;
}

/** Takes the place of a function of `vscode.window` while `run` runs: the test answers instead of a person. */
export async function instead<T>(
  name: keyof typeof vscode.window,
  stand: unknown,
  run: () => Thenable<T>,
): Promise<T> {
  const { window } = vscode as { window: Record<string, unknown> };
  const before = window[name];
  window[name] = stand;
  try {
    return await run();
  } finally {
    window[name] = before;
  }
}

/** Answers modal warnings, and keeps what was asked. */
export function warnings(answer: string | undefined): {
  readonly asked: Question[];
  readonly stand: (message: string, options: vscode.MessageOptions, ...answers: string[]) => Promise<unknown>;
} {
  const asked: Question[] = [];
  const stand = (message: string, options: vscode.MessageOptions, ...answers: string[]): Promise<unknown> => {
    asked.push({ message, answers, isModal: options.modal === true });
    return Promise.resolve(answer);
  };
  return { asked, stand };
}
