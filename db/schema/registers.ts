import { sql } from "drizzle-orm";
import { check, index, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { idColumn, moment } from "./columns";
import { people } from "./people";
import { organisations } from "./schools";

/** A calendar address that somebody subscribed to: a person's own dates, or a school's. Revoking it ends the subscription. */
export const calendarFeeds = pgTable(
  "calendar_feeds",
  {
    id: idColumn(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    /** Set for a school's feed; without it the feed holds the sessions the person leads. */
    organisationId: uuid().references(() => organisations.id),
    createdAt: moment().notNull(),
    revokedAt: moment(),
  },
  (t) => [
    uniqueIndex("calendar_feeds_one_open")
      .on(t.personId, sql`coalesce(${t.organisationId}, '00000000-0000-0000-0000-000000000000')`)
      .where(sql`${t.revokedAt} is null`),
    index("calendar_feeds_organisation_idx").on(t.organisationId),
    check(
      "calendar_feeds_revoked_after_made",
      sql`${t.revokedAt} is null or ${t.revokedAt} >= ${t.createdAt}`,
    ),
  ],
);
