import type { FigurePoint } from './figurePoints';
import type { FigureChart, LabelledFigure } from './groupFigures';
import { groupBy } from './groupBy';

/** Characters of a share's label at most; a longer one is no label. */
const LONGEST = 120;

/**
 * The shares that one sentence divides a whole into: `19% saw it positively and 81% negatively`. Their labels are what
 * the sentence says behind each. Only where they add up to 100 and nothing qualifies them.
 */
export function sharesInSentence(points: readonly FigurePoint[]): readonly FigureChart[] {
  const percentages = points.filter(({ quantity }) => quantity.kind === 'percent');
  return [...groupBy(percentages, ({ fact }) => fact).values()].flatMap((shares): FigureChart[] => {
    const [first] = shares;
    if (!first || shares.length < 2 || first.when === undefined) return [];
    const isPlain = ({ when, isChange, qualifier, upTo }: FigurePoint): boolean =>
      when === first.when && !isChange && qualifier === undefined && upTo === undefined;
    if (!shares.every(isPlain)) return [];
    const sum = shares.reduce((total, { quantity }) => total + quantity.value, 0);
    if (Math.abs(sum - 100) > 1) return [];
    const figures = shares.map((point, index): LabelledFigure => ({
      label: labelBehind(point, shares[index + 1]?.quantity.start),
      point,
    }));
    if (figures.some(({ label }) => label === '' || label.length > LONGEST)) return [];
    return [{ kind: 'shares', about: { section: first.fact.section }, when: first.when, figures }];
  });
}

const AT_START = /^[\s,;:)]*(?:of\s|des?\s|d['’])?/iu;
const AT_END = /[\s,;:.!?(–—-]*(?:\s(?:and|while|with|but|et|tandis que|contre|mais))?[\s,;:.!?(–—-]*$/iu;

/** What a sentence says behind a share, up to the next one. */
function labelBehind({ fact, quantity }: FigurePoint, next: number | undefined): string {
  return fact.text.slice(quantity.end, next).replace(AT_START, '').replace(AT_END, '').trim();
}
