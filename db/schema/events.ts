import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./columns";

/** Every change, once: who, when, what, why. Append-only; a trigger refuses to change or delete a row. Timelines and the audit read it. */
export const events = pgTable(
  "events",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    type: text().notNull(),
    occurredAt: moment().notNull(),
    /** user, system, link (somebody who holds a signed link, such as a headteacher) */
    actorKind: text().notNull(),
    actorId: uuid(),
    /** The job or the purpose of the link, when there is no person. */
    actorLabel: text(),
    applicationId: uuid(),
    workGroupId: uuid(),
    organisationId: uuid(),
    referralId: uuid(),
    caseId: uuid(),
    matchRunId: uuid(),
    offerId: uuid(),
    hubId: uuid(),
    personId: uuid(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    index("events_application_idx").on(t.applicationId, t.id).where(sql`${t.applicationId} is not null`),
    index("events_work_group_idx").on(t.workGroupId, t.id).where(sql`${t.workGroupId} is not null`),
    index("events_organisation_idx").on(t.organisationId, t.id).where(sql`${t.organisationId} is not null`),
    index("events_referral_idx").on(t.referralId, t.id).where(sql`${t.referralId} is not null`),
    index("events_case_idx").on(t.caseId, t.id).where(sql`${t.caseId} is not null`),
    index("events_match_run_idx").on(t.matchRunId, t.id).where(sql`${t.matchRunId} is not null`),
    index("events_person_idx").on(t.personId, t.id).where(sql`${t.personId} is not null`),
    check("events_actor_whole", sql`(${t.actorKind} = 'user') = (${t.actorId} is not null)`),
  ],
);
