import { fold } from '../../text/fold';
import { GIVEN_NAMES } from '../../names/rules/givenNames';
import { DATES, FUNCTION_WORDS, SURNAME_PARTICLES, TITLES } from '../../names/rules/wordLists';
import type { NameKind } from '../../model';

/** Words by which a reader knows what kind of thing a name is. Folded; see `wordLists.ts` for those shared with finding. */

function words(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(
    fold(lists.join(' '))
      .split(/\s+/)
      .filter((word) => word !== ''),
  );
}

export const GIVEN = words(GIVEN_NAMES);
export const FUNCTION = words(
  FUNCTION_WORDS,
  'along albeit although among amid according additionally also because both economic officially originally currently recently furthermore moreover nevertheless nonetheless similarly subsequently finally eventually initially overall relations section chapter part',
);
export const TITLE = words(
  TITLES,
  'president minister chancellor secretary ambassador envoy general colonel captain admiral king queen emperor pope bishop archbishop cardinal sir lord lady dr mr mrs ms professor prof senator governor mayor judge sheikh sultan prince princess duke marshal commander lieutenant sergeant major chairman chairwoman director deputy vice prime foreign interior supreme leader',
);
export const DATE = words(
  DATES,
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche januar februar marz juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag',
);
export const PARTICLE = words(
  SURNAME_PARTICLES,
  'de du des di da della dos del von van der den zu le la el al bin ibn ben',
);

/** At the end of a name. */
const HEADS: Readonly<Record<Exclude<NameKind, 'person' | 'concept'>, ReadonlySet<string>>> = {
  organisation: words(
    `union party government ministry department office bureau agency authority service university college school academy company corporation inc ltd llc gmbh plc
    bank council committee commission association institute institution organisation organization society foundation federation confederation alliance coalition army navy force forces police
    court parliament assembly senate congress league club team press group nations airlines airways railways broadcasting television radio times post herald tribune gazette
    church order movement front guard corps brigade regiment division network trust fund board chamber secretariat directorate administration laboratory laboratories industries
    systems technologies partners records studios theatre orchestra cooperative kingdom-hall
    ministere parti gouvernement universite banque conseil comite commission association institut societe fondation armee assemblee senat ligue presse partei regierung universitat bundestag ministerium verein gesellschaft
    partido gobierno universidad banco ministerio consejo`,
  ),
  place: words(
    `river lake mountain mountains mount hill hills valley island islands isle peninsula bay gulf sea ocean strait coast cape desert forest park square street avenue road
    boulevard bridge city town village county province prefecture district region state territory republic kingdom empire airport station harbour harbor port castle palace
    cathedral basilica abbey monastery temple stadium reef rock point beach canal dam cemetery zone border
    rue place pont ile lac mer montagne ville`,
  ),
  event: words(
    `war wars revolution uprising rebellion revolt battle siege massacre crisis olympics games cup championship championships election elections referendum summit conference
    congress-of festival exhibition expo coup earthquake hurricane tsunami famine disaster accident bombing attack attacks offensive campaign operation expedition
    treaty-signing holocaust genocide marathon guerre bataille krieg schlacht aufstand`,
  ),
  work: words(
    `act agreement treaty accord accords convention declaration protocol charter constitution bible quran report diary symphony sonata concerto trilogy saga chronicle chronicles manifesto`,
  ),
};
/** At the beginning of a name: *Mount Paektu*, *Battle of Waterloo*, *University of Oxford*. */
const LEADS: Readonly<Record<Exclude<NameKind, 'person' | 'concept'>, ReadonlySet<string>>> = {
  organisation: words(
    'university ministry bank agence agency department institute bureau office council parti ministere universite banque radio association order church bundesministerium',
  ),
  place: words(
    'mount lake cape fort port isle gulf bay strait sea river republic kingdom state city province saint-denis rue place',
  ),
  event: words('battle siege war operation treaty-of massacre fall guerre bataille'),
  work: words('treaty act agreement convention declaration'),
};

/** The kind that the first or last word of a name tells. */
export function kindByWords(names: readonly string[]): NameKind | undefined {
  const first = fold(names[0] ?? '');
  const last = fold(names.at(-1) ?? '');
  for (const kind of ['organisation', 'event', 'place', 'work'] as const) {
    if (HEADS[kind].has(last) && names.length > 1) return kind;
  }
  for (const kind of ['organisation', 'event', 'place', 'work'] as const) {
    if (LEADS[kind].has(first) && names.length > 1) return kind;
  }
  // *French Bureau for Cooperation*: the word before the preposition is the head.
  const link = names.findIndex((name) => /^(?:of|for|de|du|des)$/.test(name));
  return link > 1 ? kindByWords(names.slice(0, link)) : undefined;
}

/** Whether a word heads names without being one: *the Office*, *the Party*. */
export function isHead(word: string): boolean {
  const folded = fold(word);
  return (
    Object.values(HEADS).some((set) => set.has(folded)) || Object.values(LEADS).some((set) => set.has(folded))
  );
}

export function isOrganisationHead(word: string): boolean {
  return HEADS.organisation.has(fold(word));
}

/** Common nouns that say what a name is: *is a **city** in*, *the **film** X*. */
const NOUNS: readonly (readonly [NameKind, ReadonlySet<string>])[] = [
  [
    'person',
    words(`politician president minister envoy ambassador diplomat writer author poet novelist journalist actor actress director singer musician composer painter artist sculptor
      architect scientist physicist chemist biologist mathematician philosopher historian economist engineer lawyer judge general officer soldier king queen emperor prince princess
      businessman businesswoman entrepreneur activist athlete footballer player coach bishop priest theologian physician doctor nurse teacher professor scholar keeper critic leader
      inventor explorer sailor pilot astronaut chef photographer filmmaker producer secretary governor mayor senator deputy chancellor spokesman spokeswoman spokesperson founder son daughter wife husband brother sister`),
  ],
  [
    'place',
    words(`city town village capital country state nation province region county district island river lake mountain sea commune municipality settlement suburb neighbourhood
      neighborhood borough port peninsula continent kingdom republic territory archipelago valley park building bridge castle church lighthouse station airport street rock`),
  ],
  [
    'organisation',
    words(`company organisation organization party agency institution university bank newspaper association club team band ministry union group corporation publisher museum school
      college institute charity foundation council committee commission airline broadcaster manufacturer alliance`),
  ],
  [
    'event',
    words(
      `war battle festival election conference summit event revolution championship tournament competition disaster crisis ceremony treaty-signing uprising`,
    ),
  ],
  [
    'work',
    words(
      `film movie novel book series album song poem play opera magazine painting documentary game comic symphony journal treaty agreement novella anthology musical sculpture memoir`,
    ),
  ],
];

/** The kind that a common noun names. */
export function kindByNoun(noun: string): NameKind | undefined {
  const folded = fold(noun);
  return NOUNS.find(
    ([, set]) => set.has(folded) || (folded.endsWith('s') && set.has(folded.slice(0, -1))),
  )?.[0];
}

/** Prepositions behind which a place stands. */
export const LOCATIVE = words(
  'in at from to near into toward towards across via outside within throughout around en vers depuis aus nach bei',
);
