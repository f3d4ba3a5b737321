import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  time,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { participants } from "./applications";
import { idColumn, moment } from "./columns";
import { hubs } from "./hubs";
import { people } from "./people";
import { offers } from "./programmes";

export const workGroupStatus = pgEnum("work_group_status", [
  "planned",
  "recruiting",
  "confirmed",
  "running",
  "finished",
  "cancelled",
]);
export const weekPattern = pgEnum("week_pattern", ["every", "odd", "even"]);

export const workGroups = pgTable(
  "work_groups",
  {
    id: idColumn(),
    offerId: uuid()
      .notNull()
      .references(() => offers.id),
    hubId: uuid()
      .notNull()
      .references(() => hubs.id),
    /** Such as "ARC-DEV-3": short, unique in the hub and year, printed on registers. */
    code: text().notNull(),
    name: text().notNull(),
    status: workGroupStatus().notNull().default("planned"),
    online: boolean().notNull(),
    venueName: text(),
    venuePostcode: text(),
    easting: integer(),
    northing: integer(),
    /** 0 = Monday … 4 = Friday. */
    weekday: smallint().notNull(),
    weekPattern: weekPattern().notNull().default("every"),
    minimumSchools: smallint().notNull(),
    maximumSchools: smallint().notNull(),
    whatToPrepare: text(),
    createdAt: moment().notNull(),
    cancelledReason: text(),
    /** Counted up with every change: a form that was open in two browsers notices. */
    version: integer().notNull().default(1),
  },
  (t) => [
    unique("work_groups_code_key").on(t.offerId, t.hubId, t.code),
    /** What a place refers to: see applications. */
    unique("work_groups_of_offer_key").on(t.id, t.offerId),
    index("work_groups_hub_idx").on(t.hubId, t.status),
    index("work_groups_offer_idx").on(t.offerId, t.hubId),
    check(
      "work_groups_sizes_in_order",
      sql`0 < ${t.minimumSchools} and ${t.minimumSchools} <= ${t.maximumSchools}`,
    ),
    check("work_groups_meet_on_a_working_day", sql`${t.weekday} between 0 and 4`),
    check(
      "work_groups_have_a_place",
      sql`${t.online} or (${t.venueName} is not null and ${t.venuePostcode} is not null and ${t.easting} is not null and ${t.northing} is not null)`,
    ),
  ],
);

/** Who leads a group, from when to when: a lead may change during the year. */
export const workGroupLeads = pgTable(
  "work_group_leads",
  {
    id: idColumn(),
    workGroupId: uuid()
      .notNull()
      .references(() => workGroups.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    coLead: boolean().notNull().default(false),
    startedOn: date({ mode: "string" }).notNull(),
    finishedOn: date({ mode: "string" }),
    /** Who decided it: the person who chose the lead, or who published the match that did; null where that is not known. */
    assignedBy: uuid().references(() => people.id),
    /** Why this person, as somebody wrote it for the lead to read. */
    reason: text(),
  },
  (t) => [
    uniqueIndex("work_group_leads_one_lead")
      .on(t.workGroupId)
      .where(sql`${t.finishedOn} is null and not ${t.coLead}`),
    uniqueIndex("work_group_leads_once").on(t.workGroupId, t.personId).where(sql`${t.finishedOn} is null`),
    index("work_group_leads_person_idx").on(t.personId),
  ],
);

export const workGroupSessions = pgTable(
  "work_group_sessions",
  {
    id: idColumn(),
    workGroupId: uuid()
      .notNull()
      .references(() => workGroups.id),
    /** 1 for the first. */
    number: smallint().notNull(),
    title: text().notNull(),
    heldOn: date({ mode: "string" }).notNull(),
    /** Wall time in England. */
    startsAt: time().notNull(),
    endsAt: time().notNull(),
    online: boolean().notNull(),
    venueName: text(),
    venuePostcode: text(),
    cancelledAt: moment(),
    /** Counted up by every change, so that calendars replace the entry. */
    sequence: smallint().notNull().default(0),
    registerSavedAt: moment(),
  },
  (t) => [
    unique("work_group_sessions_number_key").on(t.workGroupId, t.number),
    index("work_group_sessions_date_idx").on(t.heldOn),
    check("work_group_sessions_end_after_start", sql`${t.startsAt} < ${t.endsAt}`),
  ],
);

export const attendanceMark = pgEnum("attendance_mark", [
  "attended",
  "partly",
  "substitute",
  "absent_with_notice",
  "absent",
]);

/** One mark for one participant at one session. */
export const attendances = pgTable(
  "attendances",
  {
    sessionId: uuid()
      .notNull()
      .references(() => workGroupSessions.id),
    participantId: uuid()
      .notNull()
      .references((): AnyPgColumn => participants.id),
    mark: attendanceMark().notNull(),
    substituteName: text(),
    markedBy: uuid()
      .notNull()
      .references(() => people.id),
    markedAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ name: "attendances_pkey", columns: [t.sessionId, t.participantId] }),
    index("attendances_participant_idx").on(t.participantId),
    check(
      "attendances_substitute_named_only_then",
      sql`${t.substituteName} is null or ${t.mark} = 'substitute'`,
    ),
  ],
);
