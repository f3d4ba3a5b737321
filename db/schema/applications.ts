import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { idColumn, moment } from "./columns";
import { hubs } from "./hubs";
import { people } from "./people";
import { offers } from "./programmes";
import { organisations } from "./schools";
import { workGroups } from "./workgroups";

export const applicationDecision = pgEnum("application_decision", [
  "draft",
  "awaiting_headteacher",
  "submitted",
  "approved",
  "redirected",
  "declined",
  "withdrawn",
]);
export const placementState = pgEnum("placement_state", [
  "unplaced",
  "proposed",
  "offered",
  "accepted",
  "started",
  "completed",
  "waiting",
  "declined",
  "lapsed",
  "withdrawn",
  "paused",
]);
export const meetingMode = pgEnum("meeting_mode", ["either", "face_to_face", "online"]);

/** An organisation (or a person of it) asks for a place in an offer. Decision and placement are two lifecycles in two columns. */
export const applications = pgTable(
  "applications",
  {
    id: idColumn(),
    reference: text().notNull().unique("applications_reference_key"),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** Set where the offer enrols people. */
    personId: uuid().references(() => people.id),
    offerId: uuid()
      .notNull()
      .references(() => offers.id),
    /** The hub that decides. */
    hubId: uuid()
      .notNull()
      .references(() => hubs.id),
    decision: applicationDecision().notNull().default("draft"),
    placement: placementState().notNull().default("unplaced"),
    /** Group of the place that is proposed, offered or taken. */
    workGroupId: uuid(),
    startedBy: uuid()
      .notNull()
      .references(() => people.id),
    startedAt: moment().notNull(),
    submittedAt: moment(),
    /** Date by which the hub promised a decision. */
    promisedOn: date({ mode: "string" }),
    assignedTo: uuid().references(() => people.id),
    decidedAt: moment(),
    decidedBy: uuid().references(() => people.id),
    decisionReason: text(),
    decisionNote: text(),
    redirectedToOfferId: uuid().references(() => offers.id),
    /** 0, 1 or 2: lower is placed first. Set at approval from the offer's allocation rule. */
    tier: smallint(),
    // Wishes
    /** Bit 0 = Monday … bit 4 = Friday. A day is possible unless it is impossible. */
    impossibleDays: smallint().notNull().default(0),
    preferredDays: smallint().notNull().default(0),
    mode: meetingMode().notNull().default("either"),
    maximumKm: smallint().notNull().default(20),
    neighbourHubs: boolean().notNull().default(false),
    wishesSaved: boolean().notNull().default(false),
    participantsLater: boolean().notNull().default(false),
    commitmentRead: boolean().notNull().default(false),
    /** Who is to be asked for the headteacher's agreement. */
    headName: text(),
    headEmail: text(),
    note: text(),
    /** Prefilled from this earlier application. */
    followsApplicationId: uuid().references((): AnyPgColumn => applications.id),
    /** The group's lead of last year, for continuity. */
    previousLeadId: uuid().references(() => people.id),
    offeredAt: moment(),
    /** The last date to accept. */
    answerBy: date({ mode: "string" }),
    warnedAt: moment(),
    placementChangedAt: moment(),
    /** Why this group, or why it waits: the sentence that was published. */
    placementReason: text(),
    /** The same in parts, for the reason card: see lib/applications/placement-explanation.ts. */
    placementExplanation: jsonb().$type<Record<string, unknown>>(),
    /** A code of `placeDeclineReasons`, when the school gave the offered place back; and its own words. */
    placeDeclineReason: text(),
    placeDeclineNote: text(),
    /** Counted up with every change: a form that was open in two browsers notices. */
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex("applications_one_live")
      .on(t.organisationId, t.offerId, sql`coalesce(${t.personId}, '00000000-0000-0000-0000-000000000000')`)
      .where(
        sql`${t.decision} not in ('withdrawn', 'declined', 'redirected') and ${t.placement} not in ('declined', 'lapsed', 'withdrawn')`,
      ),
    index("applications_queue_idx").on(t.hubId, t.decision, t.promisedOn),
    index("applications_offer_idx").on(t.offerId, t.hubId, t.decision, t.placement),
    index("applications_organisation_idx").on(t.organisationId),
    index("applications_person_idx").on(t.personId).where(sql`${t.personId} is not null`),
    index("applications_group_idx").on(t.workGroupId, t.placement).where(sql`${t.workGroupId} is not null`),
    index("applications_answer_idx").on(t.answerBy).where(sql`${t.placement} = 'offered'`),
    check(
      "applications_submitted_has_a_promise",
      sql`${t.decision} in ('draft', 'awaiting_headteacher', 'withdrawn') or (${t.submittedAt} is not null and ${t.promisedOn} is not null)`,
    ),
    check(
      "applications_placed_has_a_group",
      sql`${t.placement} not in ('proposed', 'offered', 'accepted', 'started', 'completed', 'paused') or ${t.workGroupId} is not null`,
    ),
    check(
      "applications_waiting_has_no_group",
      sql`${t.placement} not in ('unplaced', 'waiting') or ${t.workGroupId} is null`,
    ),
    check(
      "applications_offer_has_a_deadline",
      sql`${t.placement} <> 'offered' or (${t.offeredAt} is not null and ${t.answerBy} is not null)`,
    ),
    /** A place is in a group of the very offer that was applied for. */
    foreignKey({
      name: "applications_group_of_offer_fkey",
      columns: [t.workGroupId, t.offerId],
      foreignColumns: [workGroups.id, workGroups.offerId],
    }),
    check(
      "applications_offer_or_waiting_says_why",
      sql`${t.placement} not in ('offered', 'waiting') or ${t.placementReason} is not null`,
    ),
    check("applications_warned_of_an_offer", sql`${t.warnedAt} is null or ${t.offeredAt} is not null`),
    check(
      "applications_place_declined_with_a_reason",
      sql`${t.placeDeclineReason} is null or ${t.placement} = 'declined'`,
    ),
    check(
      "applications_withdrawn_holds_no_place",
      sql`${t.decision} <> 'withdrawn' or ${t.placement} in ('unplaced', 'declined', 'lapsed', 'withdrawn')`,
    ),
    check(
      "applications_placed_is_approved",
      sql`${t.placement} = 'unplaced' or ${t.decision} in ('approved', 'withdrawn')`,
    ),
    check(
      "applications_days_are_bits",
      sql`${t.impossibleDays} between 0 and 31 and ${t.preferredDays} between 0 and 31 and (${t.impossibleDays} & ${t.preferredDays}) = 0`,
    ),
    check("applications_distance_in_range", sql`${t.maximumKm} between 1 and 150`),
    check(
      "applications_redirect_names_an_offer",
      sql`${t.decision} <> 'redirected' or ${t.redirectedToOfferId} is not null`,
    ),
    check("applications_tier_in_range", sql`${t.tier} between 0 and 2`),
  ],
);

/** Who takes part for the school in a place. */
export const participants = pgTable(
  "participants",
  {
    id: idColumn(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    jobTitle: text(),
    yearGroup: text(),
    addedAt: moment().notNull(),
    removedAt: moment(),
  },
  (t) => [
    uniqueIndex("participants_once").on(t.applicationId, t.personId).where(sql`${t.removedAt} is null`),
    index("participants_person_idx").on(t.personId),
  ],
);

export const agreementAnswer = pgEnum("agreement_answer", ["agreed", "refused"]);

/** The headteacher's agreement, asked for by a link. The text that was agreed to is kept as it was. */
export const headteacherAgreements = pgTable(
  "headteacher_agreements",
  {
    id: idColumn(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    headName: text().notNull(),
    headEmail: text().notNull(),
    secretHash: text().notNull().unique("headteacher_agreements_secret_key"),
    commitmentVersion: smallint().notNull(),
    commitmentText: text().notNull(),
    askedBy: uuid()
      .notNull()
      .references(() => people.id),
    askedAt: moment().notNull(),
    expiresAt: moment().notNull(),
    answeredAt: moment(),
    answer: agreementAnswer(),
    answerName: text(),
    answerNote: text(),
    /** A newer link was sent instead. */
    replacedAt: moment(),
  },
  (t) => [
    uniqueIndex("headteacher_agreements_one_open")
      .on(t.applicationId)
      .where(sql`${t.answeredAt} is null and ${t.replacedAt} is null`),
    uniqueIndex("headteacher_agreements_agreed_once")
      .on(t.applicationId)
      .where(sql`${t.answer} = 'agreed' and ${t.replacedAt} is null`),
    check("headteacher_agreements_answer_whole", sql`(${t.answeredAt} is null) = (${t.answer} is null)`),
  ],
);

/** Hub staff let an organisation in although a rule says not yet: who, why. */
export const eligibilityOverrides = pgTable(
  "eligibility_overrides",
  {
    id: idColumn(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    offerId: uuid()
      .notNull()
      .references(() => offers.id),
    reason: text().notNull(),
    grantedBy: uuid()
      .notNull()
      .references(() => people.id),
    grantedAt: moment().notNull(),
    revokedAt: moment(),
  },
  (t) => [
    uniqueIndex("eligibility_overrides_one_open")
      .on(t.organisationId, t.offerId)
      .where(sql`${t.revokedAt} is null`),
  ],
);
