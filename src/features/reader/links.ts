import { MAX_KEY, TARGET_KINDS, type Target } from '../../protocol/address';

/** Longer than the address of any key, whose characters may take nine each. */
const MAX_PATH = 10 * MAX_KEY;

/**
 * The path of an address that opens something: `/fact/<dossier>/<id>`, as `vscode.Uri` takes it, before it is encoded.
 */
export function pathTo({ kind, key }: Target): string {
  return `/${kind}/${key}`;
}

/**
 * Reads the path of an address that somebody followed, from whoever it came: `undefined` where it names nothing that can
 * be opened. What it names need not be there; the reader says so.
 */
export function readPath(path: string): Target | undefined {
  if (path.length > MAX_PATH) return undefined;
  const [, kindText, key = ''] = /^\/([a-z]+)\/(.+)$/isu.exec(path) ?? [];
  const kind = TARGET_KINDS.find((each) => each === kindText);
  // A key holds no control characters; what came from elsewhere must not bring any into the log or a title.
  if (kind === undefined || key.length > MAX_KEY || /\p{Cc}/u.test(key)) return undefined;
  return { kind, key };
}
