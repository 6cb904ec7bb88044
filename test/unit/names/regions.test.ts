import assert from 'node:assert/strict';
import { spansIn, unmark } from './names';

/** By document language: texts in which ‹…› encloses every mention that is right. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  markdown: [
    'They showed *Cuba, a love story* and *Under the Care of Leaders: North Korea and the Rest*; *in ‹France›, a state*',
    'He read *The Real North Korea* and *Attitudes Toward France*, not *in ‹North Korea›*, *‹France›* or *How ‹France› wrote*.',
    '---\ntitle: ‹France› now\nfrance: yes\n---\n\n# ‹France› and ‹Cuba›\n',
    'Before\n\n```js\nconst France = 1;\n```\n\nAfter ‹France›',
    '~~~\nFrance\n```\nFrance\n~~~\n‹France›',
    'Use `France` and ``a ` France`` but ‹France›',
    '[‹France›](https://example.org/France "France") and [‹France›][France] and <https://x.org/France>',
    '[France]: https://example.org/France "France"\n\n![‹France›](france.png)',
    '> ‹North\n> Korea› said\n>\n> > ‹North\n> > Korea›',
    '**‹Jack** Lang› and *‹France›*, _‹France›_, ***‹France›***, ~~‹France›~~, **‹Fra**nce›',
    '<a href="France">‹France›</a> <!-- France --> <b>‹France›</b>&nbsp;x, ‹Jack&nbsp;Lang›',
    '<!--\nFrance\n\nFrance -->\n\n‹France›',
    '    France\n\n‹France›\n    ‹France›',
    '- ‹France›\n- ‹Cuba›\n\n    ‹Estonia› goes on in the item',
    'North\n\nKorea, North\n- Korea'.replaceAll('Korea', '‹Korea›'),
    '| ‹France› | ‹Cuba› |\n|---|---|\n| ‹North Korea› | x |',
    'See[^France] and [@France2009]. [[France|‹France›]] $France$ and costs $5 for ‹France›, $6',
    '$$\nFrance\n$$\n‹France›',
    '‹François\n  Mitterrand› and ‹Fran&ccedil;ois Mitterrand›',
    '1. ‹France›\n2. ‹Cuba›\n\n```\nFrance',
    '{{< ref "France" >}} ‹France›',
  ],
  latex: [
    '\\textcolor{red}{‹France›} \\multicolumn{2}{c}{‹Cuba›} \\def\\x{France} \\lstinline|France| \\hyperref[France]{‹Estonia›}',
    '\\begin{description}\n\\item[‹France›] has one; \\item ‹Cuba› too. \\section[‹France›]{‹France›}',
    'The \\textit{Schoolgirl’s Diary} and ‹The Schoolgirl’s Diary›, ‹North \\emph{Korea›}',
    '\\section{‹France›}\\label{sec:France} \\cite{France2009} \\emph{‹France›} \\textbf{‹Jack} Lang›',
    '‹Jack~Lang› and ‹Fran\\c{c}ois Mitterrand›, ‹Fran{\\c c}ois\n Mitterrand›',
    '\\begin{quote}‹France›\\end{quote} \\begin{equation}\nFrance\n\\end{equation} ‹France›',
    '$France$ and \\(France\\) and \\[France\\] and ‹France› \\$5 $$France$$',
    '% ‹France› in a comment\n\\usepackage[France]{France}\n\\input{France}\\footnote{‹France›}',
    '\\href{https://France.fr}{‹France›} \\url{France} \\ref{France} \\France',
    '\\begin{verbatim}\nFrance\n\\end{verbatim}\n‹France› 10\\% ‹France›\\\\‹Cuba›',
    '\\autocite[12]{France,\nFrance} ‹France›',
    '‹France--North Korea relations›, {\\em ‹Jack} Lang›',
    '\\newcommand{\\France}{France} ‹France›',
  ],
  bibtex: ['@book{France2009,\n  title = {‹France› and ‹Cuba›},\n  author = {‹Lang, Jack›},\n}'],
  restructuredtext: [
    'See :ref:`‹North Korea› <pyongyang-votes>` and :doc:`france`.\n\n.. csv-table:: Votes with the ‹US›\n\n   ‹France›, 68',
    '‹France›\n======\n\n.. code-block:: python\n\n   France = 1\n\n‹France›',
    '.. figure:: france.png\n   :alt: The ‹French› office\n\n   A caption on ‹France›',
    '``France`` and :ref:`France` and *‹France›* and `‹France› <https://x.org/France>`_ |France|',
    '.. _France: https://example.org\n\n:France: ‹France›\n\n.. note:: ‹France›',
    'Example::\n\n   France\n\n‹France›',
  ],
  asciidoc: [
    ':imagesdir: img/france\n:description: on ‹France›\n\n‹France›',
    '= ‹France›\n:France: x\n\n----\nFrance\n----\n\n‹France›',
    '*‹France›* _‹France›_ `France` link:https://x/France[‹France›] {France} <<France>> <<France,‹France›>>',
    'image::france/x.png[The ‹French› office, 2012] image:france.png[‹France›]',
    '// ‹France›\n////\nFrance\n////\n\n[[France]]\n‹France›',
  ],
  html: [
    '<p class="France">‹France› <b>‹Jack</b> Lang›</p><script>France</script><!-- ‹France› -->',
    '<style>\nFrance\n</style>\n‹Fran&ccedil;ois&nbsp;Mitterrand›<br>‹France›',
    '<p\n  title="France">‹France›',
  ],
  xml: ['<France name="France">‹France›</France>'],
  typescript: [
    'import x from "@geo/France";',
    '/**\n * ‹Cuba› now.\n * @param France the country, ‹France›\n * @returns {Cuba} ‹Cuba›\n */',
    "const languages = { 'fr-FR': 'French' }; const people = '‹French›';",
    'const France = "‹France›"; // ‹France› and france\n/* ‹North\n * Korea› */ France();',
    "const a = 'FRANCE ‹France›', b = `‹France› ${France} \\n ‹France›\n‹France›`; France",
    '// ‹North\n// Korea›',
    'const names = {"US": "‹United States›"}; switch (x) { case "‹US›": return "‹US›"; }',
    'say("In Some Words", "We Sell France Express")',
  ],
  shellscript: [
    'cat <<EOF\nusage: x [--to ‹France›] \\n ‹Cuba›\nEOF\nFrance=1 # ‹France›',
    "cat <<-'END' > France\n\ton ‹France›\n\tEND\nFrance; x=$((1<<France))\n# <<EOF\nFrance",
  ],
  ruby: ['puts <<~EOS\n  ‹France›\nEOS\nlist <<France'],
  php: ['$x = <<<EOT\n‹France›\nEOT;\n$France = 1;'],
  go: [
    'Name string `json:"France" yaml:"Cuba"` // ‹France›\nx := `‹France›`',
    'var x = []string{"Spanish", "French"}; y := "‹French› wine"',
  ],
  python: ['"""‹France›\n‹France›\n"""\nFrance = 1  # ‹France›\nx = "it\'s ‹France›"'],
  rust: ['fn f<\'a>(France: &\'a str) { /* ‹France› */ g("‹France›") }'],
  sql: [
    "SELECT France FROM t -- ‹France›\nWHERE c = '‹France›'",
    'SELECT "France", \'‹France›\' FROM Cuba -- ‹Cuba›',
    "SELECT 'of ‹François Mitterrand›,\n  ‹Mitterrand›''s', 'by ‹Estonian› post' FROM Cuba",
  ],
  yaml: [
    'spoken: [French, English, Russian]\npeople: [‹Cuban›, English]',
    'France: ‹France› # ‹Cuba›\n- France: x\nlist:\n  - ‹France›',
  ],
  json: ['{ "France": "‹France›", "x": ["‹Cuba›", "france"] }'],
  plaintext: [
    '`‹France›` <b>‹France›</b>',
    '> ‹North\n> Korea› said\n> > to ‹France›\n> > of the ‹United\n> > States›',
    '> North\n>\n> Korea; 3 > 2 in ‹France›'.replace('Korea', '‹Korea›'),
  ],
};

describe('Regions that are not read', () => {
  for (const [languageId, texts] of Object.entries(CASES)) {
    describe(languageId, () => {
      for (const marked of texts) {
        it(JSON.stringify(marked), () => {
          const { text, spans } = unmark(marked);
          assert.deepEqual(spansIn(text, { languageId }), spans);
        });
      }
    });
  }
});
