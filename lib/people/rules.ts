/** How long a session lasts, counted from signing in. */
export const SESSION_HOURS = 12;

export function sessionEndsAt(now: Date): Date {
  return new Date(now.getTime() + SESSION_HOURS * 3_600_000);
}
