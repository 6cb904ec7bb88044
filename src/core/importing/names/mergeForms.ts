import { splitPersonName } from '../../names/forms';
import { kindOf, NUMERAL, type Candidate, type CandidateList } from './candidates';
import { countIn } from './prose';
import { wordsOf } from './words';

/** Names that are looked into for others that they hide. */
const LONGER = 5_000;
/** What companies are, before or behind their name. */
const LEGAL =
  /^(?:AB|AG|SA|AS|A\/S|NV|BV) (.+)$|^(.+?),? (?:AB|AG|SA|S\.A|SE|NV|N\.V|BV|B\.V|Inc|Ltd|Limited|LLC|GmbH|plc|PLC|Corp|Corporation|Co|SpA|S\.p\.A|Oyj|Oy|ASA|AS|KK)\.?$/;

/** Two persons' names of which one leaves out middle names or given names of the other. */
export function mergePersons(list: CandidateList): void {
  const persons = [...list.byLabel.values()].filter((candidate) => kindOf(candidate) === 'person');
  const bySurname = new Map<string, Candidate[]>();
  for (const person of persons) {
    const last = person.label.split(' ').at(-1)!;
    bySurname.set(last, [...(bySurname.get(last) ?? []), person]);
  }
  for (const short of [...list.byLabel.values()]) {
    const words = short.label.split(' ');
    if (words.length < 2) continue;
    const fuller = (bySurname.get(words.at(-1)!) ?? []).filter(
      (person) =>
        person !== short && list.byLabel.get(person.label) === person && isFuller(person.label, words),
    );
    const [person] = fuller;
    if (!person || fuller.length > 1) continue;
    list.absorb(person, short);
    // Without the given name it counts where the full name was said.
    const hasGiven = person.label.startsWith(`${words[0]!} `);
    person.aliases.set(short.label, { text: short.label, ...(!hasGiven && { requiresFullName: true }) });
  }
}

/** *Margaret Anne Lindqvist* of *Margaret Lindqvist*; *Teresa Villaverde Pinto* of *Villaverde Pinto*. */
function isFuller(label: string, words: readonly string[]): boolean {
  const full = label.split(' ');
  if (full.length <= words.length) return false;
  const isEnd = full.slice(-words.length).join(' ') === words.join(' ');
  return isEnd || (words.length === 2 && full[0] === words[0]);
}

function bareCompany(label: string): string | undefined {
  const legal = LEGAL.exec(label);
  return legal?.[1] ?? legal?.[2];
}

/** *Later Grey Lancers*: where a capital was only that of a sentence, the name is what stands elsewhere without it. */
export function mergeStarts(list: CandidateList): void {
  for (const candidate of [...list.byLabel.values()]) {
    const rest = candidate.label.slice(candidate.label.indexOf(' ') + 1);
    const other = rest === candidate.label || !/^\p{Lu}/u.test(rest) ? undefined : list.byLabel.get(rest);
    if (!other || other === candidate || candidate.isCertain || candidate.inside > 0) continue;
    // A full name and its surname are no such pair.
    if (kindOf(candidate) === 'person' && !rest.includes(' ')) continue;
    list.absorb(other, { ...candidate, aliases: new Map(), kinds: new Map() });
  }
}

/** Surnames, acronyms, forms without an article or a legal form are aliases of the full name. */
export function mergeShortForms(list: CandidateList): void {
  for (const candidate of [...list.byLabel.values()]) {
    for (const { text } of [...candidate.aliases.values()]) {
      const other = list.byLabel.get(text);
      // *Mercury (planet)* is only one of those called Mercury.
      if (other && other !== candidate && !candidate.label.startsWith(`${text} (`)) {
        list.absorb(candidate, other);
      }
      const company = list.byLabel.get(bareCompany(text) ?? '');
      if (company && company !== candidate) {
        list.absorb(candidate, company);
        candidate.aliases.set(company.label, { text: company.label });
      }
    }
    const bare = /^(?:The|An?) (.+)$/u.exec(candidate.label)?.[1] ?? bareCompany(candidate.label);
    if (bare === undefined) continue;
    const other = list.byLabel.get(bare);
    if (other && other !== candidate) list.absorb(candidate, other);
    if (other || kindOf(candidate) === 'work') candidate.aliases.set(bare, { text: bare });
  }
  const surnames = new Map<string, Candidate[]>();
  for (const candidate of list.byLabel.values()) {
    // *Charles X Gustav* has no surname.
    if (kindOf(candidate) !== 'person' || candidate.label.split(' ').some((word) => NUMERAL.test(word))) {
      continue;
    }
    const surname = splitPersonName(candidate.label)?.surname;
    if (surname !== undefined) surnames.set(surname, [...(surnames.get(surname) ?? []), candidate]);
  }
  for (const [surname, persons] of surnames) {
    const bare = list.byLabel.get(surname);
    for (const person of persons) person.aliases.set(surname, { text: surname, requiresFullName: true });
    // *Waldau* of *Albrecht von Waldau*, where the text says so.
    const last = surname.slice(surname.lastIndexOf(' ') + 1);
    const short = last === surname ? undefined : list.byLabel.get(last);
    if (short && !short.isCertain && persons.length === 1) {
      list.absorb(persons[0]!, { ...short, aliases: new Map(), kinds: new Map() });
      persons[0]!.aliases.set(last, { text: last, requiresFullName: true });
    }
    // Where two persons share a surname, the finder tells them apart by what stands around it.
    if (bare && !bare.isCertain) list.absorb(persons[0]!, { ...bare, aliases: new Map(), kinds: new Map() });
  }
}

/** Takes out what stands only inside of longer names: *Schoolgirl* of *The Schoolgirl's Diary*. */
export function dropHidden(list: CandidateList, texts: readonly string[]): void {
  const inside = new Map<string, number>();
  const longer = [...list.byLabel.values()].filter(({ label }) => /[ ’'–&]/.test(label)).slice(0, LONGER);
  for (const { label, count } of longer) {
    const words = wordsOf(label).slice(0, 12);
    for (let first = 0; first < words.length; first++) {
      for (let last = first; last < words.length; last++) {
        const part = label.slice(words[first]!.start, words[last]!.end);
        if (part !== label) inside.set(part, (inside.get(part) ?? 0) + count);
      }
    }
  }
  for (const candidate of [...list.byLabel.values()]) {
    const { label, isCertain } = candidate;
    const hidden = inside.get(label);
    if (isCertain || hidden === undefined || candidate.aliases.size > 0) continue;
    // All its places are places of longer names.
    if (countIn(texts, label) <= hidden) list.byLabel.delete(label);
  }
}
