import { inEnglish, say, type Saying } from '../saying';
import { readXml, XmlError, type XmlElement } from './readXml';

const DEEPEST_MACRO = 50;

/** A style that cannot be used; `why` is a sentence that says what it lacks. */
export class StyleError extends Error {
  override readonly name = 'StyleError';
  constructor(
    readonly why: Saying,
    /** Where in the file, from 0. */
    readonly line?: number,
  ) {
    super(inEnglish(why));
  }
}

/**
 * Whether a text is a style that citeproc can be given: XML, of CSL 1, complete. Citeproc itself leaves out what it does not
 * understand, without a word.
 * @throws {StyleError}
 */
export function checkStyle(xml: string): void {
  if (!/<style\b[^>]*\bxmlns=["']http:\/\/purl\.org\/net\/xbiblio\/csl["']/u.test(xml)) {
    throw new StyleError(say`It has no <style> element of the Citation Style Language.`);
  }
  const style = elementsOf(xml);
  const version = style.attributes.get('version');
  if (version === undefined) {
    throw new StyleError(say`It names no version of CSL. Dossier reads styles of CSL 1.0.`, style.line);
  }
  // Citeproc's own additions are called 1.1.
  if (!/^1\.[01]/u.test(version)) {
    throw new StyleError(say`It is for CSL ${version}. Dossier reads styles of CSL 1.0.`, style.line);
  }
  const citation = childOf(style, 'citation');
  if (!citation) throw withoutCitation(style);
  if (!childOf(citation, 'layout')) {
    throw new StyleError(say`<citation> has no <layout> that says how to cite.`, citation.line);
  }
  checkMacros(style);
}

function elementsOf(xml: string): XmlElement {
  try {
    return readXml(xml);
  } catch (error) {
    if (error instanceof XmlError) throw new StyleError(error.what, error.line);
    throw error;
  }
}

function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** A style that only says which other one it is like. */
function withoutCitation(style: XmlElement): StyleError {
  const links = childOf(style, 'info')?.children.filter(({ name }) => name === 'link') ?? [];
  const parent = links.find(({ attributes }) => attributes.get('rel') === 'independent-parent');
  const href = parent?.attributes.get('href');
  return href === undefined
    ? new StyleError(say`It has no <citation> element.`)
    : new StyleError(
        say`It only refers to another style, ${href}, whose file is needed instead.`,
        parent!.line,
      );
}

/** Macros that are named and missing write nothing, which nobody would notice; those that go round in circles never end. */
function checkMacros(style: XmlElement): void {
  const macros = new Map(
    style.children
      .filter(({ name }) => name === 'macro')
      .map((macro) => [macro.attributes.get('name') ?? '', macro]),
  );
  const done = new Set<XmlElement>();
  const walk = (element: XmlElement, around: readonly string[]): void => {
    if (done.has(element) || element.name === 'sort') return;
    const called = element.name === 'text' ? element.attributes.get('macro') : undefined;
    if (called !== undefined) {
      const macro = macros.get(called);
      if (!macro) throw new StyleError(say`There is no macro “${called}”.`, element.line);
      if (around.includes(called)) {
        throw new StyleError(say`The macro “${called}” calls itself, so that it never ends.`, element.line);
      }
      if (around.length >= DEEPEST_MACRO) {
        throw new StyleError(say`Macros call each other more than ${DEEPEST_MACRO} deep.`, element.line);
      }
      walk(macro, [...around, called]);
    }
    for (const child of element.children) walk(child, around);
    done.add(element);
  };
  for (const part of style.children) if (part.name !== 'macro') walk(part, []);
}

/** The language that a style is in whatever the document's is: its `default-locale`, as `fr-FR`. */
export function localeOfStyle(xml: string): string | undefined {
  return /<style\b[^>]*\bdefault-locale=["']([a-z]{2,3}(?:-[A-Z]{2})?)["']/u.exec(xml)?.[1];
}
