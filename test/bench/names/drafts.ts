import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDossier } from '../../../src/core/format/readDossier';
import type { Name } from '../../../src/core/model';
import type { Mention } from '../../../src/core/names/mention';
import { NameFinder } from '../../../src/core/names/nameFinder';
import { loadDraft, type Draft } from '../../fixtures/mentions/loadDrafts';

const FIXTURES = 'test/fixtures/mentions';
const BUNDLED = 'data/france-north-korea';

/** Something that a finder got wrong in a draft. */
export interface Mistake {
  readonly draft: string;
  readonly kind: 'missed' | 'false';
  readonly rule: string;
  readonly text: string;
  /** What stands around it. */
  readonly around: string;
}

/** Counts from which precision, recall and F1 follow. */
export interface Tally {
  right: number;
  missed: number;
  false: number;
}

/** How well drafts were read: in all, by the rule of each label, and by the kind of draft. */
export interface Score {
  readonly all: Tally;
  readonly byRule: ReadonlyMap<string, Tally>;
  readonly byKind: ReadonlyMap<string, Tally>;
  readonly mistakes: readonly Mistake[];
}

/** Finds the mentions in a draft; keys of names are `<dossier>/<id>`. */
export type FindMentions = (
  text: string,
  languageId: string,
) => readonly Pick<Mention, 'start' | 'end' | 'names'>[];

export const precision = ({ right, false: wrong }: Tally): number =>
  right + wrong === 0 ? 1 : right / (right + wrong);
export const recall = ({ right, missed }: Tally): number =>
  right + missed === 0 ? 1 : right / (right + missed);
export const f1 = (tally: Tally): number => {
  const [p, r] = [precision(tally), recall(tally)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
};

/** The names of the bundled dossier, and those together with the ones that are hard to find. */
export function draftNames(): { readonly bundled: readonly Name[]; readonly extra: readonly Name[] } {
  const read = (namesFile: string): readonly Name[] => {
    const manifest = new TextEncoder().encode('format: 1\nid: d\ntitle: D\n');
    const files = new Map([
      ['dossier.yaml', manifest],
      ['names.yaml', new Uint8Array(readFileSync(namesFile))],
    ]);
    return readDossier(files).dossier?.names ?? [];
  };
  const bundled = read(join(BUNDLED, 'names.yaml'));
  return { bundled, extra: [...bundled, ...read(join(FIXTURES, 'names.yaml'))] };
}

/** The drafts of a folder: `develop` to tune on, `report` only to be reported. */
export function draftsOf(folder: 'develop' | 'report'): readonly (Draft & { readonly file: string })[] {
  return readdirSync(join(FIXTURES, folder))
    .filter((file) => file.endsWith('.draft'))
    .sort()
    .map((file) => ({ file, ...loadDraft(readFileSync(join(FIXTURES, folder, file), 'utf8')) }));
}

/** Our finder over the names that a draft asks for. */
export function ourFinder(): (draft: Draft) => FindMentions {
  const names = draftNames();
  const finders = { bundled: new NameFinder(names.bundled), extra: new NameFinder(names.extra) };
  return (draft) => (text, languageId) => finders[draft.names].find(text, { languageId });
}

/**
 * What the issue names as the floor: a regular expression over all labels and aliases as whole words, longest first,
 * in exactly their spelling.
 */
export function plainExpression(): (draft: Draft) => FindMentions {
  const { bundled, extra } = draftNames();
  const compile = (names: readonly Name[]): FindMentions => {
    const byForm = new Map<string, string[]>();
    for (const name of names) {
      const forms = [name.label, ...Object.values(name.labels), ...name.aliases.map((alias) => alias.text)];
      for (const form of new Set(forms)) byForm.set(form, [...(byForm.get(form) ?? []), name.key]);
    }
    const escaped = [...byForm.keys()]
      .sort((a, b) => b.length - a.length)
      .map((form) => form.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
    return (text) =>
      [...text.matchAll(pattern)].map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        names: byForm.get(match[0]) ?? [],
      }));
  };
  const finders = { bundled: compile(bundled), extra: compile(extra) };
  return (draft) => finders[draft.names];
}

/**
 * Scores a finder. A label is found by a mention that begins where it does and ends where it does (at a plural, also
 * before the ending) and names the same name first, or, for a shared form, all of them with the right one first.
 * Every other mention is false, and counts for the rule of the trap or label that it touches.
 */
export function scoreDrafts(
  drafts: readonly (Draft & { readonly file: string })[],
  finderFor: (draft: Draft) => FindMentions,
): Score {
  const all: Tally = { right: 0, missed: 0, false: 0 };
  const byRule = new Map<string, Tally>();
  const byKind = new Map<string, Tally>();
  const mistakes: Mistake[] = [];
  for (const draft of drafts) {
    const count = (rule: string, what: keyof Tally): void => {
      all[what]++;
      for (const [map, key] of [
        [byRule, rule],
        [byKind, draft.kind],
      ] as const) {
        const tally = map.get(key) ?? { right: 0, missed: 0, false: 0 };
        tally[what]++;
        map.set(key, tally);
      }
    };
    const mistake = (kind: Mistake['kind'], rule: string, start: number, end: number): void => {
      const around = draft.text.slice(Math.max(0, start - 40), end + 40).replace(/\s+/gu, ' ');
      mistakes.push({ draft: draft.file, kind, rule, text: draft.text.slice(start, end), around });
    };
    const mentions = finderFor(draft)(draft.text, draft.language);
    const used = new Set<number>();
    for (const label of draft.labels) {
      const at = mentions.findIndex(
        (mention) =>
          mention.start === label.start &&
          (mention.end === label.end || (label.rule === 'plural' && mention.end === label.end - 1)) &&
          idOf(mention.names[0]) === label.ids[0] &&
          label.ids.every((id) => mention.names.some((name) => idOf(name) === id)),
      );
      if (at >= 0) {
        used.add(at);
        count(label.rule, 'right');
      } else {
        count(label.rule, 'missed');
        mistake('missed', label.rule, label.start, label.end);
      }
    }
    mentions.forEach((mention, at) => {
      if (used.has(at)) return;
      const touched = [...draft.traps, ...draft.labels].find(
        (place) => place.start < mention.end && place.end > mention.start,
      );
      const rule = touched?.rule ?? 'unlabelled';
      count(rule, 'false');
      mistake('false', rule, mention.start, mention.end);
    });
  }
  return { all, byRule, byKind, mistakes };
}

function idOf(key: string | undefined): string {
  return key?.slice(key.lastIndexOf('/') + 1) ?? '';
}
