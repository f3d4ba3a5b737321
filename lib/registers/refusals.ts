/** What each refusal about registers and calendars says. */
export const registerRefusals = {
  not_found: "We cannot find that session. It may belong to another group",
  session_cancelled: "This session was cancelled, so it has no register",
  session_ahead: "This session is still ahead. Its register opens on the day",
  register_closed: "This register closed 60 days after the session. Ask your hub to change it",
  not_in_group: "Somebody on this register has left the group. Open the register again",
  nothing_marked: "Mark at least one person",
} as const;

export type SaveRegisterRefusal = keyof typeof registerRefusals;

export const calendarRefusals = { not_found: "We cannot find that calendar" } as const;
