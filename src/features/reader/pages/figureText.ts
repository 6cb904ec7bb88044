import type { FigurePoint } from '../../../core/figures/figurePoints';
import type { LanguageTag, Quantity } from '../../../core/model';
import type { FiguresWords } from './figuresPage';

/** From here on, numbers are rounded for reading: 24 million, but 5,400. */
const LARGE = 100_000;

/** Writes figures with their unit in a user's language. */
export class FigureText {
  private readonly formats = new Map<string, Intl.NumberFormat>();

  constructor(
    private readonly language: LanguageTag,
    private readonly words: FiguresWords,
  ) {}

  /** The figure as the text qualifies it, rounded for reading: `more than 24 million euros`. */
  text(point: FigurePoint): string {
    return this.qualified(point, (quantity, value) =>
      this.write(quantity, value, Math.abs(value) >= LARGE && quantity.kind !== 'percent'),
    );
  }

  /** The same to the last digit. */
  exact(point: FigurePoint): string {
    return this.qualified(point, (quantity, value) => this.write(quantity, value, false));
  }

  /** What is measured with: `euro (EUR)`, `%`, or what is counted. */
  unit({ kind, unit }: Quantity): string {
    if (kind !== 'currency') return unit;
    const name = this.currencyName(unit);
    return name === unit ? unit : `${name} (${unit})`;
  }

  private qualified(
    { quantity, upTo, qualifier }: FigurePoint,
    write: (quantity: Quantity, value: number) => string,
  ): string {
    const first = write(quantity, quantity.value);
    const text = upTo === undefined ? first : `${first} – ${write(quantity, upTo)}`;
    return qualifier ? this.words.qualified(qualifier, text) : text;
  }

  private write({ kind, unit }: Quantity, value: number, isRounded: boolean): string {
    const rounding: Intl.NumberFormatOptions = isRounded
      ? { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 }
      : { maximumFractionDigits: 6 };
    switch (kind) {
      case 'currency':
        if (!/^[A-Z]{3}$/u.test(unit)) return `${this.format(rounding).format(value)} ${unit}`;
        return this.format({
          ...rounding,
          style: 'currency',
          currency: unit,
          // The only form that Intl writes out: €24M has no word for a million.
          currencyDisplay: 'name',
          minimumFractionDigits: 0,
        }).format(value);
      case 'percent':
        return this.format({ style: 'percent', maximumFractionDigits: 4 }).format(value / 100);
      case 'count':
        return `${this.format(rounding).format(value)} ${unit}`.trim();
    }
  }

  private currencyName(code: string): string {
    try {
      return new Intl.DisplayNames(this.language, { type: 'currency' }).of(code) ?? code;
    } catch (error) {
      // A code or a language that Intl does not know.
      if (!(error instanceof RangeError)) throw error;
      return code;
    }
  }

  private format(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const key = JSON.stringify(options);
    let format = this.formats.get(key);
    if (!format) {
      // House style of dates and numbers.
      const locale = /^en$/iu.test(this.language) ? 'en-GB' : this.language;
      format = new Intl.NumberFormat(locale, options);
      this.formats.set(key, format);
    }
    return format;
  }
}
