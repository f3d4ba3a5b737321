/** The only place that reads the machine's clock. Everything else is handed a time. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that runs from another moment: tests and the demonstration travel in time with it, production cannot. */
export function shiftedClock(base: Clock, offsetMilliseconds: () => number): Clock {
  return { now: () => new Date(base.now().getTime() + offsetMilliseconds()) };
}

export function fixedClock(moment: Date | string): Clock {
  const at = new Date(moment).getTime();
  return { now: () => new Date(at) };
}

/** Milliseconds of the process's steady counter: for measuring, never for dates. */
export function stopwatch(): () => number {
  const start = performance.now();
  return () => performance.now() - start;
}
