import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { applications } from "./applications";
import { idColumn, moment } from "./columns";
import { hubs } from "./hubs";
import { people } from "./people";
import { offers } from "./programmes";
import { workGroups } from "./workgroups";

export const matchRunStatus = pgEnum("match_run_status", [
  "queued",
  "computing",
  "computed",
  "reviewed",
  "published",
  "discarded",
  "failed",
]);

/** One matching of a hub's approved applications for an offer. Input, result and proof are kept; nothing is sent before publication. */
export const matchRuns = pgTable(
  "match_runs",
  {
    id: idColumn(),
    hubId: uuid()
      .notNull()
      .references(() => hubs.id),
    offerId: uuid()
      .notNull()
      .references(() => offers.id),
    status: matchRunStatus().notNull().default("queued"),
    /** 0 to 100, for the page that waits. */
    progress: smallint().notNull().default(0),
    /** How often the computation was begun. */
    tries: smallint().notNull().default(0),
    startedBy: uuid()
      .notNull()
      .references(() => people.id),
    queuedAt: moment().notNull(),
    computedAt: moment(),
    reviewedAt: moment(),
    reviewedBy: uuid().references(() => people.id),
    publishedAt: moment(),
    publishedBy: uuid().references(() => people.id),
    discardedAt: moment(),
    /** The numbers that price a pair (points; 10 = 1 km). */
    policy: jsonb().$type<Record<string, number>>().notNull(),
    /** The frozen input and its sha-256, so that the run can be replayed. */
    input: jsonb().$type<unknown>(),
    inputHash: text(),
    /** Waiting by tier, total cost. */
    objective: jsonb().$type<{ waiting: number[]; cost: number }>(),
    certificate: jsonb().$type<unknown>(),
    /** The sha-256 of the whole outcome as it was computed: a replay has to give the same bytes. */
    outcomeHash: text(),
    /** For every group of the input: schools placed, places that were free, what one more place would be worth, whether it runs. */
    groups:
      jsonb().$type<{ group: string; placed: number; capacity: number; price: number; state?: string }[]>(),
    /** What the exact solver was allowed for each component, in simplex iterations; null: a run before groups had least sizes. */
    exactWork: integer(),
    /** Whether another choice of groups could be better: lib/matching/exact/place-with-minimum-sizes.ts. */
    components: jsonb().$type<unknown[]>(),
    /** Why it failed, in a sentence for the hub. */
    failure: text(),
  },
  (t) => [
    index("match_runs_hub_idx").on(t.hubId, t.queuedAt),
    uniqueIndex("match_runs_one_open")
      .on(t.hubId, t.offerId)
      .where(sql`${t.status} in ('queued', 'computing', 'computed', 'reviewed')`),
    check(
      "match_runs_computed_is_proved",
      sql`${t.status} not in ('computed', 'reviewed', 'published') or (${t.inputHash} is not null and ${t.outcomeHash} is not null and ${t.objective} is not null and ${t.certificate} ->> 'proved' is not distinct from 'true')`,
    ),
    check("match_runs_components_with_work", sql`(${t.exactWork} is null) = (${t.components} is null)`),
    check("match_runs_failed_says_why", sql`(${t.status} = 'failed') = (${t.failure} is not null)`),
    check("match_runs_progress_in_range", sql`${t.progress} between 0 and 100`),
  ],
);

/** What a run says of one application: a group with the terms of its cost, or waiting with the reason. */
export const matchResults = pgTable(
  "match_results",
  {
    runId: uuid()
      .notNull()
      .references(() => matchRuns.id, { onDelete: "cascade" }),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    workGroupId: uuid().references(() => workGroups.id),
    /** Points; 10 = 1 km. */
    cost: integer(),
    /** How many groups the application could have been placed in. */
    options: integer().notNull(),
    tier: smallint().notNull(),
    /** What the match found, with the terms of its cost or its proof of waiting: lib/matching/match-outcome.ts. */
    outcome: jsonb().$type<Record<string, unknown>>().notNull(),
    /** The one sentence that the school reads when this is published. */
    reason: text().notNull(),
    /** The same in parts, for the school's reason card: lib/applications/placement-explanation.ts. */
    explanation: jsonb().$type<Record<string, unknown>>().notNull(),
    published: boolean().notNull().default(false),
    /** Why it was not published with the others: what had changed since the run. */
    leftOut: text(),
  },
  (t) => [
    primaryKey({ name: "match_results_pkey", columns: [t.runId, t.applicationId] }),
    index("match_results_application_idx").on(t.applicationId),
    check("match_results_published_or_left_out", sql`not (${t.published} and ${t.leftOut} is not null)`),
  ],
);
