import type { ListedEntry, ListWriter } from './factList';
import { printable } from './printable';

const COLUMNS = [
  'kind',
  'heading',
  'text',
  'dates',
  'names',
  'quantities',
  'dossier',
  'topic',
  'section',
  'source',
  'url',
  'license',
  'retrieved',
  'note',
  'status',
  'key',
] as const;
type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>;

/**
 * Writes a list as CSV (RFC 4180, with CRLF and a header line). Headings stand before each fact, joined by ` / `; they
 * have rows of their own only where they were pinned or carry a note. Dates are EDTF.
 */
export const writeCsv: ListWriter = function* (_head, entries, words) {
  yield csvLine(COLUMNS);
  const path: string[] = [];
  for (const entry of entries) {
    if (entry.kind === 'heading') {
      path.length = Math.min(path.length, entry.depth - 1);
      path[entry.depth - 1] = entry.text;
    }
    const row = rowOf(entry, words.gone);
    if (!row) continue;
    const cells: Row = { ...row, heading: path.filter(Boolean).join(' / ') };
    yield csvLine(COLUMNS.map((column) => cells[column] ?? ''));
  }
};

function rowOf(entry: ListedEntry, gone: string): Row | undefined {
  const { key = '', note = '' } = entry;
  const status = entry.isGone === true ? gone : '';
  if (entry.kind === 'heading') {
    return note === '' && status === '' && entry.isPinned !== true
      ? undefined
      : { kind: 'heading', text: entry.text, note, status, key };
  }
  const { source } = entry;
  return {
    kind: 'fact',
    text: entry.text.text,
    dates: entry.dates.map(({ edtf }) => edtf).join('; '),
    names: entry.names.map(({ label }) => label).join('; '),
    quantities: entry.quantities.map(({ value, unit }) => `${value} ${unit}`).join('; '),
    dossier: entry.dossier?.title ?? '',
    topic: entry.topic?.title ?? '',
    section: entry.section?.title ?? '',
    source: source?.title ?? '',
    url: source?.url ?? '',
    license: source?.license ?? entry.dossier?.license ?? '',
    retrieved: source?.retrieved?.edtf ?? '',
    note,
    status,
    key,
  };
}

/** A line of CSV that is safe to open in a spreadsheet. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/**
 * One field. What a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises against CSV
 * injection: a dossier's text must not compute or fetch anything in the file of whoever opens the export.
 */
function cell(value: string): string {
  const text = printable(value);
  const safe = /^[\s\ufffd]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
