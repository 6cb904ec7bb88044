import assert from 'node:assert/strict';
import { EXPORT_FORMATS } from '../../../src/core/export/exportFormats';
import { listPins } from '../../../src/core/export/listPins';
import { FactLister } from '../../../src/core/export/listFacts';
import { entriesIn } from '../../../src/core/pins/arrangePins';
import type { Pins } from '../../../src/core/pins/pin';
import { folder, pin } from '../pins/pins';
import { fact, libraryOf, name } from '../support/smallLibrary';

const library = libraryOf(
  [name('kim', 'Kim')],
  [fact('office', 'France opened an office.', ['kim']), fact('trade', 'It traded little.')],
);
const pins: Pins = [
  folder('f', { title: 'Talks' }),
  pin('office', { folder: 'f', note: 'Check the *day*.' }),
  pin('kim', { kind: 'name', text: 'Kim', note: 'Who?' }),
  pin('old', { text: 'It had none before.' }),
  pin('t/s', { kind: 'section', text: 'A section', folder: 'f' }),
  pin('lost', { kind: 'name', text: 'Lost', folder: 'f' }),
];

const list = (format: 'markdown' | 'csv', inFolder?: string): string => {
  const listed = {
    entriesIn: (around?: string) => entriesIn(pins, around),
    found: (each: (typeof pins)[number] & { readonly text: string; pinned: string }) =>
      /old|lost/u.test(each.key)
        ? { pin: each as never, text: each.text, isGone: true as const }
        : { pin: each as never, text: each.text, key: each.key },
  };
  const entries = listPins(listed, library, new FactLister(library, 'en'), 'en', inFolder);
  const head = { title: 'Pins', language: 'en', exported: { edtf: '2026-11-28', text: '28 November 2026' } };
  const words = {
    language: 'en',
    sources: 'Sources',
    dossiers: 'Dossiers',
    note: 'Note',
    gone: 'no longer available',
    retrieved: (date: string) => date,
    exported: (date: string) => date,
  };
  return [...EXPORT_FORMATS[format].write(head, entries, words)].join('');
};

describe('A list of pins', () => {
  it('has facts first, folders as headings, notes, sources and licences, and what is gone by its text', () => {
    assert.equal(
      list('markdown'),
      `# Pins

- It had none before. (no longer available)

## Kim

What Kim is

> Who?

## Talks

- France opened an office. ([A source](<https://example.org/a_(b)>), CC0-1.0)

  > Check the *day*.

### A section

- France opened an office. ([A source](<https://example.org/a_(b)>), CC0-1.0)
- It traded little. ([A source](<https://example.org/a_(b)>), CC0-1.0)

### Lost (no longer available)

## Sources

- [A source](<https://example.org/a_(b)>), [CC0-1.0](<https://creativecommons.org/publicdomain/zero/1.0/>)

## Dossiers

- A dossier

28 November 2026
`,
    );
  });

  it('holds what is in one folder', () => {
    const rows = list('csv', 'f').split('\r\n');
    assert.equal(rows.length, 7, 'the head, three facts, the section, what is gone, and the end');
    assert.match(rows[1] ?? '', /^fact,,France opened an office\..*Check the \*day\*\./u);
    assert.match(rows[2] ?? '', /^heading,A section,A section/u);
    assert.match(rows[5] ?? '', /^heading,Lost,Lost,.*no longer available/u);
  });
});
