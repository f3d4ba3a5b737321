import { z } from "zod";
import { defineEvent } from "@/lib/events/define-event";
import { count } from "@/lib/kernel/words";

const counts = z.object({ importId: z.uuid(), counts: z.record(z.string(), z.number()) });

export const registerImported = defineEvent(
  "register.imported",
  counts,
  ({ counts }) =>
    `The national register was imported: ${count(counts.new ?? 0, "new row")}, ${counts.changed ?? 0} changed, ${counts.closed ?? 0} closed`,
  "staff",
);

export const registerImportRefused = defineEvent(
  "register.import_refused",
  z.object({ importId: z.uuid(), code: z.string() }),
  ({ code }) => `A file of the national register was not imported (${code.replaceAll("_", " ")})`,
  "staff",
);

export const organisationRenamed = defineEvent(
  "organisation.renamed",
  z.object({ from: z.string(), to: z.string() }),
  ({ from, to }) => `${from} is now called ${to}`,
);

export const organisationContinued = defineEvent(
  "organisation.continued",
  z.object({ fromUrn: z.number().int(), toUrn: z.number().int(), name: z.string() }),
  ({ fromUrn, toUrn, name }) => `The school goes on as ${name}: its URN ${fromUrn} became ${toUrn}`,
);

export const organisationClosed = defineEvent(
  "organisation.closed",
  z.object({ urn: z.number().int(), closedOn: z.string().nullable() }),
  () => "The register shows the school as closed, without a school that follows it",
);

export const organisationReopened = defineEvent(
  "organisation.reopened",
  z.object({ urn: z.number().int() }),
  () => "The register shows the school as open again",
);

export const organisationChangedHub = defineEvent(
  "organisation.changed_hub",
  z.object({ fromHub: z.string().nullable(), toHub: z.string().nullable() }),
  ({ fromHub, toHub }) =>
    `Its local authority's hub is now ${toHub ?? "not known"}; it was ${fromHub ?? "not known"}`,
);

export const hubOverrideSet = defineEvent(
  "organisation.hub_override_set",
  z.object({ hub: z.string(), reason: z.string() }),
  ({ hub, reason }) => `The school moved to ${hub}: ${reason}`,
  "staff",
);

export const hubOverrideEnded = defineEvent(
  "organisation.hub_override_ended",
  z.object({ hub: z.string(), backTo: z.string().nullable() }),
  ({ hub, backTo }) => `The school left ${hub} and is back with ${backTo ?? "no hub yet"}`,
);

export const reviewResolved = defineEvent(
  "organisation.review_resolved",
  z.object({
    reviewId: z.uuid(),
    decision: z.enum(["keep_separate", "follow"]),
    fromUrn: z.number().int().nullable(),
    toUrn: z.number().int().nullable(),
    note: z.string(),
  }),
  ({ decision, fromUrn, toUrn }) =>
    decision === "follow"
      ? `The history of URN ${fromUrn} goes on in URN ${toUrn}`
      : "The schools of a register review are kept apart",
  "staff",
);

export const schoolsEvents = [
  registerImported,
  registerImportRefused,
  organisationRenamed,
  organisationContinued,
  organisationClosed,
  organisationReopened,
  organisationChangedHub,
  hubOverrideSet,
  hubOverrideEnded,
  reviewResolved,
];
