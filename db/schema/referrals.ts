import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { applications } from "./applications";
import { idColumn, moment } from "./columns";
import { hubs } from "./hubs";
import { people } from "./people";
import { ladderPhase } from "./programmes";
import { organisations } from "./schools";

export const referralSource = pgEnum("referral_source", [
  "hub",
  "school",
  "trust",
  "local_authority",
  "dfe",
  "lead",
]);
export const referralStatus = pgEnum("referral_status", [
  "raised",
  "triaged",
  "accepted_enhanced",
  "accepted_intensive",
  "redirected",
  "declined",
  "withdrawn",
]);
export const urgency = pgEnum("urgency", ["this_half_term", "this_term", "this_year"]);

/** Somebody asks the hub for Targeted Support for a school. */
export const referrals = pgTable(
  "referrals",
  {
    id: idColumn(),
    reference: text().notNull().unique("referrals_reference_key"),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    phase: ladderPhase().notNull(),
    hubId: uuid()
      .notNull()
      .references(() => hubs.id),
    source: referralSource().notNull(),
    status: referralStatus().notNull().default("raised"),
    /** Codes of lib/referrals/rules.ts. */
    barriers: text().array().notNull(),
    evidence: text().notNull(),
    urgency: urgency().notNull(),
    raisedBy: uuid()
      .notNull()
      .references(() => people.id),
    raisedAt: moment().notNull(),
    /** Date by which the hub promised an answer. */
    promisedOn: date({ mode: "string" }).notNull(),
    triagedBy: uuid().references(() => people.id),
    triagedAt: moment(),
    triageNote: text(),
    redirectedTo: text(),
    assignedTo: uuid().references(() => people.id),
    headName: text().notNull(),
    headEmail: text().notNull(),
    consentSecretHash: text().unique("referrals_consent_key"),
    consentAskedAt: moment(),
    consentExpiresAt: moment(),
    consentAnsweredAt: moment(),
    consentGiven: boolean(),
    version: integer().notNull().default(1),
  },
  (t) => [
    index("referrals_queue_idx").on(t.hubId, t.status, t.promisedOn),
    index("referrals_organisation_idx").on(t.organisationId),
    uniqueIndex("referrals_one_open")
      .on(t.organisationId, t.phase)
      .where(sql`${t.status} in ('raised', 'triaged')`),
    check("referrals_name_a_barrier", sql`cardinality(${t.barriers}) > 0`),
    check(
      "referrals_accepted_with_consent",
      sql`${t.status} not in ('accepted_enhanced', 'accepted_intensive') or ${t.consentGiven} is true`,
    ),
  ],
);

export const supportLevel = pgEnum("support_level", ["enhanced", "intensive"]);
export const casePhase = pgEnum("case_phase", ["explore", "prepare", "deliver", "sustain"]);
export const caseStatus = pgEnum("case_status", ["open", "paused", "closed", "stopped"]);
export const caseOutcome = pgEnum("case_outcome", [
  "ready_for_development",
  "ready_for_readiness",
  "continue",
  "withdrawn",
  "escalated",
]);

export const supportCases = pgTable(
  "support_cases",
  {
    id: idColumn(),
    reference: text().notNull().unique("support_cases_reference_key"),
    referralId: uuid()
      .notNull()
      .references(() => referrals.id)
      .unique("support_cases_referral_key"),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    hubId: uuid()
      .notNull()
      .references(() => hubs.id),
    phase: ladderPhase().notNull(),
    level: supportLevel().notNull(),
    status: caseStatus().notNull().default("open"),
    step: casePhase().notNull().default("explore"),
    openedAt: moment().notNull(),
    daysAgreed: smallint().notNull().default(10),
    partnerId: uuid().references(() => people.id),
    partnerAssignedAt: moment(),
    outcome: caseOutcome(),
    outcomeReason: text(),
    closedAt: moment(),
    handoverSummary: text(),
    handoverAt: moment(),
    nextApplicationId: uuid().references(() => applications.id),
    version: integer().notNull().default(1),
  },
  (t) => [
    index("support_cases_hub_idx").on(t.hubId, t.status),
    index("support_cases_partner_idx").on(t.partnerId).where(sql`${t.status} in ('open', 'paused')`),
    uniqueIndex("support_cases_one_open")
      .on(t.organisationId, t.phase)
      .where(sql`${t.status} in ('open', 'paused')`),
    check(
      "support_cases_closed_has_an_outcome",
      sql`${t.status} <> 'closed' or (${t.outcome} is not null and ${t.closedAt} is not null)`,
    ),
    check("support_cases_days_in_range", sql`${t.daysAgreed} between 1 and 60`),
  ],
);

/** When a case was in which phase. */
export const caseSteps = pgTable(
  "case_steps",
  {
    id: idColumn(),
    caseId: uuid()
      .notNull()
      .references(() => supportCases.id),
    step: casePhase().notNull(),
    startedAt: moment().notNull(),
    finishedAt: moment(),
  },
  (t) => [
    uniqueIndex("case_steps_one_open").on(t.caseId).where(sql`${t.finishedAt} is null`),
    index("case_steps_case_idx").on(t.caseId),
  ],
);

export const caseGoals = pgTable(
  "case_goals",
  {
    id: idColumn(),
    caseId: uuid()
      .notNull()
      .references(() => supportCases.id),
    text: text().notNull(),
    successMeasure: text().notNull(),
    /** not_started, starting, growing, secure */
    rating: text().notNull().default("not_started"),
    addedAt: moment().notNull(),
  },
  (t) => [index("case_goals_case_idx").on(t.caseId)],
);

/** Professional notes: restricted, and every reading of them is recorded. */
export const caseNotes = pgTable(
  "case_notes",
  {
    id: idColumn(),
    caseId: uuid()
      .notNull()
      .references(() => supportCases.id),
    step: casePhase().notNull(),
    body: text().notNull(),
    writtenBy: uuid()
      .notNull()
      .references(() => people.id),
    writtenAt: moment().notNull(),
  },
  (t) => [index("case_notes_case_idx").on(t.caseId, t.writtenAt)],
);

export const caseVisits = pgTable(
  "case_visits",
  {
    id: idColumn(),
    caseId: uuid()
      .notNull()
      .references(() => supportCases.id),
    visitOn: date({ mode: "string" }).notNull(),
    /** Half days: 1 is a morning or an afternoon, 2 a day. */
    halfDays: smallint().notNull(),
    purpose: text().notNull(),
    heldAt: moment(),
    cancelledAt: moment(),
    agreedActions: text(),
    plannedBy: uuid()
      .notNull()
      .references(() => people.id),
  },
  (t) => [
    index("case_visits_case_idx").on(t.caseId, t.visitOn),
    check("case_visits_half_days_in_range", sql`${t.halfDays} between 1 and 4`),
  ],
);

/** Who read the notes of a case, and when. */
export const caseNoteReads = pgTable(
  "case_note_reads",
  {
    id: idColumn(),
    caseId: uuid()
      .notNull()
      .references(() => supportCases.id),
    readBy: uuid()
      .notNull()
      .references(() => people.id),
    readAt: moment().notNull(),
  },
  (t) => [index("case_note_reads_case_idx").on(t.caseId, t.readAt)],
);
