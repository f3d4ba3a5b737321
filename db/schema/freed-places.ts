import { sql } from "drizzle-orm";
import { check, index, pgEnum, pgTable, uuid } from "drizzle-orm/pg-core";
import { applications } from "./applications";
import { idColumn, moment } from "./columns";
import { workGroups } from "./workgroups";

export const freedPlaceOutcome = pgEnum("freed_place_outcome", [
  "offered",
  "nobody",
  "not_free",
  "too_late",
  "not_matched",
  "closed",
]);

/** A place that came free, once: the waiting list offers it to one school at most, and says what became of it. */
export const freedPlaces = pgTable(
  "freed_places",
  {
    id: idColumn(),
    workGroupId: uuid()
      .notNull()
      .references(() => workGroups.id),
    /** Whose place it was. */
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    freedAt: moment().notNull(),
    settledAt: moment(),
    /** What became of it; null while the waiting list has not dealt with it. */
    outcome: freedPlaceOutcome(),
    offeredTo: uuid().references(() => applications.id),
  },
  (t) => [
    index("freed_places_group_idx").on(t.workGroupId),
    check("freed_places_settled_whole", sql`(${t.settledAt} is null) = (${t.outcome} is null)`),
    check(
      "freed_places_offered_to_a_school",
      sql`(${t.offeredTo} is null) = (${t.outcome} is distinct from 'offered')`,
    ),
  ],
);
