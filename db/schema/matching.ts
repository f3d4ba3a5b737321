import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  real,
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
import { organisations } from "./schools";
import { workGroupLeads, workGroups } from "./workgroups";

export const matchRunStatus = pgEnum("match_run_status", [
  "queued",
  "computing",
  "computed",
  "reviewed",
  "published",
  "discarded",
  "failed",
]);

/** One matching of approved applications for an offer, of one hub or over all hubs. Input, result and proof are kept; nothing is sent before publication. */
export const matchRuns = pgTable(
  "match_runs",
  {
    id: idColumn(),
    /** null: over all hubs, by the national team. */
    hubId: uuid().references(() => hubs.id),
    offerId: uuid()
      .notNull()
      .references(() => offers.id),
    /** The run of the same moment that moves nobody: set for a repair, which may move schools that have a place. */
    besideRunId: uuid()
      .unique("match_runs_beside_key")
      .references((): AnyPgColumn => matchRuns.id),
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
    /** What was found, whole, so that changes made by hand can be taken back: lib/matching/match-outcome.ts. */
    outcome: jsonb().$type<unknown>(),
    /** The sha-256 of the outcome with the changes that were made by hand; null while there are none. */
    changedHash: text(),
    /** The same as `components` around these changes; null while there are none, and of changes from before it was kept. */
    changedComponents: jsonb().$type<unknown[]>(),
    /** Why it failed, in a sentence for the hub. */
    failure: text(),
  },
  (t) => [
    index("match_runs_hub_idx").on(t.hubId, t.queuedAt),
    uniqueIndex("match_runs_one_open")
      .on(t.hubId, t.offerId)
      .where(
        sql`${t.status} in ('queued', 'computing', 'computed', 'reviewed') and ${t.besideRunId} is null`,
      ),
    uniqueIndex("match_runs_one_open_repair")
      .on(t.hubId, t.offerId)
      .where(
        sql`${t.status} in ('queued', 'computing', 'computed', 'reviewed') and ${t.besideRunId} is not null`,
      ),
    uniqueIndex("match_runs_one_open_over_all")
      .on(t.offerId)
      .where(
        sql`${t.hubId} is null and ${t.status} in ('queued', 'computing', 'computed', 'reviewed') and ${t.besideRunId} is null`,
      ),
    uniqueIndex("match_runs_one_open_repair_over_all")
      .on(t.offerId)
      .where(
        sql`${t.hubId} is null and ${t.status} in ('queued', 'computing', 'computed', 'reviewed') and ${t.besideRunId} is not null`,
      ),
    check("match_runs_beside_another", sql`${t.besideRunId} <> ${t.id}`),
    check(
      "match_runs_computed_is_proved",
      sql`${t.status} not in ('computed', 'reviewed', 'published') or (${t.inputHash} is not null and ${t.outcomeHash} is not null and ${t.objective} is not null and ${t.certificate} ->> 'proved' is not distinct from 'true')`,
    ),
    check("match_runs_components_with_work", sql`(${t.exactWork} is null) = (${t.components} is null)`),
    check("match_runs_failed_says_why", sql`(${t.status} = 'failed') = (${t.failure} is not null)`),
    check("match_runs_progress_in_range", sql`${t.progress} between 0 and 100`),
  ],
);

/** Who a run would have lead a group that has no lead, or that it found nobody. Real once it is published. */
export const matchLeads = pgTable(
  "match_leads",
  {
    runId: uuid()
      .notNull()
      .references(() => matchRuns.id, { onDelete: "cascade" }),
    workGroupId: uuid()
      .notNull()
      .references(() => workGroups.id),
    /** null when nobody could be found. */
    personId: uuid().references(() => people.id),
    /** Why this person, or why nobody, in a sentence or two. */
    reason: text().notNull(),
    /** The same in parts, for the lead's own page: lib/matching/lead-explanation.ts. Null when nobody could be found. */
    explanation: jsonb().$type<Record<string, unknown>>(),
    published: boolean().notNull().default(false),
    /** As what this person leads the group, once that was given. */
    workGroupLeadId: uuid().references(() => workGroupLeads.id),
    /** Why the lead was not given the group at publication: what had changed since the run. */
    leftOut: text(),
  },
  (t) => [
    primaryKey({ name: "match_leads_pkey", columns: [t.runId, t.workGroupId] }),
    index("match_leads_group_idx").on(t.workGroupId),
    index("match_leads_person_idx").on(t.personId),
    uniqueIndex("match_leads_given_key").on(t.workGroupLeadId),
    check("match_leads_given_is_published", sql`${t.published} or ${t.workGroupLeadId} is null`),
    check("match_leads_published_has_a_lead", sql`not ${t.published} or ${t.personId} is not null`),
    check("match_leads_published_or_left_out", sql`not (${t.published} and ${t.leftOut} is not null)`),
  ],
);

/** A new group that a run proposes for schools that wait, until somebody plans it. */
export const matchProposals = pgTable(
  "match_proposals",
  {
    runId: uuid()
      .notNull()
      .references(() => matchRuns.id, { onDelete: "cascade" }),
    /** 1 for the one that serves most. */
    number: smallint().notNull(),
    /** Where and when it would meet, and whom it would serve: lib/matching/propose-groups.ts. */
    proposal: jsonb().$type<unknown>().notNull(),
    /** The school at which it would meet, or that an online group was thought of for. */
    venueId: uuid()
      .notNull()
      .references(() => organisations.id),
    leadId: uuid()
      .notNull()
      .references(() => people.id),
    /** Kilometres of the schools it would serve; null online. */
    averageKm: real(),
    workGroupId: uuid().references(() => workGroups.id),
    plannedAt: moment(),
    plannedBy: uuid().references(() => people.id),
  },
  (t) => [
    primaryKey({ name: "match_proposals_pkey", columns: [t.runId, t.number] }),
    uniqueIndex("match_proposals_group_key").on(t.workGroupId),
    check("match_proposals_planned_whole", sql`(${t.workGroupId} is null) = (${t.plannedAt} is null)`),
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

/** What a person decided in the review of a run, with what it cost all together; undone ones stay to be read. */
export const matchChanges = pgTable(
  "match_changes",
  {
    id: idColumn(),
    runId: uuid()
      .notNull()
      .references(() => matchRuns.id, { onDelete: "cascade" }),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    /** `put`: it belongs in this group. `keep_out`: not in this one. */
    kind: text().$type<"put" | "keep_out">().notNull(),
    workGroupId: uuid()
      .notNull()
      .references(() => workGroups.id),
    reason: text().notNull(),
    /** Before and after: lib/matching/effect-of-change.ts. */
    effect: jsonb().$type<unknown>().notNull(),
    madeBy: uuid()
      .notNull()
      .references(() => people.id),
    madeAt: moment().notNull(),
    undoneAt: moment(),
    undoneBy: uuid().references(() => people.id),
  },
  (t) => [
    index("match_changes_run_idx").on(t.runId, t.madeAt),
    uniqueIndex("match_changes_one_put")
      .on(t.runId, t.applicationId)
      .where(sql`${t.undoneAt} is null and ${t.kind} = 'put'`),
    uniqueIndex("match_changes_once")
      .on(t.runId, t.applicationId, t.workGroupId)
      .where(sql`${t.undoneAt} is null`),
    check("match_changes_kind_known", sql`${t.kind} in ('put', 'keep_out')`),
    check("match_changes_say_why", sql`btrim(${t.reason}) <> ''`),
    check("match_changes_undone_by_somebody", sql`(${t.undoneAt} is null) = (${t.undoneBy} is null)`),
  ],
);
