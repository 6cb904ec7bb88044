// A dossier with two topics of 20,000 facts each: one of many sections, one that is a single section.

export const DOSSIER = 'A large dossier';
export const SECTIONED = 'A topic of 20,000 facts in 400 sections';
export const SINGLE = 'A single section of 20,000 facts';
export const FACTS = 20_000;

const SECTIONS = 400;
/** Facts of a paragraph. */
const PARAGRAPH = 5;
const NAMES = 40;
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * The files of the dossier by their paths. Each fact has a name; a third of the facts of the first topic has a date, and
 * all of the other.
 */
export function largeTopics(): Readonly<Record<string, string>> {
  const names = Array.from(
    { length: NAMES },
    (_, at) => `Person Number${String.fromCharCode(65 + (at % 26))}${at}`,
  );
  const sentence = (at: number, isDated: boolean): string => {
    const when = isDated ? `In ${MONTHS[at % 12]!} ${1900 + ((at * 7) % 120)}` : 'Later';
    const end = at % PARAGRAPH === PARAGRAPH - 1 ? '\n' : '';
    return `${when} ${names[(at * 7) % NAMES]!} counted ${at} sheep on the hills behind the town, and wrote it down.${end}`;
  };
  const sentences = (from: number, count: number, isDated: (at: number) => boolean): string[] =>
    Array.from({ length: count }, (_, at) => sentence(from + at, isDated(from + at)));
  const topic = (title: string, lines: readonly string[]): string =>
    `---\ntitle: ${title}\n---\n\n${lines.join('\n')}\n`;
  const inSection = FACTS / SECTIONS;
  const sections = Array.from({ length: SECTIONS }, (_, at) => [
    `## Section ${at}\n`,
    ...sentences(at * inSection, inSection, (fact) => fact % 3 === 0),
  ]);
  return {
    'large/dossier.yaml': `format: 1\nid: large\ntitle: ${DOSSIER}\nlanguage: en\ntopics:\n  - topics/sectioned.md\n  - topics/single.md\n`,
    'large/names.yaml': names
      .map((name, at) => `- id: n${at}\n  label: ${name}\n  kind: person\n  description: Made up.\n`)
      .join(''),
    'large/topics/sectioned.md': topic(SECTIONED, sections.flat()),
    'large/topics/single.md': topic(SINGLE, ['## All of it\n', ...sentences(0, FACTS, () => true)]),
  };
}
