import { z } from "zod";
import { defineEvent } from "@/lib/events/define-event";
import { sayDate } from "@/lib/kernel/dates";
import { count } from "@/lib/kernel/words";

const none = z.object({});

export const workGroupPlanned = defineEvent(
  "work_group.planned",
  z.object({ code: z.string(), name: z.string() }),
  ({ code, name }) => `${name} (${code}) was planned`,
);
export const workGroupEdited = defineEvent(
  "work_group.edited",
  z.object({ changed: z.array(z.string()) }),
  ({ changed }) => `The group’s details were changed: ${changed.join(", ")}`,
  "staff",
);
export const sessionsPlanned = defineEvent(
  "work_group.sessions_planned",
  z.object({ sessions: z.number(), firstOn: z.string(), lastOn: z.string() }),
  ({ sessions }) => `${count(sessions, "session")} ${sessions === 1 ? "was" : "were"} planned`,
);
export const sessionMoved = defineEvent(
  "work_group.session_moved",
  z.object({ sessionId: z.uuid(), title: z.string(), from: z.iso.date(), to: z.iso.date() }),
  ({ title, from, to }) =>
    from === to
      ? `${title} on ${sayDate(from)} was given another time`
      : `${title} moved from ${sayDate(from)} to ${sayDate(to)}`,
);
export const sessionCancelled = defineEvent(
  "work_group.session_cancelled",
  z.object({ sessionId: z.uuid(), title: z.string(), heldOn: z.iso.date(), reason: z.string() }),
  ({ title, heldOn, reason }) => `${title} on ${sayDate(heldOn)} was cancelled: ${reason}`,
);
export const leadAssigned = defineEvent(
  "work_group.lead_assigned",
  z.object({ personId: z.uuid(), name: z.string() }),
  ({ name }) => `${name} became the lead`,
);
export const leadStoodDown = defineEvent(
  "work_group.lead_stood_down",
  z.object({ personId: z.uuid(), name: z.string() }),
  ({ name }) => `${name} stopped being the lead`,
);
export const workGroupOpened = defineEvent(
  "work_group.opened",
  none,
  () => "The group was opened for matching",
);
export const workGroupConfirmed = defineEvent(
  "work_group.confirmed",
  z.object({ schools: z.number(), belowMinimumBecause: z.string() }),
  ({ schools }) => `The group was confirmed with ${count(schools, "school")}`,
);
export const workGroupStarted = defineEvent("work_group.started", none, () => "The group began");
export const workGroupFinished = defineEvent("work_group.finished", none, () => "The group finished");
export const workGroupCancelled = defineEvent(
  "work_group.cancelled",
  z.object({ reason: z.string(), schools: z.number() }),
  ({ schools }) =>
    schools === 0
      ? "The group was cancelled"
      : `The group was cancelled and ${count(schools, "school")} told`,
);

export const workGroupEvents = [
  workGroupPlanned,
  workGroupEdited,
  sessionsPlanned,
  sessionMoved,
  sessionCancelled,
  leadAssigned,
  leadStoodDown,
  workGroupOpened,
  workGroupConfirmed,
  workGroupStarted,
  workGroupFinished,
  workGroupCancelled,
];
