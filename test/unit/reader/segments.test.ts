import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Mark } from '../../../src/core/model';
import type { PageDate } from '../../../src/protocol/pageParts';
import { segment, type Segment } from '../../../src/reader/segments';

/** The tree as text: `[name:Jack Lang]`. */
function written(segments: readonly Segment[]): string {
  return segments
    .map((each) => (typeof each === 'string' ? each : `[${each.wrapping.kind}:${written(each.inner)}]`))
    .join('');
}

function plain(segments: readonly Segment[]): string {
  return segments.map((each) => (typeof each === 'string' ? each : plain(each.inner))).join('');
}

/** The deepest number of links inside each other. */
function linksDeep(segments: readonly Segment[]): number {
  return Math.max(
    0,
    ...segments.map((each) => {
      if (typeof each === 'string') return 0;
      const isLink = each.wrapping.kind === 'name' || each.wrapping.kind === 'link';
      return linksDeep(each.inner) + (isLink ? 1 : 0);
    }),
  );
}

const TEXT = 'On 9 November 2009 Jack Lang travelled.';
const date: PageDate = { edtf: '2009-11-09', text: '9 November 2009', start: 3, end: 18 };
const lang = { start: 19, end: 28, names: [0] };

describe('Cutting a text at its annotations', () => {
  it('wraps names, dates and marks', () => {
    const marks: Mark[] = [{ start: 29, end: 38, kind: 'emphasis' }];
    assert.equal(
      written(segment(TEXT, { marks, nameSpans: [lang], dates: [date] })),
      'On [date:9 November 2009] [name:Jack Lang] [emphasis:travelled].',
    );
  });

  it('keeps a name one link when only a part of it is emphasised', () => {
    const marks: Mark[] = [{ start: 24, end: 38, kind: 'strong' }];
    assert.equal(
      written(segment(TEXT, { marks, nameSpans: [lang] })),
      'On 9 November 2009 [name:Jack [strong:Lang]][strong: travelled].',
    );
  });

  it('nests marks in the order of their length', () => {
    const marks: Mark[] = [
      { start: 24, end: 28, kind: 'strong' },
      { start: 19, end: 38, kind: 'emphasis' },
    ];
    assert.equal(
      written(segment(TEXT, { marks })),
      'On 9 November 2009 [emphasis:Jack [strong:Lang] travelled].',
    );
  });

  it('leaves links to anything but web pages as text', () => {
    const marks: Mark[] = [
      { start: 0, end: 2, kind: 'link', url: 'https://a.example' },
      { start: 19, end: 28, kind: 'link', url: 'javascript:alert(1)' },
      { start: 29, end: 38, kind: 'link', url: 'mailto:a@a.example' },
    ];
    assert.equal(written(segment(TEXT, { marks })), `[link:On]${TEXT.slice(2)}`);
  });

  it('holds every character once, in order, with no link in a link, whatever the spans are', () => {
    const span = fc.record({ start: fc.nat(50), end: fc.nat(50) });
    const marks = fc.array(
      fc
        .tuple(span, fc.constantFrom<Mark['kind']>('emphasis', 'strong', 'code', 'link'))
        .map(([at, kind]): Mark => ({ ...at, kind, ...(kind === 'link' && { url: 'https://a.example' }) })),
      { maxLength: 8 },
    );
    const names = fc.array(
      span.map((at) => ({ ...at, names: [0] })),
      { maxLength: 5 },
    );
    const dates = fc.array(
      span.map((at) => ({ ...at, edtf: '2009', text: '2009' })),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(
        fc.string({ maxLength: 45 }),
        marks,
        names,
        dates,
        (text, someMarks, nameSpans, someDates) => {
          const segments = segment(text, { marks: someMarks, nameSpans, dates: someDates });
          assert.equal(plain(segments), text);
          assert.ok(linksDeep(segments) <= 1);
        },
      ),
      { numRuns: 500 },
    );
  });
});
