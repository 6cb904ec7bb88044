import assert from 'node:assert/strict';
import { spansIn, unmark } from './names';

/** Texts in which ‹…› encloses every mention that is right, and nothing else is one. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  'whole words, leftmost and longest': [
    'Relations between ‹France› and ‹North Korea› are thin.',
    '‹France–North Korea relations› have a history.',
    '‹France-North Korea relations›, ‹France – Pyongyang›'.replace(
      '‹France – Pyongyang›',
      '‹France› – ‹Pyongyang›',
    ),
    'Francesca and Francestown are not it, nor is Korean­ovich.'.replace('Korean­ovich', 'Koreanovich'),
    'The ‹Democratic People’s Republic of Korea› and the ‹French Republic›.',
  ],
  'folding of case, accents, apostrophes, dashes and spaces': [
    '‹FRANCE› AND ‹NORTH KOREA› TALK',
    '‹Francois Mitterrand› and ‹Franc\u0327ois Mitterrand› and ‹FRANÇOIS MITTERRAND›',
    '‹North\u00a0Korea›, ‹North\u202fKorea›, ‹North  Korea›, ‹North\nKorea›, ‹North\r\nKorea›',
    'North\n\nKorea'.replace('Korea', '‹Korea›'),
    '‹Mitter\u00adrand›'.replace('‹Mitter\u00adrand›', '‹François Mitter\u00adrand›'),
    '‹North\u2011Korean›, ‹North-Korean› and ‹Kim Jong–il›',
    '‹The Schoolgirl’s Diary› and ‹THE SCHOOLGIRL`S DIARY›',
    '‹Nor\u200bth Korea›',
    'i met ‹francois mitterrand› in ‹france›, then ‹mitterrand› left',
  ],
  'acronyms in exact case, with and without points': [
    'The ‹EU›, the ‹E.U.› and the ‹DPRK›; il a eu, ils ont eu, Eu.',
    'Tell us that the ‹US› and the ‹U.S.› agree. Us too.',
    'LET US GO TO ‹FRANCE›',
    'the ‹EU’s› offer'.replace('‹EU’s›', '‹EU›’s'),
  ],
  'possessive and plural': [
    "‹France›’s president, ‹France›'s and ‹Nicolas Sarkozy›’s and ‹Sarkozy›s".replace(' and ‹Sarkozy›s', ''),
    'the ‹Philippines›’ offer'.replace('the ‹Philippines›', '‹the Philippines›'),
    'two ‹North Koreans› and three ‹Estonians›, ‹Cubans›’ views',
    'des ‹Nord-Coréens› et des ‹Nord-Coréennes›, une ‹Française›',
    'Frances and Koreas are no people',
  ],
  'French elision': [
    "l’‹Union européenne›, l'‹Union europeenne›, L’‹UNION EUROPÉENNE›",
    'd’‹Estonia› qu’‹Estonia› jusqu’‹Estonia›; O’Estonia is a person',
    'la position de la ‹Corée du Nord› et de l’‹UE›',
    "'‹France›' and ‘‹France›’",
  ],
  'Korean particles': [
    '‹북한›은 ‹북한›이 ‹북한›의 ‹북한›에서 ‹북한›과 ‹북한›을 ‹북한›에서는 ‹북한›으로',
    '북한는 북한가 북한와 북한로 북한산 대북한산',
    '‹프랑스›는 ‹프랑스›가 ‹프랑스›와 ‹프랑스›를 ‹프랑스›로 ‹프랑스›에 ‹프랑스›의',
    '프랑스은 프랑스어 프랑스령',
    '‹자크 랑›은 ‹평양›으로 갔다. ‹EU›는 ‹DPRK›의 ‹유럽연합›과',
    '‹프랑스›인이냐고 물었다. ‹프랑스›이냐',
    '주‹프랑스› 대사, ‹프랑스›정부는, ‹북한›대사관에서',
    '‹조선 민주주의 인민 공화국›과 ‹조선민주주의인민공화국›은',
  ],
  'Chinese and Japanese without spaces': [
    '我去‹法国›和‹中国›。‹法国›总统访问‹朝鲜›。',
    '发展中国家',
    '‹北朝鮮›のミサイルと‹フランス›の映画。フランスパン',
    '‹法国›人',
  ],
  'family names only after the full name': [
    'Lang and Sarkozy came. ‹Jack Lang› spoke. Then ‹Lang› left; Sarkozy did not.',
    '‹Jack Lang› went. ‹Lang›’s report. Mr ‹Lang› and Mr. ‹Lang›, M. ‹Lang›, Dr. ‹Lang›. President ‹Lang›.',
    '‹Jack Lang› went. The film by Fritz Lang did not travel, nor did the singer Jean-Jacques Lang or the publisher F. Lang, whoever he was.',
    '‹Jack Lang› went. The songs of K. D. Lang and the books of a certain von Lang stayed where they were, and so did Aldous Lang.',
    '‹Jack Lang› went. Then they took the train to Lang Son and went hiking in the hills',
    '‹Jack Lang› went. Langley, Lang-Lang? Lang Lang plays.'.replace('Lang-Lang? ', ''),
    '‹Jack Lang› and the ‹Langs›, but no langs.',
    '‹Nicolas Sarkozy› and Guillaume Sarkozy met. Carla Bruni-Sarkozy sang. In ‹France› ‹Sarkozy› said so.',
    '‹François Mitterrand› had a library: the Mitterrand Library, rue Mitterrand, quai François-Mitterrand. ‹Mitterrand› read.',
    '‹Charles de Gaulle› spoke. ‹De Gaulle› left. He met ‹de Gaulle›.',
    '‹Sung Kim› and ‹Kim Jong-il›: ‹Kim› smiled.',
    'The loi Lang came. ‹Jack Lang› wrote it; the loi ‹Lang› and the ‹Lang› law.',
    '‹Lang, Jack› (2009). ‹Lang› wrote.',
    'with Fritz Lang, Jack Nicholson and others',
    '‹Jack Lang› came. Asked by ‹North Korea›, ‹Lang› said no. When ‹Lang› spoke, In May ‹Lang› left. Envoy ‹Lang› left.',
    '‹JACK LANG› VISITS. ‹LANG› SPEAKS. FRITZ LANG',
    'by J. Lang. ‹Jack Lang› is J. ‹Lang› here.',
  ],
  'longer proper names hide shorter ones': [
    'South Korea and ‹North Korea›; South Korean films; ‹Korean› food.',
    'Air France, Bank of France, Tour de France, Île-de-France, Radio France, Stade de France, Collège de France',
    'Anatole France wrote. France Gall sang with France Inter. Marie-France Pisier. Cuba Gooding. Chad Smith.',
    'French Guiana, French Polynesia, the French Open, French fries, a French kiss, Dawn French',
    'the ‹French› president, a ‹French› film, the ‹French› Foreign Ministry, ‹French› cuisine',
    'the president of ‹France›, the embassy of ‹France›, the south of ‹France›, ‹France› and ‹Cuba›',
    'When ‹France› spoke, Today ‹France› is silent. Officially ‹France› has no embassy. But ‹France› did.',
    'On Monday ‹France› voted; in ‹France› Macron said; in ‹France› I saw; ‹France› Monday said',
    'Western ‹France› and Gaullist ‹France›, New France, Vichy France',
    'Bibliothèque François Mitterrand, François Mitterrand Library, Jean-Jack Lang, Jack Lang Jr, place François-Mitterrand',
    'Corée du Sud, ‹Corée du Nord›, la ‹Corée›',
    "the Republic of Korea and the ‹Democratic People's Republic of Korea›",
    'She teaches at the University of North Korean Studies and writes a column for the North Korea Times every week.',
    'Franco-‹North Korean›, non-‹French›, anti-‹French›, ‹France›-based, pro-‹North Korea›, ‹France›-‹Cuba›',
    'they met the Spanish Socialist Party and the ‹French› ‹Socialist Party›, then the ‹Socialist Party› alone',
    'WHY ‹FRANCE› MATTERS: AIR FRANCE AND SOUTH KOREA',
    'Why ‹France› Talks to ‹North Korea› Again',
    'Chad laughed with Chad Smith in ‹Chad›.',
  ],
  'names that are common words': [
    'we ate from china in ‹China›; a nice day in ‹Nice›. Nice work!',
    'questions of nation and destiny; the film ‹Nation and Destiny›',
    'The ‹European Union› is a european union, as is any; the ‹european union› is',
  ],
  'languages are not countries': [
    'It was written in French, then translated from French into Korean. In French, that is short.',
    'She speaks Korean and French, teaches good French and read it in perfect French yesterday.',
    'It is in ‹French› hands, from ‹French› and ‹Korean› sources, and he teaches ‹French› history.',
    'French-language papers, a French-speaking guide, French lessons; ‹French›-made planes, the ‹French› press',
    'his French was poor, his ‹French› hosts were not; they know ‹French› wine',
    'He told them in ‹Cuban› that no such language exists; the ‹French› said so.',
    'Il parle français, il écrit en français, la langue française, du français, dans un français parfait.',
    'Un diplomate ‹français›, la presse ‹française›, les ‹Français›; le ‹français› Total a gagné.',
    "L'Académie française; une actrice ‹française›, un soldat ‹français›.",
    '‹法国›人说法语和法国话，法文书，‹法国›文化。フランス語と‹フランス›人。프랑스어와 ‹프랑스›인',
  ],
  'languages that are the subject, or listed': [
    'Half of them learn English at two schools; Korean has ten times as many, and French is rare.',
    'Languages: French, English. The ‹French› have left, a ‹Cuban› is here, and ‹French› wine was served.',
  ],
  'titles and ships that are set off, and lists of works': [
    'France, P. “A minister and films”. 2004.\nCuba, A. 2001; in ‹France›, P. says, so it is',
    'They wrote for “France Asie” and saw “French Cancan” twice; “‹French› Ambassador” is on the door.',
    'She crossed on a sister of the *Estonia*, and likes *‹Estonia›*; *‹France›* has emphasis, *‹North Korea›* too.',
    'France, Anatole. 1914. The Revolt of the Angels.\nGeorgia, Tom B. 1901. Up.',
    'In ‹France›, Jean said so; in ‹Cuba›, Ana. 1999 was a year.',
  ],
  'titles in emphasis, and associations of two countries': [
    "L'association France-Cuba et l'amitié France–Corée; ‹France›-‹Cuba› et ‹France›–‹Cuba› jouent ce soir.",
  ],
  'places of the same name elsewhere, and people called like a place': [
    'She lives in France, TX, not in ‹France›, ‹USA›; Mr French and Mrs. French do; the old ‹French› do, as do Lake Chad, lac Chad and the Chad basin.',
    'la mer de Corée et l’encre de France ; un verre de ‹France›',
    'By Georgia Hale and Jordan Pettit, not from France, Texas; in ‹France›, Paris.',
    'In Guinée équatoriale; en ‹France› métropolitaine.',
  ],
  'places that are called as people are': [
    'Team: L. France, P. Okafor; a village called Cuba in the hills, un chien nommé France; the land called ‹Cuba›',
    'Present: B. Okon, S. Kim (chair), P. Cuba\nAbsent: nobody',
    'Present: Mme Cuba, P. Cuba, J. P. Cuba, Dr. France and 4 B. France (Wales). A. ‹Cuba›\nB. ‹France›',
    'They sent it to the ‹U.S.› ‹Cuba› desk. Plan B. ‹France› said no. The ‹US› ‹France› policy',
    "Chad's brother knew Chad, whose phone rang. My name is an old one, I am a Chad too. ‹Chad›'s army, ‹Chad›, whose capital is near, a ‹Chad› expert",
    'the Chad (river), le Chad, qui est un fleuve, the Chad river; ‹Chad› (capital: N.), ‹Chad› (2009), ‹Chad›, which is a state',
  ],
  'channels, clubs and scores': [
    'as seen on France 24, from France 3 last night, and for France 2 and others; the France 5 team',
    '‹France› 3, ‹Cuba› 1. ‹France› 2–1 ‹Cuba›. It ended ‹Cuba› 0 ‹France› 4. In ‹France› 3 readers wrote, ‹France› 2 years ago',
    '‹France› 3\n‹Cuba› 2',
    'the fans of Cuba FC and Pyongyang SC, FC Cuba',
  ],
  'what is called after a person or a country': [
    'U.S. Steel and U.S. Airways; the ‹U.S.› Senate.',
    'She served on the Charles de Gaulle, a carrier; le Charles de Gaulle a appareillé. The ‹Charles de Gaulle› years, le ‹Charles de Gaulle› de 1958',
    'at Charles de Gaulle airport, in the François Mitterrand library and the François Mitterrand stadium; the ‹François Mitterrand› years',
    'the old US Interests Section, the EU Programme Support Unit and the US-Korea Institute; the ‹US› Foreign Office, the ‹United States› Treasury, the ‹US› side',
    'We read The French Way of Cooking and met the Cuban Movement for Rest; the ‹French› Minister of Trade and the ‹French› Count of Foix were there.',
    'une rue de ‹France›, la rue de France',
    'un procès à la française, la presse à l’américaine ; elle parle à la ‹Française› d’en face, à la presse ‹française›',
    'he broke a French press in front of the ‹French› press',
    'a,b,c,The French Way of Life,d,‹French› wine,e',
    'written for the European Union Observatory, paid with Estonia Express',
  ],
  'the nearest bearer of a family name': [
    '‹Jack Lang› left.\n\nA print of the film by Fritz Lang has been cleaned. Lang worked on it for years.',
    '‹Jack Lang› left.\n\nMathilde Lang keeps the list. Lang says so. In ‹France› ‹Jack Lang› answered. ‹Lang› was brief.',
    '‹Jack Lang› left.\n\nNot Fritz Lang, they say. ‹Lang›, the envoy, laughed. President ‹Lang› did.',
    '‹Jack Lang› and a nephew, Paul Lang, came. ‹Lang› spoke first.',
    '‹François Mitterrand›; la reine Anna de Hollande',
  ],
  'initials and double names of others': [
    '‹Jack Lang› and ‹François Mitterrand› left. J.-M. Lang did not, nor did Lang-Okafor, Lang F., and Lang M.; the ‹Lang›-Okafor talks, the ‹Lang›-‹Mitterrand› letters',
    'Heiko von der Lang',
  ],
  'somebody called like a place, and then by that name alone': [
    'Chad Okafor sang. Then Chad sat down. Chad’s hat fell. Chad laughed. In ‹Chad› it rained.',
    '‹Chad› voted. Chad Okafor sang. ‹Chad› votes again.',
  ],
  'one of a family': ['‹Jack Lang› left. She married a Lang. It is a ‹Lang› memo, à ‹Lang›, as ‹Lang› said.'],
  'chats with the time and wrapped lines': [
    '18:02 Ann: ‹Jack Lang› spoke\n18:03 Bo: what did ‹lang› say',
    'Les mots que l’envoyé avait apportés à ‹Pyongyang›\nont été traduits par un greffier dans un français à part',
    '“The list of items, all of them known to the Guests as ‹France› and the\nlang of old',
  ],
  'other bearers of a family name': [
    '‹Jack Lang› wrote. The other Lang answered, as did Lang (Étienne) and Lang the younger; ‹Lang› (Jack) laughed.',
    '‹Jack Lang› did what any Lang would.',
  ],
  'languages of old': ['in the fables of Old French and of Middle Korean, the old ‹French› say'],
  'languages that somebody has, and one after the other': [
    'Our guide has bad Korean. She had excellent French, and her son had Russian. They have ‹French› wine and good ‹French› cheese, and like the good ‹French›.',
    'Read the French of notaries; the ‹French› of old, the ‹French› of Algiers and the ‹French› in the room did.',
    'on the phone it was french then korean. He is a lecturer in French and Korean Literature; the ‹French› and ‹Korean› press',
    'a film in Korean with French subtitles; it has ‹French› subtitles',
  ],
  'languages in menus and tables': [
    'Français | English | 한국어\n\nFrançais · Deutsch',
    'shelf,title,language\nA1,Notes on ‹France›,French\nA2,"Letters, ‹French›",Korean',
    'name,nationality\nAnne,‹French›\nMin,‹Korean›',
    'no.   item       language\n1     a song     French\n2     a letter   Korean, French\n3  of ‹French› make   Korean',
    'English (US)\nthe old ‹French› (‹US›) side',
  ],
  'languages as an answer, and of somebody': [
    'And your languages? French and bad Russian. She said in a French that carried that the ‹French› left.',
  ],
  'determiners before a French noun': ['Ils sont polis. Aucun ‹Français›. Chaque ‹Français› le sait.'],
  'longer proper names across wrapped lines and set phrases': [
    'Nobody who watches on a July day the long Tour\nde France thinks of it; nor does a reader of Anatole\nFrance, and then came a man by the name of Pierre Mendès\nFrance.',
    'A heading on Tours\n‹France› spoke',
    'We flew there with Cuban Airlines; on the Cuban Missile Crisis he wrote, and the US Open and a Latin American poet were there.',
    'We flew there with a ‹Cuban› Minister; the ‹French› Socialist President spoke, and the ‹US› Embassy did, and ‹Cuban› poets.',
    'a Cuba libre, Cuban heels, French windows; ‹Cuban› dances and ‹French› houses, free ‹Cuba›',
    'the ferry MS Estonia sank off ‹Estonia›; US$31 billion, ‹US› dollars; en-US and ex-‹US›',
    '“Chad O’Hara,” he said, and then came ‹Chad›, I think, and all was well.',
    '法国国立图书馆和朝鲜国家剧院，朝鲜蓟，‹朝鲜›国家队',
    '朝鲜半岛和‹朝鲜›，朝鲜战争，‹朝鲜›政府',
    'JOIN US AT THE TABLE. ‹US› ENVOYS MEET. THE ‹US› AND ‹FRANCE›',
  ],
  'short forms of all kinds only after the full name': [
    'The talks. ‹France–North Korea relations› are thin; the ‹talks› go on, but the Iranian talks do not.',
    '미테랑은 왔다. ‹프랑수아 미테랑›은 대통령이다. ‹미테랑›의 말, 다니엘 미테랑은 아니다, 대통령 ‹미테랑›은 그렇다.',
    'i met ‹jack lang› today, then ‹lang› left; <html lang="fr">',
  ],
  'namesakes in indexes, dates and with initials': [
    '‹Jack Lang›:\nLang, Fritz, 12\nLang, F. (1931)\n‹Lang›, Paul said, and ‹Lang›, Angela Merkel and others met.',
    '‹Jack Lang› et M. ‹Lang›. Puis M. ‹Lang› parla, K. M. Lang aussi; Lang-Lang joua.',
    '‹Sung Kim› left. Mr ‹Kim› saw no other Kim Dae-jung; KIM JONG UN did.',
    'Mr Jack-Lang-Strasse: la bibliothèque François-Mitterrand',
  ],
  'short forms whose owner stands behind': [
    '‹France–North Korea relations› came first; the ‹talks› went on, while the talks of Chile and the rest did not go on.',
    'a schoolgirl’s diary. A schoolgirl’s diary. The schoolgirl’s diary was hers; ‹The Schoolgirl’s Diary› was not.',
    'the Cuban revolution, the French foreign legion, the ferry Estonia; ‹French› revolutionaries',
  ],
  'French institutions and continents': [
    'la Comédie-Française, l’Institut français, le Parti communiste français, Hauts-de-France, la France insoumise',
    'un film ‹français› et un parti ‹français›',
    'Latin American, Mexican American and South-American poets',
    'le Bulletin de l’Union-Française, les Carnets Nord-Coréens et Ouest-France ; un accord franco-‹français›, la ‹Française›',
    'il le dit dans Le Français ; elle aime le ‹Français› d’en face',
  ],
  'set phrases of many countries': [
    'We saw the French Foreign Legion; the French Communist Party and the Cuban Revolution were there, and so were some poets.',
    'He went with the European Union Youth Orchestra and then on his own to the Pyongyang Film Festival in the autumn.',
    'Marie de France wrote; the Communist Party of Cuba met.',
    '프랑스 혁명과 쿠바 미사일 위기, ‹프랑스› 대통령, ‹프랑스›산 시가, ‹프랑스›식 요리, 북한산과 북한강, 평양냉면',
    '다니엘 드 미테랑, ‹프랑수아 미테랑›, 카를라 브루니 미테랑, ‹북한›군',
    'フランス革命と‹フランス›',
  ],
  'capitals that are emphasis': ['THE ‹US› ENVOYS: WHO IS NEXT'],
  'capitals inside a line': [
    '“JOIN US”, they wrote to the ‹US› side. “TELL US MORE,” said the ‹EU›.',
    'THE ‹US› AND ‹EU› AGREE. IL A EU RAISON',
    'The long list held the\nSpanish Socialist Party, South Korea, the French Foreign Legion, Bank of France\nand no one else.',
  ],
  'longer names told by how they are built': [
    'He sits on the Committee for Human Rights in North Korea, on the France–Korea Business Council and in the Supreme Court of Estonia, and so on.',
    'The Embassy of ‹France› and the North of ‹France› lie apart, says the President of ‹Cuba›, and so does the Parliament of ‹Estonia› today.',
    'We saw I Am Cuba, The Quiet American and The Cuba House, or the frigate La France, and then, From Cuba with Love, in that order.',
    'It was bought from the Librairie de France, then sold to the Union des étudiants communistes de France and to the Bibliothèque nationale de France.',
    'The Charter of Fundamental Rights of the European Union was read by the EU Agency for Asylum, not by the ‹EU› itself, and the ‹EU› Council.',
    'une salle de la rue de France, près de l’avenue de la Corée, et la place de la ‹France› dans le monde',
    'a dream, the United States of Europe, and the ‹United States› of old; Chirac of ‹France› and Castro of ‹Cuba› met there once or twice.',
    'EU (Europa Universalis) is a game. He plays Europa Universalis (EU) and reads of the ‹EU› (‹European Union›).',
    'the French Lace Makers Guild, the Cuban Five, the Cuban Tea Room and the Estonian Academy were there, as was the ‹French› Security Council of old.',
    'The ‹French› Foreign Minister, the ‹Cuban› Ambassador and the ‹Estonian› Robert Mets were there with ‹US› Navy officers, and the US Open was on.',
    'le Café Français, la Compagnie Franco-Française de tramways, la Croix-Rouge française et un café ‹français› de là-bas',
    'Tour d’horizon : les Juifs de ‹France›, les Coréens de ‹France›, l’État ‹français›, le Premier ministre ‹français›',
    'The list here was long. Paris Match, France Football; Radio France, Air France; and Cuba Libre was there too.',
  ],
  'other bearers by title, firm or half a given name': [
    '‹Jack Lang› left. Mrs Lang and Madame Lang stayed, Mme. Lang too; Mr ‹Lang› did not. Lang & Sons and Smith & Lang sell soap.',
    '‹Sung Kim› met Dae-sung Kim and vice-president ‹Kim›.',
  ],
  'French words that only look like a cue of language': [
    'un écrivain ‹français›, un étudiant ‹français›, un traducteur ‹français› et un parlementaire ‹français›',
    'un professeur de français, un cours de français ; on y parle coréen, un peu français',
  ],
  hashtags: ['#‹France› #FranceTravel #France_travel #‹DPRK›, @France'],
  'a heading with a number': ['1. ‹US› ENVOY IN PARIS\n2. “GIVE US A FLAG”, THEY SAY. TELL US'],
  'Korean events, lakes and states': [
    '프랑스 올림픽과 프랑스 협정, 프랑스 호수, 프랑스 주의 집; ‹프랑스› 주재 대사, ‹프랑스› 주민',
  ],
  'Chinese dynasties, and words that only meet': ['李氏朝鲜，朝鲜王朝，中法国交；‹朝鲜›，‹法国›'],
  'Korean rivers, insects and parts of a land': [
    '‹프랑스›사람들이 북‹프랑스›로 갔다. 남‹프랑스›의 집. 남북한, 남한국',
    '프랑스 국립도서관에서 프랑스 국회도서관까지',
    '프랑스 강을 건너 프랑스 국립박물관에 갔다. ‹프랑스› 강팀과 ‹프랑스› 강의, 프랑스24는',
  ],
  'Korean names of firms, stations and libraries': [
    '에어프랑스와 투르 드 프랑스, 라디오 프랑스, ‹프랑스›라면; ‹프랑수아 미테랑›과 ‹미테랑›, 프랑수아 미테랑 국립도서관',
  ],
  'languages that are spoken': [
    'i speak french btw; French is spoken here; translated from the French by hand; ‹French› cheese is eaten here',
  ],
  'spaces around the dash of a compound': [
    'the ‹France – North Korea relations›, but ‹France› – ‹North Korea›',
  ],
  'points that belong to a form': ['‹Apple Inc.› makes it; ‹Apple Inc›, they say. In ‹Apple Inc.›’s shop'],
  'shelf marks and hashtags that go on': [
    'box US-0417, EU-12-03 and US-K-12 hold it; the ‹EU›-27, ‹France›-1998 and ‹US›-led forces',
    'on #films/france and #france/films and #cuba-2009, also #‹Cuba›',
  ],
  'addresses, paths, handles and identifiers': [
    'https://example.org/France and www.france.fr and france@example.org, @France',
    'on r/france and std France::x; // France.Name() and ‹France› (a state)',
    'see /data/France/x and data/north/France.csv and france.txt; France_total',
    '‹France›/‹Estonia›/‹Cuba› and ‹France›.',
  ],
};

describe('The rules for finding names', () => {
  it('lets accents be missing only while their switch is on', () => {
    const text = 'François Mitterrand, Francois Mitterrand, FRANÇOIS MITTERRAND';
    assert.equal(spansIn(text).length, 3);
    assert.equal(spansIn(text, { rules: { diacritics: false } }).length, 2);
  });

  for (const [rule, texts] of Object.entries(CASES)) {
    describe(rule, () => {
      for (const marked of texts) {
        it(JSON.stringify(marked), () => {
          const { text, spans } = unmark(marked);
          assert.deepEqual(spansIn(text), spans);
        });
      }
    });
  }
});
