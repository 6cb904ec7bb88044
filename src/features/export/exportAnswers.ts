import * as vscode from 'vscode';
import type { ListTarget } from '../../core/export/listFacts';
import type { ExportAnswers, ExportSubject } from '../../host/commands';
import { UserError } from '../../host/log';

const TARGETS: readonly unknown[] = ['dossier', 'topic', 'section', 'name'] satisfies ListTarget['kind'][];
const FORMATS: readonly unknown[] = ['markdown', 'html', 'csv', 'json'] satisfies ExportAnswers['format'][];

/** How many facts a script may list, and how long a key or title may be. */
const MOST_KEYS = 100_000;
const MOST_LETTERS = 2000;

/**
 * The answers that `dossier.export` was given. Menus of views give the element they stand on, which is what to export;
 * menus of titles give nothing.
 * @throws {UserError} where a script gave something else
 */
export function checkExportAnswers(given: unknown): ExportAnswers {
  if (given === undefined || given === null) return {};
  if (isTarget(given)) return { what: { kind: given.kind, key: given.key } };
  if (typeof given !== 'object') throw wrong();
  const { what, format, target, to, overwrite } = given as Partial<Record<keyof ExportAnswers, unknown>>;
  const isGood =
    (what === undefined || isSubject(what)) &&
    (format === undefined || FORMATS.includes(format)) &&
    (target === undefined || typeof target === 'string' || target instanceof vscode.Uri) &&
    (to === undefined || to === 'file' || to === 'document') &&
    (overwrite === undefined || typeof overwrite === 'boolean');
  if (!isGood) throw wrong();
  return given;
}

function isSubject(value: unknown): value is ExportSubject {
  if (isTarget(value)) return true;
  if (typeof value !== 'object' || value === null) return false;
  const { kind, title, keys, folder } = value as Partial<
    Record<'kind' | 'title' | 'keys' | 'folder', unknown>
  >;
  if (kind === 'pins') return folder === undefined || isText(folder);
  return (
    kind === 'facts' && isText(title) && Array.isArray(keys) && keys.length <= MOST_KEYS && keys.every(isText)
  );
}

function isTarget(value: unknown): value is ListTarget {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, key } = value as Partial<Record<keyof ListTarget, unknown>>;
  return TARGETS.includes(kind) && isText(key);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= MOST_LETTERS;
}

function wrong(): UserError {
  return new UserError(
    vscode.l10n.t(
      'dossier.export takes {0}.',
      '{ what?: { kind: "dossier" | "topic" | "section" | "name", key } | { kind: "facts", title, keys } | { kind: "pins", folder? }, ' +
        'format?: "markdown" | "html" | "csv" | "json", target?, to?: "file" | "document", overwrite?: boolean }',
    ),
  );
}
