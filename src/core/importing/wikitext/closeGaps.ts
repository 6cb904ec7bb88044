import { NOTHING } from './page';

const GAP = new RegExp(`[ \\t]{0,20}${NOTHING}[ \\t${NOTHING}]{0,200}`, 'g');

/**
 * Closes the gaps that templates leave which show nothing: `(née Reef; ; 1881)`, `(, born 1881)`, `the rock ( )`,
 * `in 1912 .`
 */
export function closeGaps(text: string): string {
  if (!text.includes(NOTHING)) return text;
  const parts: string[] = [];
  let end = 0;
  for (const match of text.matchAll(GAP)) {
    // A sign that an earlier gap took may be followed by the next gap.
    if (match.index < end) continue;
    parts.push(text.slice(end, match.index));
    end = match.index + match[0].length;
    const before = lastOf(parts);
    const after = text.charAt(end);
    if (before === '(' && after === ')') {
      dropLast(parts);
      end++;
    } else if (before === '(' && /[;,]/.test(after)) {
      end += /^[;,][ \t]{0,20}/.exec(text.slice(end, end + 21))?.[0].length ?? 0;
    } else if (/[;,]/.test(before) && after === ')') {
      dropLast(parts);
    } else if (/[;,]/.test(before) && /[;,.]/.test(after)) {
      dropLast(parts);
    } else if (!/^[.,;:!?)\n]?$/.test(after) && !/^[\s(]?$/.test(before) && /[ \t]/.test(match[0])) {
      parts.push(' ');
    }
  }
  parts.push(text.slice(end));
  return parts.join('').replaceAll(NOTHING, '');
}

function lastOf(parts: readonly string[]): string {
  for (let at = parts.length - 1; at >= 0; at--) if (parts[at] !== '') return parts[at]!.at(-1)!;
  return '';
}

function dropLast(parts: string[]): void {
  while (parts.at(-1) === '') parts.pop();
  const last = parts.pop();
  if (last !== undefined) parts.push(last.slice(0, -1));
}
