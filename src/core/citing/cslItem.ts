import { percentEncode } from './percentEncode';
import type { Dossier, LanguageTag, Source } from '../model';

/** An entry of CSL-JSON, as far as a dossier's source fills one. The names of the fields are CSL's. */
export interface CslItem {
  readonly id: string;
  readonly type: 'webpage' | 'document';
  readonly title: string;
  readonly 'container-title'?: string;
  readonly URL?: string;
  readonly DOI?: string;
  readonly accessed?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly language?: LanguageTag;
}

/** What a citation says of a source, and how it is known in the library: `<dossier id>/<source id>`. */
export interface CitedSource {
  readonly key: string;
  readonly source: Source;
  readonly language: LanguageTag;
}

/** What a URI holds only encoded (RFC 3986), square brackets among it but for addresses of version 6. */
const NOT_IN_URIS = /[^\w\-.~:/?#@!$&'()*+,;=%]+/gu;

/** Sites whose pages are parts of a work with a name. */
const WORKS: readonly (readonly [host: RegExp, title: string])[] = [
  [/(?:^|\.)wikipedia\.org$/u, 'Wikipedia'],
  [/(?:^|\.)wikisource\.org$/u, 'Wikisource'],
  [/(?:^|\.)wikinews\.org$/u, 'Wikinews'],
  [/(?:^|\.)wiktionary\.org$/u, 'Wiktionary'],
];

/**
 * Where a fact comes from, to be cited. A fact without a source comes from its dossier.
 */
export function citedSource(
  dossier: Pick<Dossier, 'id' | 'title' | 'language' | 'license'>,
  source?: Source,
): CitedSource {
  const own: Source = {
    id: dossier.id,
    title: dossier.title,
    ...(dossier.license !== undefined && { license: dossier.license }),
  };
  const from = source ?? own;
  return { key: `${dossier.id}/${from.id}`, source: from, language: dossier.language };
}

/** A source as an entry of CSL-JSON with the id that citations use. */
export function cslItem({ source, language }: CitedSource, id: string): CslItem {
  const { url, retrieved } = source;
  const doi = doiOf(url);
  const host = url === undefined ? undefined : /^https?:\/\/([^/?#:]+)/iu.exec(url)?.[1]?.toLowerCase();
  const work = host === undefined ? undefined : WORKS.find(([pattern]) => pattern.test(host))?.[1];
  const day = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/u.exec(retrieved ?? '');
  return {
    id,
    type: url === undefined || doi !== undefined ? 'document' : 'webpage',
    title: source.title,
    ...(work !== undefined && { 'container-title': work }),
    ...(doi !== undefined ? { DOI: doi } : url !== undefined && { URL: percentEncode(url, NOT_IN_URIS) }),
    ...(day &&
      url !== undefined && { accessed: { 'date-parts': [day.slice(1).filter(Boolean).map(Number)] } }),
    // Styles put titles into title case unless the entry says that it is in another language.
    language,
  };
}

/** The DOI of an address at a resolver. */
export function doiOf(url: string | undefined): string | undefined {
  const path = /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\d{4,9}\/\S+)$/iu.exec(url ?? '')?.[1];
  if (path === undefined) return undefined;
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray percent sign: the address is the DOI as it stands.
    return path;
  }
}
