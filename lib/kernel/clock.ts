/** The only place that reads the machine's clock. Everything else is handed a time. */
export interface Clock {
  now(): Date;
}

/** A clock that runs from another moment: tests and the demonstration travel in time with it, production cannot. */
export function shiftedClock(base: Clock, offsetMilliseconds: () => number): Clock {
  return { now: () => new Date(base.now().getTime() + offsetMilliseconds()) };
}

/**
 * In milliseconds, how far this process's clock is from the machine's. The browser tests begin on the same day whenever they
 * run, and set CLOCK_AHEAD_SECONDS for it; where there is no demonstration it changes nothing.
 */
export function aheadOfMachine(env: Readonly<Record<string, string | undefined>>): number {
  if (env.DEMONSTRATION !== "on" || env.PRODUCTION === "on") return 0;
  return Number(env.CLOCK_AHEAD_SECONDS ?? 0) * 1000;
}

const ahead = aheadOfMachine(process.env);

export const systemClock: Clock = shiftedClock({ now: () => new Date() }, () => ahead);

export function fixedClock(moment: Date | string): Clock {
  const at = new Date(moment).getTime();
  return { now: () => new Date(at) };
}

/** Milliseconds of the process's steady counter: for measuring, never for dates. */
export function stopwatch(): () => number {
  const start = performance.now();
  return () => performance.now() - start;
}
