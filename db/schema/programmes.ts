import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { idColumn, moment } from "./columns";
import { people } from "./people";
import { organisations } from "./schools";

export const programmePhase = pgEnum("programme_phase", [
  "early_years",
  "primary",
  "secondary",
  "post16",
  "cross_phase",
]);
export const programmeFormat = pgEnum("programme_format", [
  "work_group",
  "sktm_programme",
  "community",
  "riwg",
  "bespoke_support",
  "national_programme",
  "llme_development",
  "targeted_support",
]);
export const stage = pgEnum("stage", ["readiness", "development", "embedding", "sustaining"]);
export const ladderPhase = pgEnum("ladder_phase", ["primary", "secondary"]);
export const allocationRule = pgEnum("allocation_rule", ["disadvantage", "first_come", "lottery"]);
export const enrolmentUnit = pgEnum("enrolment_unit", ["school", "person"]);
export const offerMeeting = pgEnum("offer_meeting", ["face_to_face", "online", "both"]);

/** What stays the same from year to year. */
export const programmes = pgTable(
  "programmes",
  {
    id: idColumn(),
    slug: text().notNull().unique("programmes_slug_key"),
    name: text().notNull(),
    shortName: text().notNull(),
    summary: text().notNull(),
    phase: programmePhase().notNull(),
    keyStages: text().array().notNull().default(sql`'{}'`),
    format: programmeFormat().notNull(),
    unit: enrolmentUnit().notNull(),
    /** Set for the rungs of the Teaching for Mastery ladder. */
    stage: stage(),
    ladderPhase: ladderPhase(),
    /** A family shown as one strand on the journey: teaching_for_mastery, mastering_number, targeted_support, sktm … */
    strand: text().notNull(),
    /** The designation its leads need, such as primary_mastery_specialist. */
    leadRole: text(),
    position: integer().notNull(),
    /** Who takes part, for the catalogue's filter: school_teachers, individual_teachers, teaching_assistants, local_leaders. */
    audiences: text().array().notNull().default(sql`'{}'`),
    /** Other words people search for, such as "TA" or "rekenrek". */
    keywords: text().notNull().default(""),
    /** Whether schools and people apply here, or get in another way (Targeted Support is by referral). */
    opensToApplications: boolean().notNull().default(true),
  },
  (t) => [check("programmes_ladder_whole", sql`(${t.stage} is null) = (${t.ladderPhase} is null)`)],
);

/** A programme in one academic year, with its theme where there are several. */
export const offers = pgTable(
  "offers",
  {
    id: idColumn(),
    programmeId: uuid()
      .notNull()
      .references(() => programmes.id),
    academicYear: smallint().notNull(),
    /** Such as NCP24-14b. Editable, unique within its year, never a key. */
    code: text().notNull(),
    theme: text(),
    audience: text().notNull(),
    /** What a school or a person does during the year. */
    commitment: text().notNull(),
    /** The time it takes, short enough for a card: "6 half-days". */
    timeNeeded: text().notNull().default(""),
    meets: offerMeeting().notNull().default("both"),
    /** How many times a group meets, where that is settled. */
    sessions: smallint(),
    funding: text().notNull(),
    opensOn: date({ mode: "string" }).notNull(),
    closesOn: date({ mode: "string" }).notNull(),
    /** A date by which hubs promise a decision. */
    decisionsOn: date({ mode: "string" }).notNull(),
    startsOn: date({ mode: "string" }).notNull(),
    endsOn: date({ mode: "string" }).notNull(),
    allocation: allocationRule().notNull(),
    minimumSchools: smallint().notNull(),
    maximumSchools: smallint().notNull(),
    minimumParticipants: smallint().notNull(),
    maximumParticipants: smallint().notNull(),
    /** What the headteacher agrees to, a promise a line, the cost in days first; a new text is a new version. */
    commitmentText: text().notNull(),
    commitmentVersion: smallint().notNull().default(1),
    releaseDays: smallint(),
    published: boolean().notNull().default(true),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    unique("offers_code_in_year_key").on(t.academicYear, t.code),
    unique("offers_programme_year_theme_key").on(t.programmeId, t.academicYear, t.theme).nullsNotDistinct(),
    check("offers_window_in_order", sql`${t.opensOn} <= ${t.closesOn} and ${t.closesOn} <= ${t.endsOn}`),
    check("offers_year_in_order", sql`${t.startsOn} < ${t.endsOn}`),
    check(
      "offers_schools_in_order",
      sql`0 < ${t.minimumSchools} and ${t.minimumSchools} <= ${t.maximumSchools}`,
    ),
    check(
      "offers_participants_in_order",
      sql`0 < ${t.minimumParticipants} and ${t.minimumParticipants} <= ${t.maximumParticipants}`,
    ),
    index("offers_year_idx").on(t.academicYear, t.closesOn),
  ],
);

/** One condition of an offer, as data. `rule` is read by lib/programmes/rules.ts. */
export const offerRules = pgTable(
  "offer_rules",
  {
    offerId: uuid()
      .notNull()
      .references(() => offers.id, { onDelete: "cascade" }),
    position: smallint().notNull(),
    rule: jsonb().$type<Record<string, unknown> & { code: string }>().notNull(),
  },
  (t) => [
    unique("offer_rules_position_key").on(t.offerId, t.position),
    check("offer_rules_have_a_code", sql`${t.rule} ? 'code'`),
  ],
);

/**
 * What a school or a person told us about itself that no record shows, such as the year in which somebody began to teach.
 * Yes and no are 1 and 0. A newer answer replaces an older one and both are kept.
 */
export const eligibilityStatements = pgTable(
  "eligibility_statements",
  {
    id: idColumn(),
    organisationId: uuid().references(() => organisations.id),
    personId: uuid().references(() => people.id),
    /** A code of lib/programmes/eligibility/statements.ts. */
    statement: text().notNull(),
    value: integer().notNull(),
    statedBy: uuid()
      .notNull()
      .references(() => people.id),
    statedAt: moment().notNull(),
    replacedAt: moment(),
  },
  (t) => [
    uniqueIndex("eligibility_statements_one_open")
      .on(sql`coalesce(${t.organisationId}, ${t.personId})`, t.statement)
      .where(sql`${t.replacedAt} is null`),
    check("eligibility_statements_about_one", sql`num_nonnulls(${t.organisationId}, ${t.personId}) = 1`),
  ],
);
