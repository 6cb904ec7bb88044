// What runs in the reader's own frame, so that no time of the tool that drives the window counts: each function here is sent
// there as it stands, and can use nothing around it.

/** How long what a click leads to took, in ms from the click. */
export interface Click {
  /** Until the message with the page was there. */
  readonly toMessage: number;
  /** Until the reader had drawn it. */
  readonly toDrawn: number;
  /** Until the frame that shows it was painted. */
  readonly toPainted: number;
  /** The length of the message as JSON. */
  readonly characters: number;
}

export interface Wanted {
  /** The title of the page that the click leads to. */
  readonly title: string;
  /** What must be on that page, where it comes later than the page itself. */
  readonly needed: string;
  readonly limitMs: number;
}

/**
 * Clicks something that leads to another page or place. Says what is there instead when that takes too long.
 * @returns nothing where the page was drawn anew meanwhile, and what was to be clicked is gone
 */
export function clickAndWait(
  link: HTMLElement,
  { title, needed, limitMs }: Wanted,
): Promise<Click | undefined> {
  if (!link.isConnected) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const start = performance.now();
    let toMessage = 0;
    let toDrawn = 0;
    let message: unknown;
    const isIt = ({ data }: MessageEvent<unknown>): boolean => {
      const { type, page } = (data ?? {}) as { type?: string; page?: { title?: string } };
      return type === 'go' || (type === 'show' && page?.title === title);
    };
    // The reader's own listener comes first, and draws.
    const drawn = (event: MessageEvent<unknown>): void => {
      if (toDrawn > 0 || !isIt(event)) return;
      toMessage = event.timeStamp - start;
      toDrawn = performance.now() - start;
      message = event.data;
      look();
    };
    const end = (): void => {
      clearTimeout(timer);
      removeEventListener('message', drawn);
    };
    const timer = setTimeout(() => {
      end();
      const page = document.querySelector('h1')?.textContent ?? 'nothing';
      const came = toMessage === 0 ? 'no message came' : `a message came after ${Math.round(toMessage)} ms`;
      reject(
        new Error(
          `“${title}” with ${needed} was not there in ${limitMs} ms: ${came}, and “${page}” is there.`,
        ),
      );
    }, limitMs);
    const look = (): void => {
      if (document.querySelector('h1')?.textContent !== title || !document.querySelector(needed)) {
        requestAnimationFrame(look);
        return;
      }
      // The first task after the next frame: by then the frame is painted.
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          const toPainted = performance.now() - start;
          end();
          resolve({ toMessage, toDrawn, toPainted, characters: JSON.stringify(message).length });
        };
        channel.port2.postMessage(undefined);
      });
    };
    addEventListener('message', drawn);
    link.click();
  });
}

/** How the page went on from frame to frame. */
export interface Frames {
  /** Times between frames in ms. */
  readonly lengths: readonly number[];
  /** Of the frames whose work took 50 ms or longer, as the browser counts them: how long. */
  readonly work: readonly number[];
  /** In how many frames what stands in the middle of the view was not drawn yet. */
  readonly blank: number;
}

/** Scrolls on and on, as a held key does, and back from each end; notes the frames. */
export function scrollFrames(_: unknown, lastsMs: number): Promise<Frames> {
  return new Promise((resolve) => {
    const lengths: number[] = [];
    const work: number[] = [];
    let blank = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) work.push(duration);
    });
    observer.observe({ type: 'long-animation-frame' });
    const end = performance.now() + lastsMs;
    let last: number | undefined;
    let step = 300;
    const frame = (now: number): void => {
      if (last !== undefined) lengths.push(now - last);
      last = now;
      // Before anything is moved in this frame, so that nothing is laid out for it.
      const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
      if (middle?.matches('.chunk:not(.drawn)')) blank++;
      if (now > end) {
        // What the browser has not told of yet comes with the next task.
        setTimeout(() => {
          observer.disconnect();
          resolve({ lengths, work, blank });
        }, 100);
        return;
      }
      const before = scrollY;
      scrollBy({ top: step, behavior: 'instant' });
      if (scrollY === before) step = -step;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

/** Waits until all of a long text is drawn; gives the number of its facts. */
export function allDrawn(_: unknown, limitMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const end = performance.now() + limitMs;
    const look = (): void => {
      const left = document.querySelectorAll('.chunk:not(.drawn)').length;
      if (left === 0) resolve(document.querySelectorAll('.fact').length);
      else if (performance.now() > end) reject(new Error(`${left} chunks were not drawn in ${limitMs} ms.`));
      else setTimeout(look, 200);
    };
    look();
  });
}
