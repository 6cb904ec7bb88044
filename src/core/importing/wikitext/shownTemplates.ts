import { texToText } from '../texText';
import { showDate, showFraction, showRaised, showUnits, withSeparators } from './measures';
import type { TemplateArguments } from './templateArguments';

type Show = (args: TemplateArguments, name: string) => string;

const first: Show = (args) => args.get('lt', 1, 'text', 'content');
const second: Show = (args) => args.get(2, 'text', 1);
const last: Show = (args) => args.last;
const secondOnly: Show = (args) => args.get(2, 'text');
/** Blocks inside of columns, which begin on lines of their own. */
const blocks: Show = (args) => `\n${args.get('content', 1)}\n`;
const nothing: Show = () => '';
const joined =
  (separator: string): Show =>
  (args) =>
    args.texts.map((text) => text.replace(/^[*#:\s]+/, '').replace(/\n[*#:\s]+/g, separator)).join(separator);
const say =
  (text: string): Show =>
  () =>
    text;

/** `Tokyo (東京, Tōkyō)`. */
const withForeign: Show = (args) => {
  const [label = '', ...others] = args.texts;
  return others.length === 0 ? label : `${label} (${others.join(', ')})`;
};

/** The texts of arguments that are named after languages and transcriptions: `{{zh|t=…|p=…}}`. */
const foreignNames: Show = (args) => {
  const named = args.entries.filter(([key]) => !/^(?:labels|links|first|scase|lang|context|out)$/.test(key));
  return [...args.texts, ...named.map(([, value]) => value)].join(', ');
};

function quotation(args: TemplateArguments): string {
  const by = [args.get('author', 'sign', 'by', 2), args.get('source', 'title', 'cite', 3)].filter(Boolean);
  const named = by.length === 0 ? '' : `\n\n— ${by.join(', ')}`;
  return `\n\n<blockquote>${args.get('text', 'quote', 1)}${named}</blockquote>\n\n`;
}

/** Templates by what they show. */
const BY_SHOW: readonly (readonly [Show, string])[] = [
  [
    first,
    'nowrap|nobr|nobold|nobreak|small|smaller|big|larger|large|sc|smallcaps|sc2|em|strong|strongbad|bold|italic|italics|tq|tqi|' +
      'abbr|abbrv|tooltip|ill|interlanguage link|ipa link|mvar|var|angbr|script|unicode|polytonic|rtl-lang|' +
      'bdi|visible anchor|vanchor|lc|uc|noitalic|normal|no italic|no bold|dfn|kbd|samp|mono|sub|cslist|u|underline|' +
      'not a typo|notatypo|sic|proper name|pagename|flagtext|citizen|nationality|' +
      'unbulleted|avoid wrap|longitem|nowrap begin|center|left|right|align|resize|box|' +
      'lang-sh-latn|korean name|family name explanation|wikt-lang|wiktlang|lit|literal translation|gloss|age|nobreak begin|annotated link|anl|al|pslink|crossref|crossreference|okina|' +
      'party name with color|rws|stnlnk|station link|stn|rail',
  ],
  [
    blocks,
    'plainlist|flatlist|columns-list|columns list|col list|columns|cast listing|cast list|tree list|poem|multicol',
  ],
  [(args) => showRaised(args.get(1)), 'sup|smallsup|^'],
  [(args) => args.texts.join(''), 'chem|chem2|ce|hill system'],
  [secondOnly, 'color box|colour box|native name|nativename'],
  [
    (args) => {
      const section = args.get(2);
      return args.get(1) === '' ? section : `${args.get(1)}${section === '' ? '' : ` § ${section}`}`;
    },
    'section link|sectionlink|slink',
  ],
  [
    (args) => {
      const years = args.texts.slice(1).filter((text) => /\d{3}/.test(text));
      return `${args.get(1)}${years.length === 0 ? '' : ` (${years.slice(0, 2).join('–')})`}`;
    },
    'marriage',
  ],
  // A single argument is the sound; of several the first is the language.
  [(args) => (args.texts.length > 1 ? '' : args.get(1)), 'ipa|ipa-en|ipa-all'],
  [(args) => args.get(3, 2), 'colored link'],
  [
    second,
    'lang-x2|color|font color|fontcolor|colour|rtl-para|wikt lang|hover title|transliteration|transl|smaller2|nihongo foot|script/hebrew|c+',
  ],
  [last, 'translit|bgcolor|background color|small div|text'],
  [
    joined(', '),
    'hlist|ubl|ubli|unbulleted list|plain list|flat list|bulleted list|ordered list|ul|ol|br separated entries|cslist|comma separated entries|ublist|collapsible list',
  ],
  [(args) => texToText(args.get(1)) ?? args.get(1), 'tmath'],
  [joined('-'), 'respell'],
  [withForeign, 'nihongo|nihongo2|nihongo3|nihongo krt|tlit'],
  [foreignNames, 'zh|korean|ko-hhrm|linktext|lang-zh|infobox chinese|cjkv|contains special characters name'],
  [showUnits, 'convert|cvt|convinfobox|val|cvt/old'],
  [
    showDate,
    'birth date|birth date and age|bda|death date|death date and age|dda|start date|start date and age|end date|film date|date|' +
      'dts|launch date|release date|birth-date|birth-date and age|death-date|death-date and age|start-date|end-date|opening date|birth year and age|death year and age|birth date and years ago',
  ],
  [(args) => `c. ${args.texts.slice(0, 2).join(' – ')}`, 'circa|c.|ca|ca.|approx'],
  [showFraction, 'frac|fraction|sfrac'],
  [(args) => args.get(1, 'url', 'title').replace(/^https?:\/\/(?:www\.)?/i, ''), 'url'],
  [
    (args) => withSeparators(args.texts.join('')),
    'formatnum|nts|ntsh text|number table sorting|gaps|str left|digits',
  ],
  [(args) => args.texts.slice(0, 2).join(' – '), 'reign|floruit|fl.|r.|ruled'],
  [(args) => (args.get(1) === '' ? '' : `ISBN ${args.get(1)}`), 'isbn'],
  [
    quotation,
    'quote|blockquote|cquote|quotation|quote box|pull quote|centered pull quote|bq|verse translation|poem quote|poemquote',
  ],
  [say(' – '), 'spaced ndash|spnd|snd|spaced en dash|sndash|--'],
  [say('–'), 'ndash|en dash|endash'],
  [say('—'), 'mdash|em dash|emdash'],
  [say(' — '), 'spaced mdash|spaced em dash'],
  [say(' · '), 'dot|·|middot|•|bullet|bull|*'],
  [say('\u00a0'), 'nbsp|space|spaces|thinsp|thin space|hair space|zwsp|nnbsp'],
  [say('|'), '!|pipe'],
  [say('='), '='],
  [say("'"), "'|apostrophe|'s"],
  [say('°'), 'deg'],
  [say(', '), 'comma'],
  [say('×'), 'times'],
  [say('−'), 'minus'],
  [say('½'), 'half'],
  [say('\n\n'), 'clear|-|clr|break|pb|paragraph break|paragraph'],
  [say(' '), 'br|wbr|shy|lb|crlf|zwj|zwnj'],
  [say('Yes'), 'yes|ya|aye|tick|check'],
  [say('No'), 'no|na2|cross|nay'],
  [say('N/A'), 'n/a|na'],
  [
    nothing,
    'short description|sfn|sfnp|sfnm|efn|efn-ua|efn-lr|efn-la|efn-lg|refn|#tag|r|rp|ref|reflist|refs|notelist|notelist-ua|notes|harvnb|harv|harvp|citation needed|' +
      'cn|fact|clarify|when|who|which|by whom|according to whom|better source needed|dead link|cbignore|webarchive|verify source|failed verification|page needed|' +
      'update inline|main|main article|see also|further|details|hatnote|about|for|other uses|distinguish|not to be confused with|' +
      'use dmy dates|use mdy dates|use british english|use american english|engvarb|good article|featured article|pp|pp-protected|pp-move|' +
      'coord|flagicon|flagdeco|flag icon|authority control|portal|portal bar|portal-inline|subject bar|commons|commons category|commonscat|sister project links|wikiquote|wiktionary|' +
      'defaultsort|displaytitle|anchor|anchors|toc|toc limit|toc left|tocleft|use list-defined references|refbegin|refend|div col|div col end|div end|col-begin|col-2|col-end|col-break|' +
      'italic title|infobox mapframe|maplink|external media|listen|ipac-en|ipa-fr|ipa-ko|pron|audio|center top|empty section|expand section|unreferenced|refimprove|more citations needed|' +
      'orphan|cleanup|stub|multiple image|location map|location map many|location map+|navbox|s-start|s-bef|s-ttl|s-aft|s-end|succession box|image label begin|family tree|' +
      'cite|citation|official website|official|imdb name|imdb title|official site|dynamic list|disambiguation|disambig|hndis|geodis|dab|surname|redirect|redirect2|' +
      'legend|legend0|legend2|legend-line|legend inline|ifsubst|expand language|inflation|inflation-fn|inflation/year|inflation/fn|flagicon image|weather box|historical populations|us census population|bar box|bar percent|pie chart|graph:chart|table alignment|table|tablealign|hatnote group|infobox person/wikidata|lookfrom|intitle|source-attribution|r-phrase|update|pov|missing information|in use|under construction|copy edit|tone|hidden begin|hidden end|clarification needed|notetag|thanks|nobots|lang switch',
  ],
];

const SHOWN = new Map<string, Show>();
for (const [show, names] of BY_SHOW) for (const name of names.split('|')) SHOWN.set(name, show);
// The bar itself divides the list above.
SHOWN.set('!', say('|'));
SHOWN.set('!!', say('||'));

/** Notes, citations and notices, which come in families. */
const HIDDEN_FAMILY =
  /^(?:cite |citation |harv|sfn|efn|use .* (?:english|dates)$|pp-|commons|portal|taxonbar|s-|col-|toc|redirect|wiki(?:source|quote|data|species|voyage|books|media|versity)|.*-stub$|.* stub$|refimprove|.* needed$|r from |r to |defaultsort|displaytitle|(?:.*)navbox|.* sidebar$|infobox.*\/|article history|pov-|user )/;

/**
 * What a reader sees of a template, as wikitext. `undefined` for a template that is not known here.
 */
export function showKnown(name: string, args: TemplateArguments): string | undefined {
  const show = SHOWN.get(name);
  if (show) return show(args, name);
  if (/^ipa[ac]?-|^ipac/.test(name)) return '';
  return HIDDEN_FAMILY.test(name) ? '' : undefined;
}

/** Words in another language, with that language; wikis also show its name, which the sentence tells without it. */
export function foreignText(
  name: string,
  args: TemplateArguments,
): { readonly text: string; readonly language: string } | undefined {
  const prefix = /^lang-([a-z]{2,3})(?:-[a-z]+)?$/.exec(name)?.[1];
  if (prefix !== undefined && name !== 'lang-zh') return { text: args.get(1, 'text'), language: prefix };
  if (name !== 'lang' && name !== 'langx' && name !== 'native name') return undefined;
  return { text: args.get(2, 'text'), language: args.get(1).toLowerCase() };
}
