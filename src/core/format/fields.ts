import type { Edtf, LanguageTag } from '../model';
import { isEdtf } from '../values/edtf';
import { didYouMean, shortened } from './problems';
import type { Finding, ProblemCollector, SourceRange, TextFile } from './problems';
import type { YamlEntry, YamlMap, YamlNode } from './yamlNode';
import { say, type Saying } from '../saying';

const LANGUAGE_TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/;
export const EDTF_REMEDY = say`Write an EDTF date such as 2009-11-09, 2011-10, 2009-10/2009-12 or 1990~.`;

/** Reads the values of a YAML map, each checked, with a problem where it is not what it should be. */
export class Fields {
  private readonly entries = new Map<string, YamlEntry>();

  constructor(
    private readonly file: TextFile,
    private readonly problems: ProblemCollector,
    readonly map: YamlMap,
    known: readonly string[],
  ) {
    for (const entry of map.entries) {
      if (known.includes(entry.key)) {
        this.entries.set(entry.key, entry);
      } else {
        this.report(entry.keyRange, {
          severity: 'warning',
          code: 'unknown-key',
          message: say`There is no key “${shortened(entry.key)}” here; it is passed over.`,
          remedy: didYouMean(entry.key, known, say`Known keys are ${known.join(', ')}.`),
        });
      }
    }
  }

  report(range: SourceRange, finding: Finding): void {
    this.problems.report(this.file, range, finding);
  }

  entry(key: string): YamlEntry | undefined {
    return this.entries.get(key);
  }

  /** Where to point for a key: its value, or the beginning of the map where it is missing. */
  rangeOf(key: string): SourceRange {
    return this.entries.get(key)?.value ?? { start: this.map.start, end: this.firstEnd() };
  }

  private firstEnd(): number {
    return this.map.entries[0]?.keyRange.end ?? this.map.start;
  }

  missing(key: string, remedy: Saying, severity: 'error' | 'warning' = 'error'): void {
    this.report(
      { start: this.map.start, end: this.firstEnd() },
      { severity, code: `missing-${key}`, message: say`“${shortened(key)}” is missing here.`, remedy },
    );
  }

  /** The text of a key; `undefined` where it is missing, empty or no text (which is reported). */
  text(key: string): string | undefined {
    const value = this.entries.get(key)?.value;
    if (!value) return undefined;
    if (value.kind !== 'scalar') {
      this.report(value, {
        code: 'bad-value',
        message:
          value.kind === 'map'
            ? say`“${shortened(key)}” must be a text, not a map.`
            : say`“${shortened(key)}” must be a text, not a list.`,
        remedy: say`Write “${key}: …” with the text on the same line.`,
      });
      return undefined;
    }
    const text = value.value.trim();
    return text === '' ? undefined : text;
  }

  /** The items of a key that holds a list; `undefined` where it is missing or no list (which is reported). */
  list(key: string): readonly YamlNode[] | undefined {
    const value = this.entries.get(key)?.value;
    if (!value || (value.kind === 'scalar' && value.isNull)) return undefined;
    if (value.kind === 'list') return value.items;
    this.report(value, {
      code: 'bad-value',
      message: say`“${shortened(key)}” must be a list.`,
      remedy: say`Begin each item on a line of its own with “- ”.`,
    });
    return undefined;
  }

  /** The entries of a key that holds a map of texts. */
  textMap(key: string): Record<string, string> {
    const texts: Record<string, string> = {};
    const value = this.entries.get(key)?.value;
    if (!value || (value.kind === 'scalar' && value.isNull)) return texts;
    if (value.kind !== 'map') {
      this.report(value, {
        code: 'bad-value',
        message: say`“${shortened(key)}” must map languages to texts.`,
        remedy: say`Write a line such as “fr: Corée du Nord” for each language.`,
      });
      return texts;
    }
    for (const entry of value.entries) {
      if (entry.value.kind === 'scalar' && entry.value.value.trim() !== '') {
        if (this.isLanguage(entry.key, entry.keyRange)) texts[entry.key] = entry.value.value.trim();
      } else {
        this.report(entry.value, {
          code: 'bad-value',
          message: say`The text for “${shortened(entry.key)}” is missing or no text.`,
          remedy: say`Write the text after the colon, or remove the line.`,
        });
      }
    }
    return texts;
  }

  private isLanguage(tag: string, range: SourceRange): boolean {
    // `__proto__` and the like are no language tags, so none becomes a key of an object.
    if (LANGUAGE_TAG.test(tag)) return true;
    this.report(range, {
      code: 'bad-language',
      message: say`“${shortened(tag)}” is no language tag.`,
      remedy: say`Write a BCP 47 tag such as en, fr or ko.`,
    });
    return false;
  }

  language(key: string): LanguageTag | undefined {
    const tag = this.text(key);
    return tag !== undefined && this.isLanguage(tag, this.rangeOf(key)) ? tag : undefined;
  }

  date(key: string): Edtf | undefined {
    const text = this.text(key);
    if (text === undefined || isEdtf(text)) return text;
    this.report(this.rangeOf(key), {
      code: 'bad-date',
      message: say`“${shortened(text)}” is no EDTF date.`,
      remedy: EDTF_REMEDY,
    });
    return undefined;
  }

  url(key: string): string | undefined {
    const text = this.text(key);
    if (text === undefined || isSafeUrl(text)) return text;
    this.report(this.rangeOf(key), {
      code: 'bad-url',
      message: say`“${shortened(text)}” is no address that may be opened.`,
      remedy: say`Write an address that begins with https://, http:// or mailto:.`,
    });
    return undefined;
  }

  /** Whether a key holds one given text; anything else is reported with the remedy. */
  is(key: string, expected: string, otherwise: readonly string[] = []): boolean {
    const text = this.text(key);
    if (text === undefined || otherwise.includes(text)) return false;
    if (text === expected) return true;
    this.report(this.rangeOf(key), {
      code: 'bad-value',
      message: say`“${shortened(key)}” cannot be “${shortened(text)}”.`,
      remedy: say`Write “${key}: ${expected}”, or leave it out.`,
    });
    return false;
  }
}

/** Whether an address may become a link: only http, https and mailto, without white space or control characters. */
export function isSafeUrl(url: string): boolean {
  return /^(?:https?:\/\/[^\s/]|mailto:[^\s])/i.test(url) && !/[\s\u0000-\u001f\u007f]/.test(url);
}
