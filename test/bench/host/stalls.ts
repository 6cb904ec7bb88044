/** The longest time that the event loop did not come round. */
export interface Stalls {
  /** By the clock: also counts when the machine gave its cores to other processes. */
  readonly wallMs: number;
  /** By the CPU time of this thread: what was done here. */
  readonly cpuMs: number;
}

/** Watches how long the event loop does not come round: by the clock, and by the CPU time of its thread. */
export function watchStalls(): { stop(): Stalls } {
  const { threadCpuUsage } = process as { threadCpuUsage?: () => { user: number; system: number } };
  const cpuNow = (): number => {
    const used = threadCpuUsage?.call(process) ?? process.cpuUsage();
    return (used.user + used.system) / 1000;
  };
  const longest = { wallMs: 0, cpuMs: 0 };
  let last = { wallMs: performance.now(), cpuMs: cpuNow() };
  const look = (): void => {
    const now = { wallMs: performance.now(), cpuMs: cpuNow() };
    longest.wallMs = Math.max(longest.wallMs, now.wallMs - last.wallMs - 1);
    longest.cpuMs = Math.max(longest.cpuMs, now.cpuMs - last.cpuMs);
    last = now;
  };
  const timer = setInterval(look, 1);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return longest;
    },
  };
}
