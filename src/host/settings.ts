import * as vscode from 'vscode';

/** The settings with their types; package.json is checked against the keys by a test. */
export interface SettingTable {
  'hover.enabled': boolean;
  'hover.facts': number;
  'hover.documentLanguages': readonly string[];
  'names.languages': readonly string[];
  'tree.followReader': boolean;
}

/** What holds where package.json's default was overridden by something of another type. */
const FALLBACK: SettingTable = {
  'hover.enabled': true,
  'hover.facts': 3,
  'hover.documentLanguages': ['*'],
  'names.languages': [],
  'tree.followReader': true,
};

/** Reads a setting for a document, or for the window; a value of the wrong type counts as not set. */
export function readSetting<K extends keyof SettingTable>(
  key: K,
  scope?: vscode.ConfigurationScope,
): SettingTable[K] {
  const value: unknown = vscode.workspace.getConfiguration('dossier', scope).get(key);
  const fallback = FALLBACK[key];
  const isList = Array.isArray(value) && value.every((item) => typeof item === 'string');
  const isRight = Array.isArray(fallback) ? isList : typeof value === typeof fallback;
  return isRight ? (value as SettingTable[K]) : fallback;
}

/** Whether a list such as `["*", "!json"]` lets a document language through. */
export function includesLanguage(list: readonly string[], languageId: string): boolean {
  if (list.includes(`!${languageId}`)) return false;
  return list.includes('*') || list.includes(languageId);
}
