import { oneLine } from '../cleanText';
import { STAND_IN_LINE, type WikiPage } from './page';
import type { TemplateArguments } from './templateArguments';

/** Words of a parameter's name by which it sets how the box looks. */
const SETTING = new Set(
  (
    'image images img photo picture logo map maps mapframe maplink caption captions width size imagesize bodystyle style ' +
    'bodyclass class upright alt coord coords coordinates latitude longitude latd latm lats latns longd longm longs longew ' +
    'lat lon color colour background bgcolor footnotes footnote ref refs embed embedded module signature child format pushpin zoom ' +
    'demo lang nolink flag shield seal smallimage imagefile imagealt label3d nocat صورة تعليق عرض'
  ).split(' '),
);
/** Values that switch something on or off. */
const SWITCH = /^(?:auto|automatic|yes|no|y|n|none|on|off|true|false|\{\{\{.*\}\}\})$/i;
const FILE = /\.(?:svg|jpe?g|png|gif|webp|tiff?|pdf|ogg|ogv|webm|stl)$/i;
/** What boxes call their subject by. */
const SUBJECT = [
  'name',
  'title',
  'official_name',
  'conflict',
  'common_name',
  'nombre',
  'nom',
  'titel',
  'الاسم',
];

function isShown([key, value]: readonly [string, string]): boolean {
  if (value === '' || SWITCH.test(value) || FILE.test(value)) return false;
  // `image_skyline`, `map_caption2`; not `family`, which only holds such a word.
  return !key.split(/[^\p{L}]+/u).some((word) => SETTING.has(word.toLowerCase()));
}

/** `birth_place1` as people write it. */
function label(key: string): string {
  const words = oneLine(key.replace(/[_-]+/g, ' ').replace(/(?<!\bk?m)(?<=\p{L})(\d+)$/u, ' $1'));
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Line breaks and list items of a value as one line. */
function flat(value: string): string {
  return value
    .replace(/^[*#:;\s]+/, '')
    .replace(/\s*<br\b[^<>]*>\s*/gi, ', ')
    .replace(/\s*\n+[*#:;\s]*/g, '; ')
    .replace(/[,;]\s*·\s*/g, '; ')
    .replace(/(?:[,;]\s*){2,}/g, '; ')
    .replace(/^[,;\s]+|[,;\s]+$/g, '');
}

/** Puts an infobox aside as rows of a table; gives what stands for it. */
export function readInfoboxTemplate(name: string, args: TemplateArguments, page: WikiPage): string {
  const type = name
    .replace(/\b(?:infobox|ficha de|info\/)\s*/i, '')
    .replace(/_/g, ' ')
    .trim();
  const subject = args.get(...SUBJECT).replace(/'{2,}|<[^<>]*>|[[\]]/g, '');
  page.subject ??= { label: oneLine(subject), type: type.toLowerCase() };
  const rows = args.entries.filter(isShown).flatMap(([key, value]): (readonly [string, string])[] => {
    const inner = page.raw[Number(STAND_IN_LINE.exec(value)?.[1])];
    // A box in the box: its rows are rows of this one.
    return inner?.kind === 'infobox' ? [...inner.rows] : [[label(key), flat(value)]];
  });
  return rows.length === 0 ? '' : page.keep({ kind: 'infobox', type, rows });
}
