/** Measures a text in CSS pixels. */
export type Measure = (text: string) => number;

/** A measure in the font of an element that is shown. */
export function measureLike(element: Element): Measure {
  const canvas = document.createElement('canvas').getContext('2d');
  const { fontSize, fontFamily, fontWeight } = getComputedStyle(element);
  if (canvas) canvas.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  // Without a canvas, as wide as wide letters are.
  return (text) => canvas?.measureText(text).width ?? text.length * 10;
}

/** Breaks a text into lines that are no wider than `width`, between words where it can, and keeps every character. */
export function wrapText(text: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    if (line !== '' && measure(line + segment.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = segment.trimStart();
    } else line += segment;
    while (measure(line.trimEnd()) > width && line.length > 1) {
      const fits = longestFit(line, width, measure);
      lines.push(line.slice(0, fits));
      line = line.slice(fits);
    }
  }
  return line.trim() === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()];
}

/** How many characters of a word that is too long fit into a line; at least one. */
function longestFit(text: string, width: number, measure: Measure): number {
  let fits = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(text)) {
    if (fits > 0 && measure(text.slice(0, index + segment.length)) > width) break;
    fits = index + segment.length;
  }
  return fits;
}
