import type { LanguageTag } from '../../model';

/** TypeScript's libraries know `Intl.DisplayNames`; the regions of ISO 3166 are AA to ZZ. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Codes that stand for no country. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'ZZ', 'XA', 'XB', 'QO']);

/** English adjectives of countries, and their people. Only where they mean no other country. */
const DEMONYMS = `AF Afghan|AL Albanian|DZ Algerian|AD Andorran|AO Angolan|AR Argentine,Argentinian|AM Armenian|AU Australian|AT Austrian|AZ Azerbaijani|BH Bahraini|BD Bangladeshi|BY Belarusian|BE Belgian|BO Bolivian|BA Bosnian|BR Brazilian|GB British|BG Bulgarian|KH Cambodian|CM Cameroonian|CA Canadian|TD Chadian|CL Chilean|CN Chinese|CO Colombian|CR Costa Rican|HR Croatian|CU Cuban|CY Cypriot|CZ Czech|DK Danish|EC Ecuadorian|EG Egyptian|ER Eritrean|EE Estonian|ET Ethiopian|FJ Fijian|FI Finnish|FR French|GA Gabonese|GE Georgian|DE German|GH Ghanaian|GR Greek|GT Guatemalan|HT Haitian|HN Honduran|HU Hungarian|IS Icelandic|IN Indian|ID Indonesian|IR Iranian|IQ Iraqi|IE Irish|IL Israeli|IT Italian|CI Ivorian|JM Jamaican|JP Japanese|JO Jordanian|KZ Kazakh|KE Kenyan|KW Kuwaiti|KG Kyrgyz|LA Laotian|LV Latvian|LB Lebanese|LR Liberian|LY Libyan|LT Lithuanian|LU Luxembourgish|MG Malagasy|MY Malaysian|ML Malian|MT Maltese|MX Mexican|MD Moldovan|MN Mongolian|ME Montenegrin|MA Moroccan|MZ Mozambican|MM Burmese|NA Namibian|NP Nepalese|NL Dutch|NZ New Zealander|NI Nicaraguan|NG Nigerian|KP North Korean|MK North Macedonian|NO Norwegian|OM Omani|PK Pakistani|PS Palestinian|PA Panamanian|PY Paraguayan|PE Peruvian|PH Filipino,Philippine|PL Polish|PT Portuguese|QA Qatari|RO Romanian|RU Russian|RW Rwandan|SA Saudi|SN Senegalese|RS Serbian|SG Singaporean|SK Slovak|SI Slovenian|SO Somali|ZA South African|KR South Korean|SS South Sudanese|ES Spanish|LK Sri Lankan|SD Sudanese|SE Swedish|CH Swiss|SY Syrian|TW Taiwanese|TJ Tajik|TZ Tanzanian|TH Thai|TN Tunisian|TR Turkish|TM Turkmen|UG Ugandan|UA Ukrainian|AE Emirati|US American|UY Uruguayan|UZ Uzbek|VE Venezuelan|VN Vietnamese|YE Yemeni|ZM Zambian|ZW Zimbabwean`;

/** Names and acronyms of countries that every reader takes for them; in English, the language they are used in. */
const OTHERS = `KP DPRK,Democratic People's Republic of Korea|KR ROK,Republic of Korea|US USA,US,U.S.,U.S.A.,United States of America|GB UK,U.K.,Britain,Great Britain|AE UAE|CN PRC,People's Republic of China|CD DRC|RU Russian Federation|CZ Czech Republic|TR Turkey|CI Ivory Coast|MM Myanmar,Burma|HK Hong Kong|MO Macau|CV Cape Verde|SZ Swaziland|NL Holland`;

/** Parts of the world and former states: places without a code. */
const PLACES = `Europe|Asia|Africa|North America|South America|Central America|Latin America|Antarctica|Oceania|Middle East|Soviet Union|Yugoslavia|Czechoslovakia|East Germany|West Germany|England|Scotland|Wales|Northern Ireland|Korea|Siberia|Scandinavia|Balkans|Caribbean|East Asia|Southeast Asia|Western Europe|Eastern Europe|Central Asia`;

/** A country as forms of a text lead to it. */
export interface Country {
  /** In the language of the article where that is known, else in English. */
  readonly label: string;
  /** The form is an adjective of the country, or a word for its people. */
  readonly isDemonym: boolean;
}

function pairs(list: string): (readonly [string, readonly string[]])[] {
  return list.split('|').map((item) => [item.slice(0, 2), item.slice(3).split(',')]);
}

function displayNames(language: LanguageTag): Intl.DisplayNames | undefined {
  try {
    return new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  } catch (error) {
    // A tag that Intl does not accept names no country.
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

/** `Myanmar (Burma)` and `Hong Kong SAR China`, as texts name them. */
function plainName(name: string): string {
  return name
    .replace(/\s*\(.*\)$|\s+SAR China$/, '')
    .replaceAll('’', "'")
    .replaceAll('&', 'and');
}

/** What is certainly a country or a part of the world, by the forms that a text of a language may use. */
export function countriesIn(language: LanguageTag): ReadonlyMap<string, Country> {
  const countries = new Map<string, Country>();
  const labels = new Map<string, string>();
  const own = displayNames(language);
  const english = displayNames('en');
  for (const a of LETTERS) {
    for (const b of LETTERS) {
      const code = a + b;
      if (NO_COUNTRY.has(code)) continue;
      const label = own?.of(code) ?? english?.of(code);
      if (label === undefined) continue;
      labels.set(code, plainName(label));
      countries.set(plainName(label), { label: plainName(label), isDemonym: false });
    }
  }
  if (!/^en\b/i.test(language)) return countries;
  for (const label of PLACES.split('|')) countries.set(label, { label, isDemonym: false });
  const add = (list: string, isDemonym: boolean): void => {
    for (const [code, forms] of pairs(list)) {
      const label = labels.get(code);
      if (label === undefined) continue;
      for (const form of forms) countries.set(form, { label, isDemonym });
    }
  };
  add(OTHERS, false);
  add(DEMONYMS, true);
  return countries;
}
