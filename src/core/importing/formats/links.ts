/** Namespaces of a wiki whose pages are no articles. */
const NAMESPACE =
  /^(?:file|image|category|help|portal|template|wikipedia|wp|special|user|talk|draft|module|media|mediawiki)(?:[ _]talk)?:/i;

/**
 * The title of the article that a link of a wiki leads to, such as `Pyongyang` for `/wiki/Pyongyang#History`;
 * `undefined` for all other links.
 */
export function linkTarget(url: string): string | undefined {
  const path =
    /(?:^|\/\/[^/]*\.(?:wikipedia|wikimedia|wiktionary|wikivoyage|mediawiki)\.org|^\.)\/?wiki\/([^?#]+)/i.exec(
      url,
    )?.[1];
  if (path === undefined) return undefined;
  let title = path;
  try {
    title = decodeURIComponent(path);
  } catch (error) {
    // A percent sign that encodes nothing: the address is taken as it is written.
    if (!(error instanceof URIError)) throw error;
  }
  title = title.replaceAll('_', ' ').trim();
  return title === '' || NAMESPACE.test(title) ? undefined : title;
}
