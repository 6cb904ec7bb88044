import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Cite, plugins } from '@citation-js/core';
import { StyleError } from '../../../src/core/citing/checkStyle';
import { formatCitation } from '../../../src/core/citing/formatCitation';
import { richCitation } from '../../../src/core/citing/richCitation';
import { cslItem } from '../../../src/core/citing/cslItem';
import { SOURCES, WIKIPEDIA } from './sources';

describe('A citation as citeproc writes it', () => {
  const rows: readonly (readonly [html: string, text: string, marks: string])[] = [
    ['  <div class="csl-entry"><i>A &#38; B</i>. &#60;x&#62;</div>\n', 'A & B. <x>', 'emphasis 0-5'],
    [
      '<div><div class="csl-left-margin">1. </div><div class="csl-right-inline">A <b>b <i>c</i></b></div>\n</div>',
      '1. A b c',
      'strong 5-8, emphasis 7-8',
    ],
    ['A <span style="font-variant:small-caps;">b</span><sup>2</sup>', 'A b2', ''],
    ['a < b & c &nope; &#0;', 'a < b & c &nope; &#0;', ''],
    ['<i> a </i>', 'a', 'emphasis 0-1'],
    ['a</i> <i>b', 'a b', ''],
  ];
  for (const [html, text, marks] of rows) {
    it(JSON.stringify(html), () => {
      const rich = richCitation(html);
      assert.equal(rich.text, text);
      assert.equal(rich.marks.map(({ kind, start, end }) => `${kind} ${start}-${end}`).join(', '), marks);
    });
  }
});

describe('A style', () => {
  const item = cslItem(WIKIPEDIA, 'source');
  const style = (inside: string): string =>
    `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>T</title><id>t</id><updated>2020-01-01T00:00:00Z</updated></info>${inside}</style>`;
  const given = (xml: string): { readonly note: string; readonly entry: string } =>
    formatCitation({ item, style: { xml }, locale: 'en-US' });

  it('of one’s own is used, and read anew when its text changed', () => {
    const layout = (word: string): string =>
      style(
        `<citation><layout><text variable="title"/></layout></citation><bibliography><layout><text variable="title" prefix="${word} "/></layout></bibliography>`,
      );
    assert.equal(richCitation(given(layout('One:')).note).text, 'One: France–North Korea relations');
    assert.equal(richCitation(given(layout('Two:')).note).text, 'Two: France–North Korea relations');
  });

  it('without a bibliography gives its citation for both', () => {
    const { note, entry } = given(style('<citation><layout><text variable="title"/></layout></citation>'));
    assert.equal(richCitation(note).text, 'France–North Korea relations');
    assert.equal(entry, note);
  });

  const wrong: readonly (readonly [what: string, xml: string])[] = [
    ['no XML', 'not a style'],
    ['another XML', '<style>x</style>'],
    ['nothing to cite with', style('')],
    [
      'a style that calls itself',
      style(
        '<macro name="m"><text macro="m"/></macro><citation><layout><text macro="m"/></layout></citation>',
      ),
    ],
    ['a macro that is missing', style('<citation><layout><text macro="nope"/></layout></citation>')],
    ['XML that breaks off', style('<citation><layout><text variable="title"').slice(0, -8)],
  ];
  for (const [what, xml] of wrong) {
    it(`that is ${what} is refused in words`, () => assert.throws(() => given(xml), StyleError));
  }

  it('that only refers to another one says which', () => {
    const xml = style('').replace(
      '<id>t</id>',
      '<id>t</id><link href="http://www.zotero.org/styles/apa" rel="independent-parent"/>',
    );
    assert.throws(() => given(xml), /zotero\.org\/styles\/apa/u);
  });

  for (const name of [
    'apa',
    'chicago-author-date',
    'chicago-fullnote-bibliography',
    'modern-language-association',
  ]) {
    it(`${name} says the same as with the order that is left out of it`, () => {
      const { styles } = plugins.config.get('@csl');
      const xml = name === 'apa' ? styles.get(name) : readFileSync(`media/csl/${name}.csl`, 'utf8');
      assert.match(xml, /<sort>/u);
      styles.add(`${name} whole`, xml);
      for (const source of Object.values(SOURCES)) {
        const options = { template: `${name} whole`, lang: 'en-US', format: 'html' };
        const expected = new Cite([cslItem(source, 'source')], { generateGraph: false });
        const { entry } = formatCitation({
          item: cslItem(source, 'source'),
          style: { xml },
          locale: 'en-US',
        });
        assert.equal(entry, expected.format('bibliography', options));
      }
    });
  }

  it('may speak of its order in comments, and have none', () => {
    const order = '<!-- <sort> --><sort/><sort><key variable="title"/></sort><!-- </sort> -->';
    const xml = style(`<citation>${order}<layout><text variable="title"/></layout></citation>`);
    assert.equal(richCitation(given(xml).note).text, 'France–North Korea relations');
  });

  it('brought by citation-js cites every kind of source', () => {
    for (const source of Object.values(SOURCES)) {
      const { note } = formatCitation({
        item: cslItem(source, 'source'),
        style: { id: 'apa' },
        locale: 'en-US',
      });
      assert.ok(richCitation(note).text.length > 5, note);
    }
  });
});
