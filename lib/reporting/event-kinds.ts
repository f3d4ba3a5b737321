import { applicationEvents } from "@/lib/applications/events";
import type { EventKind } from "@/lib/events/define-event";
import { matchingEvents } from "@/lib/matching/events";
import { peopleEvents } from "@/lib/people/events";
import { programmesEvents } from "@/lib/programmes/events";
import { progressionEvents } from "@/lib/progression/events";
import { referralEvents } from "@/lib/referrals/events";
import { registerEvents } from "@/lib/registers/events";
import { schoolsEvents } from "@/lib/schools/events";
import { workGroupEvents } from "@/lib/workgroups/events";

/** What a timeline needs of a kind: who may read it, and its sentence. */
type ReadableKind = Pick<EventKind, "type" | "audience" | "tell">;

/** Every kind of event that any domain records. */
export const eventKinds: readonly ReadableKind[] = [
  ...applicationEvents,
  ...matchingEvents,
  ...peopleEvents,
  ...programmesEvents,
  ...progressionEvents,
  ...referralEvents,
  ...registerEvents,
  ...schoolsEvents,
  ...workGroupEvents,
];
