const CREATIVE_COMMONS = /^CC-(BY(?:-NC)?(?:-SA|-ND)?)-(\d\.\d)$/u;

/** The page of a licence that wants to be linked to: Creative Commons, by SPDX identifier. */
export function licenseUrl(spdx: string): string | undefined {
  if (spdx === 'CC0-1.0') return 'https://creativecommons.org/publicdomain/zero/1.0/';
  const [, terms, version] = CREATIVE_COMMONS.exec(spdx) ?? [];
  return terms === undefined || version === undefined
    ? undefined
    : `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/`;
}
