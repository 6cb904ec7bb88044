import { ListFoot, type ListedEntry, type ListWriter } from './factList';

/**
 * Writes a list as JSON, one entry to a line. The shape is a contract (docs/export.md): `version` goes up when a change
 * could break a reader.
 */
export const writeJson: ListWriter = function* (head, entries) {
  const foot = new ListFoot();
  const { title, language, summary, exported } = head;
  const opening = { format: 'dossier-export', version: 1, title, language, summary, exported: exported.edtf };
  yield `{\n`;
  for (const [key, value] of Object.entries(opening)) {
    if (value !== undefined) yield `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`;
  }
  yield `  "entries": [`;
  let separator = '\n';
  for (const entry of entries) {
    if (entry.kind === 'fact') foot.add(entry);
    yield `${separator}    ${JSON.stringify(plain(entry))}`;
    separator = ',\n';
  }
  yield `\n  ],\n`;
  yield `  "dossiers": ${list(
    foot.dossiers.map(({ key, title, license, licenseUrl }) => ({ id: key, title, license, licenseUrl })),
  )},\n`;
  yield `  "sources": ${list(
    foot.sources.map(({ retrieved, ...source }) => ({ ...source, retrieved: retrieved?.edtf })),
  )}\n}\n`;
};

function list(values: readonly object[]): string {
  if (values.length === 0) return '[]';
  return `[\n${values.map((value) => `    ${JSON.stringify(value)}`).join(',\n')}\n  ]`;
}

function plain(entry: ListedEntry): object {
  if (entry.kind === 'heading') {
    const { kind, depth, text, language, key, summary, note, isGone } = entry;
    return { kind, depth, text, language, key, summary, note, gone: isGone };
  }
  const { kind, key, text, language, note, isGone } = entry;
  return {
    kind,
    key,
    text: text.text,
    language,
    dates: entry.dates.map(({ edtf }) => edtf),
    quantities: entry.quantities,
    names: entry.names,
    dossier: entry.dossier?.key,
    topic: entry.topic,
    section: entry.section,
    source: entry.source?.key,
    license: entry.source?.license ?? entry.dossier?.license,
    note,
    gone: isGone,
  };
}
