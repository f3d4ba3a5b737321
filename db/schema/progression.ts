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
import { applications } from "./applications";
import { idColumn, moment } from "./columns";
import { hubs } from "./hubs";
import { people } from "./people";
import { ladderPhase, stage } from "./programmes";
import { organisations } from "./schools";
import { workGroups } from "./workgroups";

/** A time a school spent, or spends, at a stage of Teaching for Mastery. Gaps between periods are breaks. */
export const stagePeriods = pgTable(
  "stage_periods",
  {
    id: idColumn(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    phase: ladderPhase().notNull(),
    stage: stage().notNull(),
    startedOn: date({ mode: "string" }).notNull(),
    finishedOn: date({ mode: "string" }),
    /** completed, withdrew, stepped_back; null while it is open. */
    outcome: text(),
    workGroupId: uuid().references(() => workGroups.id),
    /** Two words on why it ended early, such as "New headteacher". */
    note: text(),
  },
  (t) => [
    index("stage_periods_organisation_idx").on(t.organisationId, t.startedOn),
    /** Secondary Embedding runs beside a Sustaining group, so a stage is open once, not a phase. */
    uniqueIndex("stage_periods_one_open")
      .on(t.organisationId, t.phase, t.stage)
      .where(sql`${t.finishedOn} is null`),
    uniqueIndex("stage_periods_development_once")
      .on(t.organisationId, t.phase)
      .where(sql`${t.stage} = 'development' and ${t.outcome} is distinct from 'withdrew'`),
    check("stage_periods_in_order", sql`${t.finishedOn} is null or ${t.startedOn} <= ${t.finishedOn}`),
    check("stage_periods_outcome_when_finished", sql`(${t.finishedOn} is null) = (${t.outcome} is null)`),
    check(
      "stage_periods_no_secondary_readiness",
      sql`not (${t.phase} = 'secondary' and ${t.stage} = 'readiness')`,
    ),
  ],
);

export const recommendationStatus = pgEnum("recommendation_status", [
  "recommended",
  "confirmed",
  "decided",
  "withdrawn",
]);

/** The lead's end-of-year recommendation, the school's word that it continues, the hub's decision. */
export const stageRecommendations = pgTable(
  "stage_recommendations",
  {
    id: idColumn(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    workGroupId: uuid()
      .notNull()
      .references(() => workGroups.id),
    /** The hub that decides: the group's. */
    hubId: uuid()
      .notNull()
      .references(() => hubs.id),
    phase: ladderPhase().notNull(),
    fromStage: stage().notNull(),
    toStage: stage().notNull(),
    /** The year in which the new stage begins, on 1 September. */
    academicYear: smallint().notNull(),
    status: recommendationStatus().notNull().default("recommended"),
    /** For each of the five areas: a step of the scale and what was seen. */
    evidence: jsonb().$type<Record<string, { step: string; seen: string }>>().notNull(),
    recommendedBy: uuid()
      .notNull()
      .references(() => people.id),
    recommendedAt: moment().notNull(),
    confirmedBy: uuid().references(() => people.id),
    confirmedAt: moment(),
    schoolContinues: boolean(),
    /** Two or three words on why the school pauses; its journey shows them on the break. */
    pauseReason: text(),
    decidedBy: uuid().references(() => people.id),
    decidedAt: moment(),
    decidedStage: stage(),
    decisionReason: text(),
    nextApplicationId: uuid().references(() => applications.id),
    /** Counted up with every change: a form that was open in two browsers notices. */
    version: integer().notNull().default(1),
  },
  (t) => [
    unique("stage_recommendations_once_key").on(t.applicationId, t.academicYear),
    index("stage_recommendations_group_idx").on(t.workGroupId),
    index("stage_recommendations_organisation_idx").on(t.organisationId),
    index("stage_recommendations_hub_idx").on(t.hubId, t.status, t.confirmedAt),
    check(
      "stage_recommendations_decided_whole",
      sql`(${t.status} = 'decided') = (${t.decidedStage} is not null)`,
    ),
    check(
      "stage_recommendations_confirmed_whole",
      sql`${t.status} not in ('confirmed', 'decided') or (${t.confirmedAt} is not null and ${t.schoolContinues} is not null)`,
    ),
    check(
      "stage_recommendations_decided_for_a_school_that_continues",
      sql`${t.status} <> 'decided' or ${t.schoolContinues}`,
    ),
  ],
);
