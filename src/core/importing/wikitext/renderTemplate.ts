import wtf from 'wtf_wikipedia';
import { oneLine } from '../cleanText';
import { showCountry } from './countryTemplates';
import { readInfoboxTemplate } from './infobox';
import { showAsOf, showMoney, withSeparators } from './measures';
import type { WikiPage } from './page';
import { foreignText, showKnown } from './shownTemplates';
import { TemplateArguments } from './templateArguments';

/** Names of templates that the library knows, with what they do. */
let known: Readonly<Record<string, unknown>> | undefined;
/** Characters of a template that the library is asked for; its patterns are not made for long texts. */
const ASKED_LENGTH = 600;
/** How many templates of a page the library is asked for. */
const ASKED = 3_000;
const asked = new WeakMap<WikiPage, Map<string, string>>();

const INFOBOX =
  /^(?:infobox|taxobox|speciesbox|automatic taxobox|drugbox|chembox|.+ infobox|infobox .+|ficha de|info\/|infoboks|infoboks .+|tableau .+|صندوق معلومات|תבנית.*|정보상자|기본 정보)/iu;

/** `#if` and the like, and magic words: the part that a reader most likely sees. */
function showFunction(name: string, args: readonly string[], page: WikiPage): string | undefined {
  const match = /^(#?[A-Za-z]+):([^]*)$/.exec(name);
  const word = (match?.[1] ?? name).toLowerCase();
  const value = (match?.[2] ?? '').trim();
  switch (word) {
    case '#if':
    case '#ifexist':
      return (value === '' ? args[1] : args[0])?.trim() ?? '';
    case '#ifeq':
      return (value === (args[0] ?? '').trim() ? args[1] : args[2])?.trim() ?? '';
    case '#iferror':
      return value;
    case 'formatnum':
      return withSeparators(value);
    case '#expr':
    case 'lc':
    case 'uc':
    case 'ucfirst':
    case 'lcfirst':
    case 'plural':
      return value;
    case '#switch':
      return (args.find((arg) => arg.trimStart().startsWith(`${value}=`)) ?? args.at(-1) ?? '').replace(
        /^[^=]*=/,
        '',
      );
    case '#dateformat':
    case '#formatdate':
      return value;
    case 'pagename':
    case 'fullpagename':
    case 'basepagename':
      return page.title;
    default:
      // `#tag:ref`, `#invoke`, `DEFAULTSORT` and the like show nothing that could be known here.
      return match && /^(?:#|[A-Z]{4,}$)/.test(match[1]!) ? '' : undefined;
  }
}

/** What the library makes of a template; `undefined` where it does not know it. */
function ask(name: string, args: readonly string[], page: WikiPage): string | undefined {
  if (!known) {
    wtf.extend((_models: unknown, templates: Readonly<Record<string, unknown>>) => {
      known = templates;
    });
  }
  if (!known || !Object.hasOwn(known, name)) return undefined;
  const source = `{{${[name, ...args].join('|')}}}`;
  const answers = asked.get(page) ?? new Map<string, string>();
  asked.set(page, answers);
  let answer = answers.get(source);
  if (answer === undefined) {
    if (source.length > ASKED_LENGTH || answers.size >= ASKED) return undefined;
    answer = wtf(source).text().replace(/\s+/g, ' ').trim();
    answers.set(source, answer);
  }
  return answer;
}

/** Where a template stands. */
export interface TemplatePlace {
  /** The character before it; empty at the beginning. */
  readonly before: string;
  /** On lines of its own, and in no other template. */
  readonly isAlone: boolean;
  /** No words stand before it: an infobox does, and notices of all sorts. */
  readonly isBeforeProse: boolean;
}

/** What a reader sees of a template, as wikitext; its arguments hold no templates any more. */
export function renderTemplate(
  rawName: string,
  rawArgs: readonly string[],
  page: WikiPage,
  place: TemplatePlace,
): string {
  const name = rawName
    .replace(/_/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:template|subst|safesubst|msg):\s*/i, '');
  const shown = showFunction(name, rawArgs, page);
  if (shown !== undefined) return shown;
  const lower = name.toLowerCase();
  const args = new TemplateArguments(rawArgs);
  // “X redirects here”.
  if (/^redirect(?:-multi|2|-several|-distinguish|-synonym)?$/.test(lower) && args.get(1) !== '') {
    page.aliases.push(args.get(1));
    return '';
  }
  if (lower === 'as of' || lower === 'asof') return showAsOf(args, lower);
  const foreign = foreignText(lower, args);
  if (foreign) {
    const text = oneLine(foreign.text.replace(/'{2,}|\[\[(?:[^[\]|]*\|)?|\]\]/g, ''));
    page.hints.push({ kind: 'foreign', text, language: foreign.language });
    return foreign.text;
  }
  const country = showCountry(name, lower, args, (code) => ask('flag', [code], page));
  if (country !== undefined) return country;
  const ours = showKnown(lower, args) ?? showMoney(name, args);
  if (ours !== undefined) return ours;
  if (INFOBOX.test(lower)) return readInfoboxTemplate(lower, args, page);
  const theirs = ask(lower, rawArgs, page);
  if (theirs !== undefined && theirs !== '') return theirs;
  return theirs === undefined ? guess(name, args, page, place) : leaveOut(name, args, page);
}

/** What most likely is seen of a template that nobody knows: its plain arguments, where they are no note or notice. */
function guess(name: string, args: TemplateArguments, page: WikiPage, place: TemplatePlace): string {
  const values = args.entries.filter(([, value]) => value !== '');
  if (place.isAlone && place.isBeforeProse && values.length >= 3) {
    return readInfoboxTemplate(name, args, page);
  }
  // Right behind a sentence stand notes, and alone on a line links to other pages.
  const isNote = /[.!?。…،؛,;:»)\]]/.test(place.before);
  const isNotice = place.isAlone && args.texts.every((text) => text.length < 80 && !/[.!?。]/.test(text));
  if (args.texts.length > 0 && !isNote && !isNotice) return args.texts.join(' ');
  return leaveOut(name, args, page);
}

function leaveOut(name: string, args: TemplateArguments, page: WikiPage): string {
  if (args.texts.length > 0 || args.entries.length > 2) {
    page.warnings.add(`The template “${name.slice(0, 60)}” is left out.`);
  }
  return '';
}
