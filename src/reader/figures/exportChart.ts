import { svg } from '../svg';
import { wrapText, type Measure } from './wrapText';

/** What an exported chart says around the drawing. */
export interface ChartFrame {
  readonly title: string;
  /** Unit and sources, a line each. */
  readonly notes: readonly string[];
  readonly measure: Measure;
}

const MARGIN = 16;
const TITLE = 22;
const NOTE = 18;
/** Pixels of a picture for one of the drawing. */
const SCALE = 2;

/** What the reader's style sheets give a drawing, which stands alone in a file. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

/**
 * A drawing as the text of an SVG file, with title, unit and sources, in the colours it is shown in. `drawn` stands in the
 * page.
 */
export function chartSvg(drawn: SVGSVGElement, { title, notes, measure }: ChartFrame): string {
  const width = Number(drawn.getAttribute('width'));
  const height = Number(drawn.getAttribute('height'));
  const { color, fontFamily } = getComputedStyle(drawn);
  const background = getComputedStyle(document.body).backgroundColor;
  // The title is larger than the font that is measured.
  const titleLines = wrapText(title, width / 1.25, measure);
  const noteLines = notes.flatMap((note) => wrapText(note, width, measure));
  const top = MARGIN + titleLines.length * TITLE + 8;
  const bottom = top + height + 14;
  const whole = bottom + noteLines.length * NOTE + MARGIN;
  const line = (size: number, weight: number, x: number, y: number, words: string): SVGElement =>
    svg(
      'text',
      { x, y, fill: color, 'font-family': fontFamily, 'font-size': size, 'font-weight': weight },
      words,
    );
  const file = svg(
    'svg',
    {
      width: width + 2 * MARGIN,
      height: whole,
      viewBox: `0 0 ${width + 2 * MARGIN} ${whole}`,
    },
    svg('title', {}, title),
    svg('desc', {}, drawn.getAttribute('aria-label') ?? ''),
    svg('rect', { width: '100%', height: '100%', fill: background }),
    ...titleLines.map((words, at) => line(16, 600, MARGIN, MARGIN + at * TITLE + 14, words)),
    svg('g', { transform: `translate(${MARGIN},${top})` }, ...standalone(drawn)),
    ...noteLines.map((words, at) => line(12, 400, MARGIN, bottom + at * NOTE + 12, words)),
  );
  return new XMLSerializer().serializeToString(file);
}

/** Copies of what is in a drawing, with the styles as attributes and without classes. */
function standalone(drawn: SVGSVGElement): readonly Node[] {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const originals = drawn.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((each, at) => {
    const original = originals[at];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const name of STYLES) {
      const value = style.getPropertyValue(name);
      if (value !== '') each.setAttribute(name, value);
    }
    each.removeAttribute('class');
    each.removeAttribute('style');
  });
  return [...copy.childNodes];
}

/** The text of an SVG file as a picture, in twice its size. Throws where the browser draws none. */
export async function chartPng(text: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
