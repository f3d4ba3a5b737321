import { z } from "zod";
import { defineEvent } from "@/lib/events/define-event";

export const registerSaved = defineEvent(
  "session.register_saved",
  z.object({ sessionId: z.uuid(), number: z.number(), marked: z.number(), there: z.number() }),
  ({ number, there, marked }) =>
    `The register of session ${number} was saved: ${there} of ${marked} people there`,
);
export const placeStarted = defineEvent(
  "place.started",
  z.object({ sessionId: z.uuid() }),
  () => "The school came to its first session",
);
export const calendarFeedOpened = defineEvent(
  "calendar_feed.opened",
  z.object({ feedId: z.uuid() }),
  () => "A calendar address was made",
);
export const calendarFeedClosed = defineEvent(
  "calendar_feed.closed",
  z.object({ feedId: z.uuid() }),
  () => "A calendar address was ended",
);

export const registerEvents = [registerSaved, placeStarted, calendarFeedOpened, calendarFeedClosed];
