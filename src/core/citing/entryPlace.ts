/** A part of a file's text, in UTF-16 offsets. */
export interface TextPlace {
  readonly start: number;
  readonly end: number;
}

/**
 * Where what was added to a bibliography stands in it now, so that taking it out leaves the rest as it was.
 * @param written what `addToBib` or `addToCslJson` put in, with the line breaks and commas around the entry
 * @returns `undefined` where it does not stand there as it was written, or more than once
 */
export function entryPlace(text: string, kind: 'bib' | 'json', written: string): TextPlace | undefined {
  for (const lineBreak of ['\n', '\r\n', '\r']) {
    // An editor gives all lines of a file the same ending.
    const sought = written.replace(/\r\n|\n|\r/gu, lineBreak);
    const place = onlyPlace(text, sought) ?? aloneIn(text, kind, sought, lineBreak);
    if (place) return place;
  }
  return undefined;
}

/** The entry where something else was written or taken out beside it since. */
function aloneIn(
  text: string,
  kind: 'bib' | 'json',
  written: string,
  lineBreak: string,
): TextPlace | undefined {
  if (kind === 'bib') {
    const place = onlyPlace(text, written.trim());
    if (!place) return undefined;
    // The empty line before it goes too, and the one behind it stays.
    const { start, end } = place;
    const { length } = lineBreak;
    return {
      start: text.startsWith(lineBreak + lineBreak, start - 2 * length) ? start - length : start,
      end: text.startsWith(lineBreak, end) ? end + length : end,
    };
  }
  const place = onlyPlace(text, written.slice(written.indexOf('{'), written.lastIndexOf('}') + 1));
  if (!place) return undefined;
  const before = text.slice(0, place.start).trimEnd();
  if (before.endsWith(',')) return { start: before.length - 1, end: place.end };
  // The first of the list: the comma behind it goes with it.
  return { start: place.start, end: place.end + /^\s*(?:,\s*)?/u.exec(text.slice(place.end))![0].length };
}

function onlyPlace(text: string, sought: string): TextPlace | undefined {
  const start = text.indexOf(sought);
  if (start < 0 || text.includes(sought, start + 1)) return undefined;
  return { start, end: start + sought.length };
}
