import { integer, pgTable, text } from "drizzle-orm/pg-core";

/** The middle of each postcode district of England ("LS6"), for venues that are not a school of the register. */
export const postcodeDistricts = pgTable("postcode_districts", {
  /** Upper case, without the part after the space. */
  code: text().primaryKey(),
  /** Metres on the National Grid. */
  easting: integer().notNull(),
  northing: integer().notNull(),
});
