/**
 * Words that tell a reader what kind of thing a capital letter beside a name means. Lists of words, split at spaces;
 * all are folded before use (no case, no accents). They are short on purpose: what they do not know is judged by case
 * and place in the sentence. English, French, German, Spanish and Italian.
 */

/** Words that open sentences or stand beside names without being a part of them. */
export const FUNCTION_WORDS = `
the a an this that these those his her their its our your my some any no every each all both either neither many most few several such
and or but nor so yet for as if when while where whereas because since until unless although though once whether before after till than
in on at by from to into onto with without within of off over under between among against about above below across along around behind
beside besides beyond despite during except inside like near outside past per through throughout toward towards upon via versus vs amid
he she it they we you i who whom whose which what how why there here then now today yesterday tomorrow tonight later earlier soon still
also even only just again never always often perhaps maybe however therefore thus hence moreover meanwhile instead otherwise nonetheless
is are was were be been being has have had do does did will would can could may might must shall should let not yes did does
said says saw see seen visit visited leave left meet met ask asked tell told call called despite given according unlike since
one two three four five six seven eight nine ten first second third last next another other same
le la les l un une des du de d au aux et ou mais donc or ni car que qu qui quoi dont si comme quand lorsque lorsqu puisque puisqu quoique parce
dans en sur sous avec sans pour par vers chez entre contre depuis pendant avant apres jusque jusqu selon malgre sauf hors outre
il elle ils elles on nous vous je j tu ce c cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos y ne n se s me m te t
est sont etait etaient fut ont avait a aussi alors ainsi puis ensuite hier demain aujourd hui ici toujours jamais deja encore toutefois cependant
der die das den dem des ein eine einen einem einer und oder aber denn doch als wenn weil dass ob in im an am auf aus bei mit nach seit von vom zu zum zur
fur gegen ohne um durch uber unter vor zwischen wahrend wegen trotz er sie es wir ihr ich ist sind war waren hat haben hatte wird werden nicht auch nur noch
heute gestern morgen hier dort dann nun jetzt wie was wer wo warum
el los las del al y o pero con sin para por sobre entre desde hasta hacia segun cuando donde como que quien es son era fue ha han no si
il lo gli i dello della dei delle e ed ma con senza per su tra fra da dal dalla nel nella quando dove come che chi non
`;

/** Places can be named after these, and then the place's name is complete. */
export const LOCATIVES = `
in from to into across throughout within inside outside around via toward towards through near of between and or against for with by
en vers depuis dans pour contre entre et ou avec par aus nach von und oder mit gegen zwischen
`;

/** The ones of them after which a capital word begins something new: *in France Macron said*. */
export const STRICT_LOCATIVES = `in from into across throughout within inside outside around toward towards through near en vers depuis dans aus nach`;

export const OF_WORDS = `of de du des d del della di da do von der the la le l`;

/** What stands before a person's name, or after a country's, without being a part of it. */
export const TITLES = `
mr mrs ms miss mister madam madame mme mlle m mm monsieur messieurs maitre me dr doctor prof professor sir lord lady dame rev reverend fr father sister brother
president presidents prime premier minister ministers ministre chancellor chancelier secretary deputy foreign defence defense finance interior culture education
ambassador ambassadors ambassadeur envoy envoye special emissary consul diplomat diplomats diplomate attache commissioner representative high spokesman
spokeswoman spokesperson senator sen congressman congresswoman rep governor gov mayor maire deputy depute mp mep chairman chairwoman chair chief director directeur
general gen colonel col captain capt major maj lieutenant lt sergeant sgt admiral marshal marechal commander king queen prince princess duke emperor roi reine pope
comrade camarade leader leaders dictator premier vice former ex late young old then-president actor actress director filmmaker film cineaste author writer poet
singer politician economist historian philosopher lawyer judge justice coach striker critics critic socialist conservative liberal communist gaullist candidate
herr frau prasident bundeskanzler kanzler minister aussenminister botschafter senor senora presidente ministro embajador don dona signor onorevole
monseigneur cardinal archbishop bishop saint st citizen
`;

/** Months and days, and the parts of a date that stand right after a place. */
export const DATES = `
january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche
januar februar marz juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag christmas easter
`;

/** Before a country: another country or region. */
export const DIRECTIONS = `north south east west northeast northwest southeast southwest nord sud est ouest sur norte oeste sud norden suden osten westen`;

/** Before a country or city, with a capital: a company, an institution, an era. */
export const LEFT_PARTS = `
ferry liner steamer steamship cruiser tanker yacht frigate destroyer battleship paquebot equatorial amnesty white ms ss mv hms uss rms air radio tele television televisions miss mister team new nouvelle free vichy grande petite little greater united team groupe group club fc ac as rc olympique ogc stade
royal hotel cafe la-belle saint san santa port fort mount mont lake cape isla ile isle american banco banque credit electricite gaz agence via villa
`;

/** Before *of* and a place, with a capital: the place is a part of another name. */
export const HEADS_OF = `
bank banque banco tour grand open prix cup coupe stade stadium college university universite universidad institute institut institution academy academie school ecole
isle ile island gulf golfe sea mer bay baie strait detroit cape cap lake lac mount mont battle bataille siege treaty traite peace fall war guerre church eglise
order ordre knights chevaliers voice voix radio electricite gaz charbonnages collegium museum musee library bibliotheque society societe association federation
institut theatre opera orchestra orchestre conservatoire palace palais house maison hotel bank statue spirit pride heart rose flower duke duc count comte earl
santiago prince princess princesse lord marquis maid lady dame st saint rue avenue boulevard place pont quai porte gare square
endowment confederation party parti comite committee centre center fondation foundation galerie galeries routes voies cercle credit caisse journal gazette times echo bulletin revue librairie bibliotheque mouvement plaster encre front chambre court cour assembly assemblee archives annales
`;

/** Behind any name, with a capital: something called after it. */
export const RIGHT_HEADS = `
airport aeroport library bibliotheque school ecole lycee college university universite foundation fondation institute institut museum musee prize prix award awards
stadium stade arena center centre park parc square street avenue boulevard road lane bridge hospital station memorial cup trophy building tower hall house theatre
theater press times post herald tribune gazette news journal observer review today daily weekly monitor watch magazine records books publishing group inc ltd llc
corp corporation company gmbh sa bank airlines airways hotel marathon festival orchestra symphony ensemble island islands bay river lake mountain mountains sea
gulf peninsula valley county district prefecture state
declaration accord accords agreement protocol pact treaty convention charter communique society association federation forum chamber academy act bill resolution observatory express maps
alliance coalition campaign company room lecture lectures sas sarl ag kk llp plc
`;

/** Before a person's name, in either case: a street or building called after that person. */
export const LEFT_PERSON_HEADS = `
rue avenue boulevard quai pont square place esplanade cours allee impasse chemin route parvis lycee college ecole universite bibliotheque mediatheque musee stade
prix fondation institut hopital aeroport gare station metro centre theatre salle espace gymnase piscine parc jardin promenade strasse platz
`;

/** Behind a country or city: firms, media, people. */
export const RIGHT_OF_PLACE = `
gall inter info infos culture bleu musique telecom televisions television tv soir presse football dimanche miniature galop loisirs travail competences domaine
strategie assureurs normandie turf dakar roubaix paname sorbonne alzheimer unbound insoumise presse-info match hilton agreement libre gooding smith today team connect active ecologie nature montagnes
`;

/** Behind *French*, *Korean* …: another thing altogether, in either case. */
export const RIGHT_OF_DEMONYM_ANY = `
fries fry toast kiss kisses kissed kissing horn horns press-up dressing bulldog bulldogs braid braids manicure window windows door doors leave cuff cuffs bean beans
poodle poodles roast roasts letter letters tickler knot vanilla polish seam chalk tip tips drain beret-like marigold
`;

/** The same, where both are capitalised alike. */
export const RIGHT_OF_DEMONYM = `
guiana polynesia canadian canadians indian indians empire open revolution riviera connection quarter guinea somaliland indochina antilles southern sudan congo equatorial togoland lick dispatch laundry
dream idol beauty samoa psycho gothic camp horn creek broad foreign-legion kiss toast air barbecue bbq peninsula strait war ssr sfsr dahomey cameroon cameroons soudan algeria louisiana canada morocco cochinchina alps pyrenees taipei
`;

/** Names of peoples that are names of languages as well. */
export const LANGUAGE_NAMES = `
english french german spanish italian portuguese russian ukrainian polish czech hungarian romanian bulgarian greek turkish arabic hebrew persian hindi urdu
chinese mandarin cantonese japanese korean vietnamese thai mongolian estonian latvian lithuanian finnish swedish norwegian danish dutch latin georgian armenian
catalan irish welsh serbian croatian indonesian swahili esperanto
anglais francais francaise allemand espagnol italien italienne portugais russe ukrainien polonais grec turc turque arabe chinois chinoise japonais japonaise
coreen coreenne vietnamien estonien estonienne finnois letton lituanien latin
`;

/** Before the name of a language. */
export const LANGUAGE_CUES = `
in into from of speak speaks speaking spoke spoken learn learns learning learned learnt study studies studying studied teach teaches teaching taught
translate translates translating translated read reads reading write writes writing wrote understand understands understood know knows knew master mastered
his her my your their our its
`;

/** Between the cue and the language. */
export const LANGUAGE_QUALITIES = `
perfect broken fluent flawless bad poor good excellent halting plain simple passable rusty schoolboy little some much no more less only enough basic decent
heavily lightly accented slow clear beautiful old middle modern better both either not
bon mauvais parfait excellent vieux
`;

/** Behind a people's name: then it is the language. */
export const OF_LANGUAGES = `
language languages speaking speaker speakers grammar grammars dictionary dictionaries vocabulary subtitled lesson lessons phrasebook
medium translation translations translator
`;

/** Behind *Russian*, *Cuban*, *Turkish*, *Cuba*, *Apple* …: set phrases that are about no country or firm. */
export const IDIOMS = `roulette almonds doll dolls heel heels delight chequers checkers whispers libre insoumise fowl salad sandwich sandwiches pie pies juice cider orchard orchards crumble tree trees pig pigs diplomatique bath baths duck biscuit biscuits`;

/** At the end of a name in capitals that begins with a people: *American Airlines*, *Cuban Missile Crisis*. */
export const LONGER_HEADS = `
crisis war wars revolution church legion airlines airways university college academy museum institute foundation society association federation league cup prix
championship championships party festival orchestra ballet philharmonic times post herald tribune review journal gazette cross samoa league riviera express quarter idol
theatre theater opera choir symphony bar bistro diner bakery deli room rooms agency bureau council commission committee chorus choir channel broadcasting network corporation club motors tobacco express chamber company library grill bakery restaurant hotel railways railway telecom
`;

/** Before *français*, *russe* …: with it the name of an institution or a set phrase. */
export const LEFT_OF_DEMONYM = `academie comedie cinematheque alliance revolution guyane polynesie roulette poupee poupees montagnes salade`;

/** Behind a person's name: another person. */
export const PERSON_SUFFIXES = `jr sr junior senior ii iii iv fils pere`;

/** Before a family name: a longer family name. */
export const SURNAME_PARTICLES = `von van der den ter ten bin ibn al el mac mc di da dos la le san saint st o`;

/** Joined by a hyphen before a name, they leave it what it is. */
export const PREFIXES = `
anti pro non ex post pre mid inter intra trans pan half all un semi neo cross quasi self co counter extra ultra pseudo proto sub super then now former late early soviet overseas nazi mainland
franco anglo sino russo americano euro afro germano hispano italo judeo indo nippo coreano luso arabo turco austro greco balto us uk eu un
`;

/** Names that small letters turn into common words: they count with a capital, or in small letters behind *in* or *from*. */
export const COMMON_NAMES = `
apple emma chad turkey china japan jordan guinea mali niger panama java jersey guernsey georgia holland brazil champagne cologne bologna lang bush brown white black green
young king long rice wood stone fox wolf hill field park price rose grace hope faith joy will mark bill bob rob pat jack john jean nick frank art gene dick
polish dutch danish swiss welsh scotch finnish turkish lens brest lorient vichy reims cannes grasse menton port sung kim
`;

/** Names that are everyday words also at the beginning of a sentence: never found there. */
export const EVERYDAY_WORDS = `
nice reading bath tours march may lens split mobile orange cork essen best worth man sale ware hull lead see wells deal battle march august who it us or an as
am pm ok no so up go do me my we he him she her be is are was all any
`;

/** Acronyms that capitals of a headline could also be everyday words. */
export const ACRONYM_WORDS = `us it who or an as am is do go no so up eu un ai un os la le et on aids can nice idea act aim air`;

/** What English joins by an apostrophe behind a word. */
export const CONTRACTIONS = `s ll d ve re m t n em`;

/** What is elided before a vowel in French and Italian. */
export const ELISIONS = `l d qu j n s m t c jusqu lorsqu puisqu quoiqu presqu quelqu entr dell all nell sull dall un quest dagl degl negl agl sant`;

/** Endings of adjectives and verbs that open sentences before a country's name: *Western France*, *Leaving France*. */
export const OPEN_ENDINGS =
  /(?:ern|ist|ian|ean|an|ish|ese|ic|ical|al|ed|ly|ing|ive|ous|ment|wide|ary|ist|iste|ique|aine|enne)$/;

/** Words by which a line is known as German, where nouns have capitals. */
export const GERMAN_WORDS = `der die das und ist nicht mit von dem den ein eine im zu auf fur als auch wird sich`;
