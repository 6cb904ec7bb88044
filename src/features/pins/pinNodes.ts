import type { Library } from '../../core/library';
import type { Key } from '../../core/model';
import type { PinGroup } from '../../core/pins/byTopic';
import type { FoundPin } from '../../core/pins/findAgain';
import type { PinFolder, PinKind } from '../../core/pins/pin';

/** An element of the Pinned view. `kind` and `key` of a pin are what `dossier.open` takes: what it stands for now. */
export type PinNode =
  | { readonly kind: 'group'; readonly key: string; readonly group: PinGroup; readonly library: Library }
  | { readonly kind: 'folder'; readonly key: string; readonly folder: PinFolder; readonly library: Library }
  | { readonly kind: PinKind; readonly key: Key; readonly found: FoundPin; readonly library: Library };

/** A pin in the view. */
export type PinNodeOfPin = Extract<PinNode, { readonly found: FoundPin }>;

export function isPinNode(node: PinNode): node is PinNodeOfPin {
  return 'found' in node;
}
