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

export const GIVEN = words(
  GIVEN_NAMES,
  // For articles of all countries; where names are found in a text, a capital in the middle of a sentence does.
  `aksel albrecht aleksander alfons alfredo alistair amalia anastasia andrzej annika antonia arne arturo asta bengt birgit bjorn boleslaw borislav bogdan cristiano
  dagmar danuta davide domingo dragan ebba edvard einar ekaterina elif elin emilia emilio enzo ernesto esteban eugenio ewa fatou fernanda filip filippo fredrik fumio
  gerhardt gertrud giancarlo gunnar gustaf haakon halldor hanna haruki hedwig henryk hideo hilda hiroshi igor ignacio ilse imre indira ingeborg ingmar ingvar istvan
  ivana jadwiga jamal janos jaroslav jawaharlal jelena jerzy joaquim joko jorgen josefina josip jozef juha junichiro kaarlo karel karoline katarzyna kazimierz kenji
  kirsten knut kofi kristian krzysztof kwame laszlo lech leif lennart ljubomir lorenz lucjan magda magnus maja mahmoud malik mamadou mariam mariana marit marko matilda
  mattias mehmet mihail milos miroslav mohandas mustapha nadezhda narendra nelson nils nikola oda odd olaf olav olof omar ottavio ove paolo pavel per petar piotr pilar
  priya radoslav rafal rajesh ragnar rajiv ramesh reidar renata ricarda roald ronaldo rudi sanjay sergey shinzo sigrid sigurd snorri sofia solveig stanislaw stefania
  svante sven svend tadeusz taro tatjana thor thorvald tomas tomasz torsten tove uwe vaclav valentina vasily vera viggo viktor vilhelm vincent vittorio vladimir wanda
  wilhelm wilhelmina wladyslaw wojciech yasmin yelena yitzhak yukio yuri yusuf zbigniew zdenek zoltan agathe siv ruy rui jorge zeferino glicinia caetano`,
);
export const FUNCTION = words(
  FUNCTION_WORDS,
  'along albeit although among amid according additionally also because both economic officially originally currently recently furthermore moreover nevertheless nonetheless similarly subsequently finally eventually initially overall relations section chapter part',
);
/** Words that begin sentences and no names. */
export const OPENING = words(
  `amidst alongside regardless whilst whenever wherever beneath due thanks apart aside rather afterwards afterward nowadays sometimes likewise numerous various others none out up less more
  much far close almost half hundreds thousands millions built born known written led made named based founded located officials scholars scientists students workers parts
  instead besides otherwise meanwhile hence thus whether despite unlike throughout including regarding concerning given following owing except via versus per notwithstanding several certain
  soon never always ever again once twice thereafter ultimately notably possibly probably certainly clearly obviously surprisingly interestingly unfortunately fortunately sadly reportedly
  allegedly apparently presumably supposedly arguably admittedly importantly crucially ironically roughly nearly approximately about around early late mid unlike like even only`,
);
/** Words that begin sentences, and names as well: *National Assembly*, *Human Rights Watch*. */
export const OPENING_OR_NAME = words(
  `political cultural diplomatic bilateral military official critics exports imports tourism football cinema music film films aid talks visits contacts ties links plans reports polls
  surveys data figures ancient large small good bad true false rich poor low long short local public private human social modern young foreign international national trade similar
  different important famous major minor main key total average annual daily monthly weekly today tomorrow yesterday federal third fourth fifth sixth tenth`,
);
export const TITLE = words(
  TITLES,
  'president minister chancellor secretary ambassador envoy general colonel captain admiral king queen emperor pope bishop archbishop cardinal sir lord lady dr mr mrs ms professor prof senator governor mayor judge sheikh sultan prince princess duke marshal commander lieutenant sergeant major chairman chairwoman director deputy vice prime foreign interior supreme leader ceo cfo cto rev reverend justice coach count baron viscount archduke tsar field brigadier rear pastor imam rabbi',
);
/** What stands behind the names of persons for honours and degrees. */
export const POSTNOMINAL = words(
  'obe mbe cbe kbe dbe gbe om ch kcb cb kg kt gcb cmg kcmg gcmg cvo kcvo dso dsc dfc mc vc gc frs frse fba frsl fsa phd md ba ma bsc msc llb llm mp mep msp qc kc sc jp pc raf rn usn usaf sj op osb',
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
    watch relief aid international rescue crescent cross rangers rovers united athletic systems technologies partners records studios theatre orchestra cooperative kingdom-hall
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
    `act agreement pact treaty accord accords convention declaration protocol charter constitution bible quran report diary symphony sonata concerto trilogy saga chronicle chronicles manifesto`,
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
export function kindByWords(all: readonly string[]): NameKind | undefined {
  // *World War II*, *Euro 2016*: the number says nothing.
  const isNumbered = all.length > 2 && /^(?:[IVX]{1,5}|\d+)$/.test(all.at(-1)!);
  const names = isNumbered ? all.slice(0, -1) : all;
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
      inventor explorer sailor pilot astronaut chef photographer filmmaker producer secretary governor mayor senator deputy chancellor spokesman spokeswoman spokesperson founder son daughter wife husband brother sister father mother aunt uncle surveyor cinematographer screenwriter conductor pianist violinist sculptor counterpart colleague successor predecessor starring`),
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

/** Prepositions behind which a place stands … */
export const LOCATIVE = words(
  'in at near toward towards across outside within throughout around en vers depuis aus nach bei',
);
/** … those behind which one stands only where somebody or something moves … */
export const DIRECTION = words('to from into via for');
/** … and how these words begin. */
export const MOTION =
  /^(?:travel|mov|went|go|going|flew|fly|sail|return|c[ao]me|back|arriv|visit|depart|exile|migrat|emigrat|immigrat|fled|flee|march|rode|ride|drove|driv|road|railway|rail|flight|journey|trip|tour|way|route|ferr|ship|retreat|transfer|bus|train|line|home|north|south|east|west|km|miles)/i;
