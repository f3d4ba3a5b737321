import type { z } from "zod";
import type { events } from "@/db/schema/events";
import {
  applicationApproved,
  applicationDeclined,
  applicationStarted,
  applicationSubmitted,
  applicationWithdrawn,
  headteacherAnswered,
  headteacherAsked,
  keptWaiting,
  placeAccepted,
  placeOffered,
} from "@/lib/applications/events";
import type { EventKind } from "@/lib/events/define-event";
import { actorColumns } from "@/lib/events/record-event";
import { londonDate } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import type { Country } from "./country";

type EventRow = typeof events.$inferInsert;
type Application = Country["applications"][number];
type Agreement = Country["agreements"][number];

interface Facts {
  readonly programme: string;
  readonly group: string | undefined;
  readonly agreement: Agreement | undefined;
}

/** What the timelines of invented applications tell: each step that their rows say was taken, when and by whom. */
export function inventEvents(country: Country): void {
  const programmes = new Map(country.offers.map(({ id, shortName }) => [id, shortName]));
  const groups = new Map(country.workGroups.map(({ id, name }) => [id, name]));
  const agreements = new Map(country.agreements.map((row) => [row.applicationId, row]));
  const rows = country.applications.flatMap((application) =>
    eventsOf(application, {
      programme: programmes.get(application.offerId) ?? "",
      group: groups.get(application.workGroupId ?? ""),
      agreement: agreements.get(application.id ?? ""),
    }),
  );
  // A timeline is read by the order in which its events were written.
  rows.sort((one, other) => one.occurredAt.getTime() - other.occurredAt.getTime());
  for (const row of rows) country.events.push(row);
}

function eventsOf(application: Application, { programme, group, agreement }: Facts): EventRow[] {
  const tell = teller(application);
  tell(applicationStarted, application.startedAt, application.startedBy, { programme });
  if (agreement) tellAgreement(tell, agreement);
  if (application.submittedAt)
    tell(applicationSubmitted, application.submittedAt, application.startedBy, {
      ...(application.promisedOn ? { promisedOn: application.promisedOn } : {}),
    });
  tellDecision(tell, application);
  tellPlace(tell, application, group);
  return tell.rows;
}

interface Teller {
  /** `by`: a person, or nobody for a job of ours; "link" for somebody who holds one. */
  <Schema extends z.ZodType<Record<string, unknown>>>(
    kind: EventKind<Schema>,
    at: Date | null | undefined,
    by: string | null | undefined,
    payload: z.infer<Schema>,
  ): void;
  readonly rows: EventRow[];
}

function teller({ id, organisationId, hubId, offerId, workGroupId }: Application): Teller {
  const rows: EventRow[] = [];
  const tell: Teller = Object.assign(
    (kind: EventKind, at: Date | null | undefined, by: string | null | undefined, payload: object) => {
      if (!at) return;
      rows.push({
        type: kind.type,
        occurredAt: at,
        ...actorOf(by),
        applicationId: id,
        organisationId,
        hubId,
        offerId,
        workGroupId,
        payload: kind.schema.parse(payload),
      });
    },
    { rows },
  );
  return tell;
}

const byLink = "link";

function actorOf(by: string | null | undefined) {
  if (by === byLink) return { actorKind: "link", actorLabel: "headteacher_agreement" };
  return by
    ? actorColumns({ kind: "user", personId: by, name: "", grants: [] })
    : actorColumns({ kind: "system", job: "demonstration" });
}

function tellAgreement(tell: Teller, row: Agreement): void {
  const agreementId = row.id ?? newId();
  const expiresOn = londonDate(row.expiresAt);
  tell(headteacherAsked, row.askedAt, row.askedBy, { agreementId, expiresOn, again: false });
  if (row.answer)
    tell(headteacherAnswered, row.answeredAt, byLink, {
      agreementId,
      answer: row.answer,
      inPerson: false,
      commitmentVersion: row.commitmentVersion,
    });
}

function tellDecision(tell: Teller, application: Application): void {
  const { decision, decidedAt, decidedBy, tier, startedBy } = application;
  if (decision === "approved") tell(applicationApproved, decidedAt, decidedBy, { tier: tier ?? 2 });
  if (decision === "declined") tell(applicationDeclined, decidedAt, decidedBy, { reason: "not_ready" });
  if (decision === "withdrawn") tell(applicationWithdrawn, decidedAt, startedBy, { from: "submitted" });
}

function tellPlace(tell: Teller, application: Application, group: string | undefined): void {
  const { placement, offeredAt, answerBy, placementReason, placementChangedAt, startedBy } = application;
  if (placement === "waiting" && placementReason)
    tell(keptWaiting, placementChangedAt, application.decidedBy, { reason: placementReason });
  if (!group) return;
  if (answerBy)
    tell(placeOffered, offeredAt, application.decidedBy, {
      group,
      answerBy,
      reason: placementReason ?? "",
      decidedBy: "match",
    });
  if (placement === "accepted" || placement === "started" || placement === "completed")
    tell(placeAccepted, placementChangedAt, startedBy, { group });
}
