import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  customType,
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
import { idColumn, moment } from "./columns";
import { hubs } from "./hubs";
import { organisations } from "./schools";

const citext = customType<{ data: string }>({ dataType: () => "citext" });

/** One record for each person, whatever they do and wherever they work. Without an e-mail address nobody can sign in. */
export const people = pgTable(
  "people",
  {
    id: idColumn(),
    name: text().notNull(),
    email: citext(),
    telephone: text(),
    createdAt: moment().notNull().defaultNow(),
    lastSignedInAt: moment(),
  },
  (t) => [
    uniqueIndex("people_email_key").on(t.email),
    check("people_name_not_blank", sql`btrim(${t.name}) <> ''`),
    check(
      "people_email_has_an_at",
      sql`${t.email} is null or ${t.email} ~ '^[^@[:space:]]+@[^@[:space:]]+$'`,
    ),
  ],
);

export const role = pgEnum("role", [
  "school_maths_lead",
  "headteacher",
  "trust_lead",
  "participant",
  "work_group_lead",
  "intensive_support_partner",
  "research_innovation_lead",
  "assistant_hub_lead",
  "hub_lead",
  "deputy_hub_lead",
  "project_manager",
  "senior_leadership_link",
  "strategic_board",
  "national_team",
  "operator",
]);

/** What a person may do: a role for a hub or an organisation, perhaps one phase, for a time. One person holds many. */
export const grants = pgTable(
  "grants",
  {
    id: idColumn(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    role: role().notNull(),
    hubId: uuid().references(() => hubs.id),
    organisationId: uuid().references((): AnyPgColumn => organisations.id),
    /** primary, secondary or post16; null means all. */
    phase: text(),
    startedOn: date({ mode: "string" }).notNull(),
    /** The first day on which it is no longer held: today's date ends it at the next request. */
    finishedOn: date({ mode: "string" }),
    grantedBy: uuid().references((): AnyPgColumn => people.id),
    reason: text(),
  },
  (t) => [
    index("grants_person_idx").on(t.personId),
    index("grants_organisation_idx").on(t.organisationId),
    index("grants_hub_idx").on(t.hubId, t.role),
    uniqueIndex("grants_one_open")
      .on(
        t.personId,
        t.role,
        sql`coalesce(${t.hubId}, ${t.organisationId}, '00000000-0000-0000-0000-000000000000')`,
        sql`coalesce(${t.phase}, '')`,
      )
      .where(sql`${t.finishedOn} is null`),
    check(
      "grants_scope_fits_role",
      sql`case
        when ${t.role} in ('school_maths_lead', 'headteacher', 'trust_lead', 'participant') then ${t.organisationId} is not null and ${t.hubId} is null
        when ${t.role} in ('national_team', 'operator', 'research_innovation_lead') then ${t.organisationId} is null and ${t.hubId} is null
        else ${t.hubId} is not null and ${t.organisationId} is null end`,
    ),
  ],
);

/** Where a person works: what a conflict of interest and "nobody leads their own school" look at. */
export const employments = pgTable(
  "employments",
  {
    id: idColumn(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    organisationId: uuid()
      .notNull()
      .references((): AnyPgColumn => organisations.id),
    jobTitle: text(),
    startedOn: date({ mode: "string" }).notNull(),
    finishedOn: date({ mode: "string" }),
  },
  (t) => [
    uniqueIndex("employments_one_open").on(t.personId, t.organisationId).where(sql`${t.finishedOn} is null`),
    index("employments_organisation_idx").on(t.organisationId),
  ],
);

/** A signed-in browser. The cookie holds a secret, the row its hash; a revoked row ends the session at the next request. */
export const accountSessions = pgTable(
  "account_sessions",
  {
    id: idColumn(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    secretHash: text().notNull().unique("account_sessions_secret_key"),
    /** code, openid, persona */
    method: text().notNull(),
    device: text().notNull(),
    createdAt: moment().notNull(),
    lastSeenAt: moment().notNull(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
  },
  (t) => [index("account_sessions_person_idx").on(t.personId).where(sql`${t.revokedAt} is null`)],
);

/**
 * A one-time link and code sent to an address. Both are hashed. Using either spends both; five wrong codes spend the code.
 * An address that nobody has gets a row without a person: from outside, both kinds take the same work and answer alike.
 */
export const signInCodes = pgTable(
  "sign_in_codes",
  {
    id: idColumn(),
    personId: uuid().references(() => people.id),
    linkHash: text().notNull().unique("sign_in_codes_link_key"),
    codeHash: text().notNull(),
    /** Where to go afterwards: a path of ours. */
    returnTo: text(),
    tries: smallint().notNull().default(0),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (t) => [
    index("sign_in_codes_person_idx").on(t.personId, t.createdAt),
    check("sign_in_codes_five_tries", sql`${t.tries} between 0 and 5`),
  ],
);

/** Asks a person to take up a role: by a colleague (invitation) or by the hub (vouching). */
export const invitations = pgTable(
  "invitations",
  {
    id: idColumn(),
    email: citext().notNull(),
    name: text().notNull(),
    role: role().notNull(),
    hubId: uuid().references(() => hubs.id),
    organisationId: uuid().references((): AnyPgColumn => organisations.id),
    phase: text(),
    /** Set when accepting ends the inviter's own grant: a hand-over. */
    handsOverGrantId: uuid().references(() => grants.id),
    secretHash: text().notNull().unique("invitations_secret_key"),
    invitedBy: uuid()
      .notNull()
      .references(() => people.id),
    invitedAt: moment().notNull(),
    expiresAt: moment().notNull(),
    acceptedAt: moment(),
    acceptedBy: uuid().references(() => people.id),
    revokedAt: moment(),
  },
  (t) => [
    index("invitations_organisation_idx").on(t.organisationId),
    index("invitations_hub_idx").on(t.hubId),
    uniqueIndex("invitations_one_open")
      .on(t.email, t.role, sql`coalesce(${t.hubId}, ${t.organisationId})`)
      .where(sql`${t.acceptedAt} is null and ${t.revokedAt} is null`),
  ],
);

/** Somebody asks their hub to vouch that they work at a school. */
export const accessRequests = pgTable(
  "access_requests",
  {
    id: idColumn(),
    name: text().notNull(),
    email: citext().notNull(),
    role: role().notNull(),
    organisationId: uuid()
      .notNull()
      .references((): AnyPgColumn => organisations.id),
    note: text(),
    requestedAt: moment().notNull(),
    decidedAt: moment(),
    decidedBy: uuid().references(() => people.id),
    vouched: boolean(),
    decisionNote: text(),
  },
  (t) => [
    index("access_requests_organisation_idx").on(t.organisationId).where(sql`${t.decidedAt} is null`),
    uniqueIndex("access_requests_one_open")
      .on(t.email, t.organisationId, t.role)
      .where(sql`${t.decidedAt} is null`),
  ],
);

/** What somebody who leads for hubs offers (designations such as primary_mastery_specialist). */
export const leadProfiles = pgTable(
  "lead_profiles",
  {
    personId: uuid()
      .primaryKey()
      .references(() => people.id),
    designations: text().array().notNull().default(sql`'{}'`),
    daysOffered: smallint().notNull().default(0),
    /** Weekdays on which they can lead as bits, 1 for Monday to 16 for Friday; null: they have not said, and any will do. */
    weekdays: smallint(),
    weekdaysSaidAt: moment(),
    maximumKm: smallint().notNull().default(40),
    /** Intensive Support cases at the same time. */
    caseLimit: smallint().notNull().default(3),
  },
  (t) => [
    check("lead_profiles_weekdays_of_a_week", sql`${t.weekdays} between 1 and 31`),
    check("lead_profiles_weekdays_said_at", sql`(${t.weekdays} is null) = (${t.weekdaysSaidAt} is null)`),
  ],
);

/** OpenID Connect subjects: the same person through DfE Sign-in. */
export const openidSubjects = pgTable("openid_subjects", {
  issuerAndSubject: text().primaryKey(),
  personId: uuid()
    .notNull()
    .references(() => people.id),
  linkedAt: moment().notNull(),
});

/** How often something was done lately, such as asking for a sign-in mail. Keys are hashed: no addresses are kept. */
export const rateLimits = pgTable(
  "rate_limits",
  {
    key: text().primaryKey(),
    taken: integer().notNull(),
    windowEndsAt: moment().notNull(),
  },
  (t) => [index("rate_limits_window_idx").on(t.windowEndsAt)],
);

/** Whom visitors of the demonstration may sign in as with one click. Empty in production, and not looked at there. */
export const demonstrationPersonas = pgTable("demonstration_personas", {
  personId: uuid()
    .primaryKey()
    .references(() => people.id),
  /** Their place in the list, from 1. */
  position: smallint().notNull().unique("demonstration_personas_position_key"),
  /** What they are in the middle of, as one sentence. */
  situation: text().notNull(),
});

/** How far the demonstration's clock runs ahead, in seconds. Never read in production. */
export const demonstrationClock = pgTable("demonstration_clock", {
  only: boolean().primaryKey().default(true),
  aheadSeconds: integer().notNull().default(0),
});
