import type { Key, Name } from '../model';
import { BARRIER_UNIT, foldTable, IGNORED, SEPARATOR, Separator } from '../text/fold';
import { isHangul } from '../text/words';
import { compileIndex } from './compileIndex';
import { FormFlag, FormTable, type Form } from './forms';
import type { Mention, RuleId } from './mention';
import { NameIndex } from './nameIndex';
import { isParticle } from './rules/korean';
import { Hits, scan } from './scan';
import { Tokens, Units } from './tokens';

/** The rules a reader can switch off. */
export type RuleSwitch = 'surname' | 'particle' | 'elision' | 'possessive' | 'regions';

export interface FindOptions {
  /** VS Code's id of the document's language; plain text where absent. */
  readonly languageId?: string;
  /** Switches rules off (or on again); all are on by default. */
  readonly rules?: Partial<Record<RuleSwitch, boolean>>;
}

/** Finds the mentions of names in texts. Made once for a set of names; holds no state between texts. */
export class NameFinder {
  private readonly table: FormTable;
  private readonly index: NameIndex;
  private readonly units = new Units();
  private readonly tokens = new Tokens();
  private readonly hits = new Hits();

  constructor(readonly names: readonly Name[]) {
    this.table = new FormTable(names);
    this.index = NameIndex.load(compileIndex(this.table.forms.map((form) => form.text)))!;
  }

  /** The mentions in `text`, in order; offsets are UTF-16 code units of `text`. */
  find(text: string, options: FindOptions = {}): Mention[] {
    this.units.load(text);
    if (options.languageId === 'markdown') coverMarkdown(text, this.units);
    scan(this.index, this.units, this.tokens, this.hits);
    const mentions: Mention[] = [];
    const seen = new Set<Key>();
    const { tokens, hits } = this;
    let end = 0;
    for (let hit = 0; hit < hits.count;) {
      const word = hits.first[hit]!;
      let next = hit;
      while (next < hits.count && hits.first[next] === word) next++;
      const start = tokens.start[word]!;
      for (let long = next - 1; start >= end && long >= hit;) {
        const last = hits.last[long]!;
        let same = long;
        while (same >= hit && hits.last[same] === last) same--;
        const forms: Form[] = [];
        for (let at = same + 1; at <= long; at++) {
          const form = this.table.forms[hits.form[at]!]!;
          if (this.accepts(text, form, word, last, seen)) forms.push(form);
        }
        if (forms.length > 0) {
          mentions.push(this.mention(text, forms, start, tokens.end[last]!));
          for (const form of forms) if ((form.flags & FormFlag.full) !== 0) seen.add(this.table.key(form));
          end = tokens.end[last]!;
          break;
        }
        long = same;
      }
      hit = next;
    }
    return mentions;
  }

  private accepts(text: string, form: Form, first: number, last: number, seen: ReadonlySet<Key>): boolean {
    const start = this.tokens.start[first]!;
    const end = this.tokens.end[last]!;
    if ((form.flags & FormFlag.exactCase) !== 0 && !sameCase(text.slice(start, end), form.text)) return false;
    if ((form.flags & FormFlag.surname) !== 0) {
      if (!seen.has(this.table.key(form)) || !/^\p{Lu}/u.test(text.slice(start, end))) return false;
      const before = /(\p{Lu}[\p{L}.]*)[ -]$/u.exec(text.slice(Math.max(0, start - 40), start));
      if (
        before &&
        !/^(?:Mr|Mrs|Ms|M|Mme|Dr|President|Minister|Monsieur|When|In|But|And|The|Then|If|As)\b/.test(
          before[1]!,
        )
      )
        return false;
    }
    return this.beginsWell(text, start) && this.endsWell(text, end) && !isAddress(text, start, end);
  }

  private beginsWell(text: string, start: number): boolean {
    const before = start === 0 ? Separator.space : foldTable()[text.charCodeAt(start - 1)]!;
    if (before === Separator.apostrophe && start > 1) {
      const word = /\p{L}+$/u.exec(text.slice(Math.max(0, start - 12), start - 1));
      return (
        !word ||
        /^(?:[ldqjnsmtc]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|all|dell|nell|sull|dall|un)$/i.test(
          word[0],
        )
      );
    }
    if (before === Separator.underscore)
      return start < 2 || foldTable()[text.charCodeAt(start - 2)]! >= SEPARATOR;
    return !(isHangul(before) && isHangul(text.charCodeAt(start)));
  }

  private endsWell(text: string, end: number): boolean {
    const behind = end >= text.length ? Separator.space : foldTable()[text.charCodeAt(end)]!;
    if (behind === Separator.apostrophe) {
      const word = /^\p{L}+/u.exec(text.slice(end + 1, end + 12));
      return !word || /^(?:s|ll|d|ve|re|n)$/i.test(word[0]);
    }
    if (behind === Separator.underscore)
      return end + 1 >= text.length || foldTable()[text.charCodeAt(end + 1)]! >= SEPARATOR;
    if (isHangul(behind)) {
      const suffix = /^[가-힣]+/.exec(text.slice(end, end + 16))?.[0] ?? '';
      return isParticle(suffix, foldTable()[text.charCodeAt(end - 1)]!);
    }
    return true;
  }

  private mention(text: string, forms: readonly Form[], start: number, end: number): Mention {
    const found = text.slice(start, end);
    const form = forms[0]!;
    const rules: RuleId[] = [(form.flags & FormFlag.label) !== 0 ? 'label' : 'alias'];
    if ((form.flags & FormFlag.acronym) !== 0) rules.push('acronym');
    else if (found !== form.spelled) {
      if (found.toLowerCase() !== found && found.toLowerCase() === form.spelled.toLowerCase())
        rules.push('case');
      else if (found === found.toLowerCase() && form.spelled !== form.spelled.toLowerCase())
        rules.push('case');
      if (/[\s\u00a0]{2}|[\n\u00a0\u202f]/.test(found)) rules.push('spacing');
    }
    if ((form.flags & FormFlag.plural) !== 0) rules.push('plural');
    if ((form.flags & FormFlag.surname) !== 0) rules.push('surname');
    if (/^['’]s?(?!\p{L})/u.test(text.slice(end, end + 3)) && (text[end + 1] === 's' || found.endsWith('s')))
      rules.push('possessive');
    if (/\p{L}['’]$/u.test(text.slice(Math.max(0, start - 2), start))) rules.push('elision');
    if (isHangul(text.charCodeAt(end))) rules.push('particle');
    return {
      start,
      end,
      text: found,
      names: [...new Set(forms.map((one) => this.table.key(one)))],
      why: { form: form.spelled, ...(form.language === undefined ? {} : { language: form.language }), rules },
    };
  }
}

function sameCase(found: string, form: string): boolean {
  const table = foldTable();
  const plain = [...found].filter((sign) => table[sign.charCodeAt(0)] !== IGNORED).join('');
  return plain.normalize('NFC') === form.normalize('NFC');
}

/** Whether a hit stands in a URL, an address, a path, a handle or a hashtag. */
function isAddress(text: string, start: number, end: number): boolean {
  let from = start;
  while (from > 0 && start - from < 400 && !/[\s<>"“”]/.test(text.charAt(from - 1))) from--;
  const before = text.slice(from, start);
  const behind = /^[^\s<>"“”]{0,80}/.exec(text.slice(end, end + 80))![0];
  return /:\/\/|^www\.|[@#\\]|^~?\.{0,2}\/|\/.*\//.test(before) || /^@\w|^\.\p{Ll}/u.test(behind);
}

/** Covers what is code in Markdown. */
function coverMarkdown(text: string, units: Units): void {
  for (const run of text.matchAll(
    /^( {0,3})(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\2[`~]*[ \t]*$|$(?![\s\S]))|(`+)[^`][\s\S]*?\3(?!`)|\]\([^)\n]*\)/gm,
  )) {
    units.data.fill(BARRIER_UNIT, run.index, run.index + run[0].length);
  }
}
