import type { NameKind } from '../../model';
import { kindByNoun } from './cues';

/** Kinds of infoboxes by what they are for; others are told by their nouns. */
const KINDS: readonly (readonly [NameKind, RegExp])[] = [
  [
    'person',
    /\b(?:person|biography|officeholder|royalty|academic|saint|sportsperson|cyclist|swimmer|wrestler|boxer|golfer|cricketer|model|comedian|criminal|noble|clergy|pharaoh|racing driver|chess player|martial artist)\b/,
  ],
  [
    'event',
    /\b(?:conflict|operation|earthquake|attack|accident|pandemic|olympics|match|season|tournament|launch|flight)\b/,
  ],
  [
    'work',
    /\b(?:film|book|album|song|single|television|comics|video game|software|artwork|poem|journal|website|document|typeface|standard|legislation|law)\b/,
  ],
  [
    'organisation',
    /\b(?:company|organi[sz]ation|agency|university|school|unit|airline|political party|legislature|club|union|hospital|newspaper|brand|network|record label|team|court|library)\b/,
  ],
  [
    'place',
    /\b(?:settlement|country|islands?|protected area|body of water|road|line|military installation|stadium|venue|cemetery|religious building|monument|dam|glacier|cave|shopping mall|nrhp|historic site)\b/,
  ],
];

/** The kind of thing that an article with an infobox of a type is about. */
export function kindOfSubject(type: string): NameKind | undefined {
  const known = KINDS.find(([, pattern]) => pattern.test(type))?.[0];
  return known ?? type.split(' ').reverse().map(kindByNoun).find(Boolean);
}
