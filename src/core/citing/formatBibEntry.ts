import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { BibDialect } from './citationRequest';
import type { CslItem } from './cslItem';

/**
 * A source as an entry of a `.bib` file, without a line break at its end. Its key is the item's id. What LaTeX has a
 * command for is written as one, so that every engine takes it; other scripts stay as they are, in UTF-8.
 */
export function formatBibEntry(item: CslItem, dialect: BibDialect): string {
  const { format } = plugins.config.get('@bibtex');
  format.useIdAsLabel = true;
  // It would take the hyphens out of a key that is safe.
  format.checkLabel = false;
  const safe = { ...item, title: protect(item.title) };
  return unprotect(new Cite([safe], { generateGraph: false }).format(dialect).trim());
}

/** Stands for a character by its code, in letters that nothing changes. */
const PROTECTED = /zzu([0-9a-f]+)qzz/gu;

/**
 * citation-js leaves out each character that it knows no command for, such as all of Korean, and takes `<i>` for markup,
 * which a dossier's title has none of.
 */
function protect(title: string): string {
  const known = knownCharacters();
  return Array.from(title, (character) =>
    character !== '<' &&
    Array.from(character.normalize('NFKD')).every((unit) => unit <= '~' || known.has(unit))
      ? character
      : `zzu${character.codePointAt(0)!.toString(16)}qzz`,
  ).join('');
}

function unprotect(entry: string): string {
  return entry.replace(PROTECTED, (_, code: string) => {
    const character = String.fromCodePoint(parseInt(code, 16));
    return character === '<' ? '\\textless{}' : character;
  });
}

let known: ReadonlySet<string> | undefined;

/** The characters beyond ASCII that citation-js has a command for. */
function knownCharacters(): ReadonlySet<string> {
  const { commands, mathCommands, diacritics, ligatures } = plugins.config.get('@bibtex').constants;
  known ??= new Set(
    [commands, mathCommands, diacritics, ligatures].flatMap((table) =>
      Object.values(table).filter((character) => character !== null),
    ),
  );
  return known;
}
