import type { Library } from '../../core/library';
import type { Key } from '../../core/model';
import type { FoundPin } from '../../core/pins/findAgain';
import type { PinFolder, PinKind } from '../../core/pins/pin';

/** An element of the Pinned view. `kind` and `key` of a pin are what `dossier.open` takes: what it stands for now. */
export type PinNode =
  | { readonly kind: 'folder'; readonly key: string; readonly folder: PinFolder; readonly library: Library }
  | { readonly kind: PinKind; readonly key: Key; readonly found: FoundPin; readonly library: Library };
