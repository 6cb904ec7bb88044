import type { TemplateArguments } from './templateArguments';

const FLAG_WITH_NAME =
  /^(?:flag|flagcountry|flagu|flagg|flag\+link|flagdeco text|flaglist|country|noflag|fb|fbw|nft|nwt|ru|cr|rut|hockey|bk|cb)$/;
/** Two letters of this block make the flag of a country. */
const FLAG = /[\u{1f1e6}-\u{1f1ff}]{2}/u;
const FIRST_LETTER = 0x1f1e6;

/** The country of a flag, in English. */
function countryOf(flag: string): string | undefined {
  const code = Array.from(flag)
    .map((sign) => String.fromCharCode(65 + sign.codePointAt(0)! - FIRST_LETTER))
    .join('');
  return new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code);
}

/**
 * `{{flag|SWE}}` and `{{SWE}}` show a flag and the country; the flag is left out.
 * @param askFlag gives the flag of a code, as two regional indicators in some text
 */
export function showCountry(
  name: string,
  lower: string,
  args: TemplateArguments,
  askFlag: (code: string) => string | undefined,
): string | undefined {
  const isBare = /^[A-Z]{3}$/.test(name) && args.texts.length === 0;
  if (!isBare && !FLAG_WITH_NAME.test(lower)) return undefined;
  const shown = isBare ? name : args.get('name', 1, 'country');
  if (!/^[A-Z]{2,3}$/.test(shown)) return isBare ? undefined : shown;
  const flag = FLAG.exec(askFlag(shown) ?? '')?.[0];
  return (flag && countryOf(flag)) ?? (isBare ? undefined : shown);
}
