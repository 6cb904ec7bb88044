import type { Place } from '../protocol/address';
import { elementOf } from './bodyView';

/** Frames over which a place is held while heights that were only estimated become real. */
const FRAMES = 12;

let cancel: (() => void) | undefined;

/** Scrolls so that what stood at the top of the view stands there again. */
export function scrollToPlace({ key, offset }: Place): void {
  const mark = key === undefined ? undefined : elementOf(key);
  if (mark) hold(() => window.scrollBy(0, mark.getBoundingClientRect().top - offset));
  else if (key === undefined) window.scrollTo(0, offset);
}

/** Scrolls an element into view, to its middle or its top. */
export function settleAt(element: HTMLElement, block: 'center' | 'start'): void {
  hold(() => element.scrollIntoView({ block, behavior: 'instant' }));
}

/** Scrolls now and in the next frames, until the user scrolls. */
function hold(scroll: () => void): void {
  cancel?.();
  let left = FRAMES;
  const stop = (): void => {
    left = 0;
  };
  const types = ['wheel', 'touchstart', 'keydown', 'mousedown'] as const;
  for (const type of types) window.addEventListener(type, stop, { once: true, passive: true });
  cancel = () => {
    stop();
    for (const type of types) window.removeEventListener(type, stop);
  };
  const again = (): void => {
    if (left-- <= 0) return;
    scroll();
    requestAnimationFrame(again);
  };
  again();
}
