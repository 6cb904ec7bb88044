import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { localeOfStyle, StyleError } from '../../../src/core/citing/checkStyle';
import { cslItem, type CitedSource } from '../../../src/core/citing/cslItem';
import { formatCitation } from '../../../src/core/citing/formatCitation';
import { readXml, XmlError } from '../../../src/core/citing/readXml';
import { richCitation } from '../../../src/core/citing/richCitation';
import { SOURCES, WIKIPEDIA } from './sources';

const file = (name: string): string => readFileSync(`test/fixtures/csl/${name}.csl`, 'utf8');

function cite(
  xml: string,
  { locale = 'en-US', source = WIKIPEDIA }: { locale?: string; source?: CitedSource } = {},
): { readonly note: string; readonly entry: string } {
  const { note, entry } = formatCitation({ item: cslItem(source, 'source'), style: { xml }, locale });
  return { note: richCitation(note).text, entry: richCitation(entry).text };
}

/** A style that has `inside` for the lines from the fourth on. */
const styleOf = (inside: string, attributes = 'class="in-text" version="1.0"'): string =>
  `<?xml version="1.0"?>\n<style xmlns="http://purl.org/net/xbiblio/csl" ${attributes}>\n<info><title>T</title><id>t</id></info>\n${inside}\n</style>\n`;
const TITLE = '<citation><layout><text variable="title"/></layout></citation>';
const PAGE = 'https://en.wikipedia.org/wiki/France%E2%80%93North_Korea_relations';

describe('A .csl file from elsewhere', () => {
  it('for notes says in a note what it says the first time', () => {
    const { note, entry } = cite(file('notes'));
    assert.equal(note, `“France–North Korea relations,” Wikipedia, ${PAGE}, accessed November 2, 2026.`);
    assert.equal(entry, `“France–North Korea relations.” ${PAGE}, accessed November 2, 2026.`);
  });

  it('for notes keeps italics and bold, by what a source is', () => {
    const marks = (source: CitedSource): string => {
      const { note } = formatCitation({
        item: cslItem(source, 'source'),
        style: { xml: file('notes') },
        locale: 'en-US',
      });
      const { text, marks: found } = richCitation(note);
      return found.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`).join();
    };
    assert.equal(marks(WIKIPEDIA), 'strong Wikipedia');
    assert.equal(marks(SOURCES['a work without an address']!), 'emphasis The Pyongyang Papers');
  });

  it('with numbers says what its list says, without a number that would be 1 for every source', () => {
    const { note, entry } = cite(file('numbers'));
    assert.equal(note, `France–North Korea Relations, Wikipedia, 11/02/2026, ${PAGE}.`);
    assert.equal(entry, note);
    const vancouver = formatCitation({
      item: cslItem(WIKIPEDIA, 'source'),
      style: { id: 'vancouver' },
      locale: 'en-US',
    });
    assert.match(richCitation(vancouver.note).text, /^Wikipedia \[Internet\]/u);
  });

  it('with numbers and no list has nothing to say in a note', () => {
    const xml = file('numbers').replace(/<bibliography[^]*<\/bibliography>/u, '');
    assert.throws(() => cite(xml), /writes nothing/u);
  });

  it('with author and date says what its list says', () => {
    const { note } = cite(file('author-date'));
    assert.equal(note, `Wikipedia (n.d.) France–North Korea relations <${PAGE}>.`);
    const { note: titled } = cite(file('author-date'), { source: SOURCES['a work without an address']! });
    // The title stands for the author and is not said twice.
    assert.equal(titled, 'The Pyongyang Papers (n.d.).');
  });

  it('has words of its own in each language', () => {
    assert.equal(
      cite(file('own-words')).note,
      '“France–North Korea relations” as read in Wikipedia seen on 2026/11/02.',
    );
    assert.equal(
      cite(file('own-words'), { locale: 'fr-FR' }).note,
      '«\u00a0France–North Korea relations\u00a0» as read in Wikipedia vu le 2 novembre 2026.',
    );
  });

  it('can fix its language', () => {
    assert.equal(localeOfStyle(file('french')), 'fr-FR');
    assert.equal(localeOfStyle(file('notes')), undefined);
    assert.match(cite(file('french'), { locale: 'fr-FR' }).note, /, consulté le 2 novembre 2026\.$/u);
  });

  it('that only refers to another one says which, in whichever order its link is written', () => {
    assert.throws(() => cite(file('dependent')), {
      name: 'StyleError',
      message:
        'It only refers to another style, http://www.zotero.org/styles/springer-basic-author-date, whose file is needed instead.',
      line: 6,
    });
  });

  it('may be made of hundreds of macros', () => {
    const macros = Array.from({ length: 600 }, (_, at) => {
      const inside = at % 40 === 39 || at === 599 ? '<text variable="title"/>' : `<text macro="m${at + 1}"/>`;
      return `<macro name="m${at}"><choose><if variable="title"><group>${inside}</group></if></choose></macro>`;
    }).join('\n');
    const calls = Array.from({ length: 15 }, (_, at) => `<text macro="m${at * 40}"/>`).join('');
    const xml = styleOf(`${macros}\n<citation><layout delimiter=" ">${calls}</layout></citation>`);
    assert.equal(cite(xml).note, 'France–North Korea relations'.repeat(15));
  });

  it('may be longer than any that is known', () => {
    const terms = '<term name="accessed">seen</term>\n'.repeat(20_000);
    const xml = styleOf(
      `<locale><terms>\n${terms}</terms></locale>\n<citation><layout><text term="accessed" suffix=" "/><text variable="title"/></layout></citation>`,
    );
    assert.equal(cite(xml).note, 'seen France–North Korea relations');
  });

  it('is read with a byte order mark, Windows line breaks, single quotes and references to characters', () => {
    const xml = `\ufeff${styleOf(`<citation><layout><text value="&#8220;A &amp; B&#x201D; > "/><text variable='title'/></layout></citation>`)}`;
    assert.equal(cite(xml.replaceAll('\n', '\r\n')).note, '“A & B” > France–North Korea relations');
  });

  for (const version of ['1.0', '1.0.2', '1.1mlz1']) {
    it(`of version ${version} is used`, () => {
      assert.equal(
        cite(styleOf(TITLE, `class="note" version="${version}"`)).note,
        'France–North Korea relations',
      );
    });
  }

  const inLayout = (inside: string): string =>
    styleOf(`<citation>\n<layout>\n${inside}\n</layout>\n</citation>`);
  const wrong: readonly (readonly [what: string, xml: string, says: RegExp, line?: number])[] = [
    ['of a version that is not there yet', styleOf(TITLE, 'class="note" version="2.0"'), /CSL 2\.0/u, 1],
    ['of a version before 1.0', styleOf(TITLE, 'class="note"'), /no version of CSL/u, 1],
    ['that is empty', '', /no <style> element/u],
    ['that is a bibliography', '@book{a, title = {A}}', /no <style> element/u],
    ['that is a page', '<!doctype html><html><style>p {}</style></html>', /no <style> element/u],
    ['that is another XML', '<?xml version="1.0"?><locale xmlns="x"/>', /no <style> element/u],
    [
      'with an element that is not closed',
      inLayout('<group>\n<text variable="title"/>'),
      /<group> of line 6/u,
      7,
    ],
    [
      'with an element that is closed twice',
      inLayout('<text variable="title"/></text>'),
      /<layout> of line 5/u,
      5,
    ],
    ['with a value without quotation marks', inLayout('<text variable=title/>'), /“variable” in <text>/u, 5],
    ['with a quotation mark too few', inLayout('<text\n variable="title/>'), /“variable” in <text>/u, 6],
    ['with an attribute twice', inLayout('<text variable="title" variable="URL"/>'), /twice in <text>/u, 5],
    ['with an attribute without a value', inLayout('<text variable/>'), /tag <text> has no end/u, 5],
    ['with a reference of HTML', inLayout('<text value="a&nbsp;b"/>'), /“&nbsp;”/u, 5],
    ['with a bare &', inLayout('<text value="a & b"/>'), /“&”/u, 5],
    ['with a bare <', inLayout('<text variable="title"/> 1 < 2'), /“< 2” is no tag/u, 5],
    ['with two roots', `${styleOf(TITLE)}<style/>`, /second element/u, 5],
    ['with words behind its end', `${styleOf(TITLE)}\nmore`, /“more”/u, 6],
    ['that breaks off', styleOf(TITLE).slice(0, -10), /breaks off/u, 3],
    ['that breaks off in a tag', inLayout('<text variable="title').slice(0, -40), /has no end|quotation/u],
    ['nested without end', inLayout('<group>'.repeat(5000)), /more than 100 deep/u, 5],
    ['without a layout', styleOf('<citation>\n</citation>'), /no <layout>/u, 3],
    ['with an empty layout', styleOf('<citation><layout/></citation>'), /writes nothing/u],
    ['with a variable that no source has', inLayout('<text variable="scale"/>'), /writes nothing/u],
    ['with an element that CSL has not', inLayout('<text variable="title"/>\n<texts/>'), /“texts”/u, 6],
    [
      'with a macro that is missing',
      inLayout('<text variable="title"/><text macro="m"/>'),
      /no macro “m”/u,
      5,
    ],
    [
      'with macros that call each other',
      styleOf(
        '<macro name="a"><text macro="b"/></macro>\n<macro name="b"><text macro="a"/></macro>\n<citation><layout><text macro="a"/></layout></citation>',
      ),
      /“a” calls itself/u,
      4,
    ],
  ];
  for (const [what, xml, says, line] of wrong) {
    it(`${what} is refused in words, with the line`, () => {
      assert.throws(
        () => cite(xml),
        (error) => {
          assert.ok(error instanceof StyleError, String(error));
          assert.match(error.message, says);
          if (line !== undefined) assert.equal(error.line, line);
          return true;
        },
      );
    });
  }
});

describe('The reader of XML', () => {
  const name = fc.stringMatching(/^[a-z][a-z-]{0,5}$/u);
  const value = fc.stringMatching(/^[^<&"\r\n]{0,8}$/u);
  interface Tree {
    readonly name: string;
    readonly attributes: readonly (readonly [string, string])[];
    readonly children: readonly Tree[];
  }
  const tree = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.record(
      {
        name,
        attributes: fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, maxLength: 3 }),
        children: fc.oneof({ maxDepth: 4 }, fc.constant([]), fc.array(tie('tree'), { maxLength: 3 })),
      },
      { noNullPrototype: true },
    ),
  })).tree;
  const write = ({ name: tag, attributes, children }: Tree): string => {
    const open = [tag, ...attributes.map(([key, text]) => `${key} = "${text}"`)].join('\n');
    if (children.length === 0) return `<${open}/>`;
    return `<${open}>words<!-- <${tag}> --><![CDATA[<]]>${children.map(write).join('&amp;\n')}</${tag} >`;
  };
  const shapeOf = (element: ReturnType<typeof readXml>): Tree => ({
    name: element.name,
    attributes: [...element.attributes],
    children: element.children.map(shapeOf),
  });

  it('reads what was written', () => {
    fc.assert(
      fc.property(tree, (written) => {
        assert.deepEqual(shapeOf(readXml(`<?xml version="1.0"?>\n${write(written)}\n`)), written);
      }),
    );
  });

  it('reads or refuses any text, and never endlessly', () => {
    const pieces = fc.constantFrom(
      ...[
        '<',
        '>',
        '/',
        '</a>',
        '<a',
        '<a>',
        '<a/>',
        ' b="c"',
        ' b=',
        '"',
        "'",
        '&',
        '&amp;',
        '<!--',
        '-->',
        '<?',
        '?>',
        'x',
        '\n',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        try {
          readXml(parts.join(''));
        } catch (error) {
          assert.ok(error instanceof XmlError, String(error));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
