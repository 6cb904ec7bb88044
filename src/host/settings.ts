import * as vscode from 'vscode';
import { CITATION_FORMS, type CitationForm } from '../core/citing/citationForms';
import { isIgnoredMention, type IgnoredMention } from '../core/names/ignored';

/** The settings with their types; package.json is checked against the keys by a test. */
export interface SettingTable {
  'hover.enabled': boolean;
  'hover.facts': number;
  'hover.documentLanguages': readonly string[];
  'names.languages': readonly string[];
  'names.ignore': readonly IgnoredMention[];
  'names.rules': Readonly<Record<string, boolean>>;
  'completion.enabled': boolean;
  decorations: 'off' | 'underline' | 'firstMention';
  'nearMisses.enabled': boolean;
  'statusBar.enabled': boolean;
  'search.preview': boolean;
  'tree.followReader': boolean;
  'citation.form': CitationForm | 'auto';
  'citation.style': string;
  'citation.bibliography': string;
  'citation.trigger': string;
  'pins.keepIn': 'workspace' | 'user';
  folders: readonly string[];
  disabled: readonly string[];
  order: readonly string[];
}

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOf =
  <T>(isItem: (value: unknown) => value is T) =>
  (value: unknown): value is readonly T[] =>
    Array.isArray(value) && value.every(isItem);
const isText = (value: unknown): value is string => typeof value === 'string';

/** What each setting holds unless it is set, and what a value must be to count as set. */
const SETTINGS: {
  readonly [K in keyof SettingTable]: readonly [
    fallback: SettingTable[K],
    isValid: (value: unknown) => value is SettingTable[K],
  ];
} = {
  'hover.enabled': [true, isBoolean],
  'hover.facts': [3, isNumber],
  'hover.documentLanguages': [['*'], isListOf(isText)],
  'names.languages': [[], isListOf(isText)],
  'names.ignore': [[], isListOf(isIgnoredMention)],
  'names.rules': [
    {},
    (value): value is Record<string, boolean> => isRecord(value) && Object.values(value).every(isBoolean),
  ],
  'completion.enabled': [true, isBoolean],
  decorations: [
    'firstMention',
    (value): value is SettingTable['decorations'] =>
      value === 'off' || value === 'underline' || value === 'firstMention',
  ],
  'nearMisses.enabled': [false, isBoolean],
  'statusBar.enabled': [true, isBoolean],
  'search.preview': [false, isBoolean],
  'tree.followReader': [true, isBoolean],
  'citation.form': [
    'auto',
    (value): value is SettingTable['citation.form'] =>
      value === 'auto' || (CITATION_FORMS as readonly unknown[]).includes(value),
  ],
  'citation.style': ['apa', (value): value is string => isText(value) && value.trim() !== ''],
  'citation.bibliography': ['', isText],
  'citation.trigger': ['@@', isText],
  'pins.keepIn': [
    'workspace',
    (value): value is SettingTable['pins.keepIn'] => value === 'workspace' || value === 'user',
  ],
  folders: [[], isListOf(isText)],
  disabled: [[], isListOf(isText)],
  order: [[], isListOf(isText)],
};

/** Reads a setting for a document, or for the window; a value of the wrong type counts as not set. */
export function readSetting<K extends keyof SettingTable>(
  key: K,
  scope?: vscode.ConfigurationScope,
): SettingTable[K] {
  const [fallback, isValid] = SETTINGS[key];
  const value: unknown = vscode.workspace.getConfiguration('dossier', scope).get(key);
  return isValid(value) ? value : fallback;
}

/** Reads what the user has set for all windows, whatever the workspace says. */
export function readOwnSetting<K extends keyof SettingTable>(key: K): SettingTable[K] {
  const [fallback, isValid] = SETTINGS[key];
  const value: unknown = vscode.workspace.getConfiguration('dossier').inspect(key)?.globalValue;
  return isValid(value) ? value : fallback;
}

/** Whether a list such as `["*", "!json"]` lets a document language through. */
export function includesLanguage(list: readonly string[], languageId: string): boolean {
  if (list.includes(`!${languageId}`)) return false;
  return list.includes('*') || list.includes(languageId);
}
