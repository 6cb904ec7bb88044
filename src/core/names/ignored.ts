import type { Key } from '../model';
import type { Mention } from './mention';

/** What a user does not want to be matched: a name, one of its forms, or both in one file. */
export interface IgnoredMention {
  readonly name: Key;
  /** Only this form, as the dossier spells it; all forms without it. */
  readonly form?: string;
  /** Only in this file, as a path in the workspace; everywhere without it. */
  readonly file?: string;
}

/** Whether a value from the settings is an {@link IgnoredMention}. */
export function isIgnoredMention(value: unknown): value is IgnoredMention {
  if (typeof value !== 'object' || value === null) return false;
  const { name, form, file } = value as Partial<Record<keyof IgnoredMention, unknown>>;
  const isText = (part: unknown): boolean => part === undefined || typeof part === 'string';
  return typeof name === 'string' && isText(form) && isText(file);
}

/** Takes out of mentions what is ignored in a file; a mention that loses all its names goes. */
export function withoutIgnored(
  mentions: readonly Mention[],
  ignored: readonly IgnoredMention[],
  file: string,
): readonly Mention[] {
  const here = ignored.filter((each) => each.file === undefined || each.file === file);
  if (here.length === 0) return mentions;
  return mentions.flatMap((mention) => {
    const names = mention.names.filter(
      (name) =>
        !here.some(
          (each) => each.name === name && (each.form === undefined || each.form === mention.why.form),
        ),
    );
    if (names.length === mention.names.length) return [mention];
    return names.length > 0 ? [{ ...mention, names }] : [];
  });
}
