/** More lists of words, in the manner of `wordLists.ts`: what a word does in a longer name. */

/** Before *de* and a name, in small letters too: a street. */
export const STREETS = `rue avenue boulevard quai impasse allee chaussee esplanade faubourg`;

/** *Of* in French. */
export const FRENCH_OF = `de du des d`;

/** Articles that may stand between *of* and a name. */
export const ARTICLES = `the la le les l`;

/** What a body is for stands behind these. */
export const FOR_WORDS = `for on pour sur`;

/** With a capital: bodies that are of or for something. */
export const BODIES = `
committee comite commission council conseil institute institut association campaign coalition alliance network reseau center centre foundation
fondation fund fonds society societe citizens friends amis coordination agency agence league ligue forum union congress academy bureau movement
mouvement lawyers students women doctors federation organisation organization programme program project initiative school chair journal review
`;

/** What a state, a land or a people has: *the Embassy of France* means the country. */
export const OWN_PARTS = `
embassy embassies ambassades ambassade botschaft consulates consulate consulat legation mission delegation government gouvernement states state etats
etat kingdom royaume ministrys ministry ministeres ministere peoples people peuple parts part half rest coast cote parliament parlement senat senate
army armee navy marine population economy capital capitale presidency presidence interior middle midi border frontiere head chef heads side flag
drapeau republic office territory territoire foreign affairs affaires etrangeres one both all none
`;

/** In English these lead to the head of a name: *the Supreme Court of*. */
export const DETERMINERS = `the a an its their his her our this that every each another`;

/** Small words inside a longer name. */
export const JOINING = `of for on in and the de du des d la le les l pour sur et en`;

/** With a capital inside a sentence: a title begins here. */
export const TITLE_BEGINNINGS = `from in to am is are was with without for at by into of my our on over under`;

/** At the end of a name in capitals: bodies, treaties and meetings of several parties. */
export const COUNCILS = `
council agreement accord treaty pact association society forum chamber federation committee commission league foundation institute friendship act
alliance convention club initiative dialogue partnership agency company library museum centre center prize review journal war festival framework
summit lyceum school college
`;

/** The last word of a union of states. */
export const STATES = `states etats unis republic union kingdom`;

/** Parts of a state and its people, beside whose name the country is meant: *the French Foreign Ministry*. */
export const STATE_ORGANS = `
ministry embassy government state department foreign army navy air forces force parliament senate congress supreme court national assembly house
office security interior defence defense trade finance justice cultural culture consulate mission delegation police coast customs border treasury
intelligence secret special space constitution constitutional nuclear education health agriculture nobel olympic catholics catholic jews jew muslims
muslim christians christian protestants protestant orthodox marxists marxist maoists maoist gaullists gaullist greens green internet wikipedia english
republic federation embassies media television fleet people revolution sinologists sinologist koreanists koreanist
`;

/** Behind a country: another one of the same name. */
export const OTHER_COUNTRIES = `equatoriale equatorial ecuatorial bissau conakry`;

/** Before a place or a person, in small letters too: a ship of that name, or a lake or mountain. */
export const SHIPS = `
ferry carrier submarine trawler schooner corvette icebreaker freighter croiseur liner steamer steamship cruiser tanker yacht frigate destroyer
battleship paquebot lac lake mont
`;

/** With a capital before *français*: a body of that name. */
export const FRENCH_HEADS = `
institut parti federation ligue confederation union association societe croix rouge secours cinematheque ballet agence fonds fondation observatoire
compagnie banque bibliotheque academie ecole communaute theatre opera orchestre mouvement empire office festival centre chambre musee
`;

/** Behind the letters of a state or union: *US Open*, *EU Observer*, *USA Today*. */
export const ACRONYM_HEADS = `
open virgin charter women today observer steel airways airlines institute chamber academy weekly foundation society club university prize bank magazine journal plaza radio
`;

/** Behind a place also in a line of titles: what is called after it. */
export const INSTITUTIONS = `university universite review journal times airlines airport museum library institute college hotel`;

/** In small letters behind a person: a place or thing of that name. */
export const CALLED_AFTER = `
airport airports library station stadium prize avenue bridge hospital museum foundation institute university college lycee boulevard street square
terminal auditorium airfield scholarship fellowship cup trophy
`;

/** In capitals behind a city or country: a club or channel of that name. */
export const CLUBS = `fc sc afc cf sk rc hc fk bc uc rfc cfc tv fm`;

/** At the end of a name in capitals behind the letters of a state or union: *US Interests Section*, *EU Programme Support Unit*. */
export const UNITS = `
section unit institute institution society foundation academy museum library journal review prize award festival university school airways airlines magazine
gazette observatory fellowship lectures forum
`;
