import type { ListWriter } from './factList';
import { writeCsv } from './listCsv';
import { writeHtml } from './listHtml';
import { writeJson } from './listJson';
import { writeMarkdown } from './listMarkdown';

/** The formats of an export. */
export type ExportFormat = 'markdown' | 'html' | 'csv' | 'json';

/** How a format is written, and what its files are called. */
export const EXPORT_FORMATS: Readonly<
  Record<ExportFormat, { readonly write: ListWriter; readonly ending: string }>
> = {
  markdown: { write: writeMarkdown, ending: 'md' },
  html: { write: writeHtml, ending: 'html' },
  csv: { write: writeCsv, ending: 'csv' },
  json: { write: writeJson, ending: 'json' },
};
