import { boolean, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { idColumn } from "./columns";

export const hubs = pgTable("hubs", {
  id: idColumn(),
  code: text().notNull().unique("hubs_code_key"),
  slug: text().notNull().unique("hubs_slug_key"),
  name: text().notNull(),
  region: text().notNull(),
  leadSchool: text(),
  website: text(),
  email: text().notNull(),
  telephone: text(),
  acceptsGuests: boolean().notNull().default(true),
});

/** Hubs next to each other: a school may be placed in a neighbour's group when it allows that. Held in both directions. */
export const hubNeighbours = pgTable(
  "hub_neighbours",
  {
    hubId: uuid()
      .notNull()
      .references(() => hubs.id),
    neighbourId: uuid()
      .notNull()
      .references(() => hubs.id),
  },
  (t) => [primaryKey({ name: "hub_neighbours_pkey", columns: [t.hubId, t.neighbourId] })],
);

export const localAuthorities = pgTable(
  "local_authorities",
  {
    /** Three figures, as in the register. */
    code: text().primaryKey(),
    name: text().notNull(),
    region: text().notNull(),
    /** The default hub of its schools; indicative, a school may have another. */
    hubId: uuid()
      .notNull()
      .references(() => hubs.id),
    educationInvestmentArea: boolean().notNull().default(false),
    priorityEducationInvestmentArea: boolean().notNull().default(false),
    /** Districts inside the authority that are a priority area when the whole authority is not. */
    priorityDistricts: text().array().notNull().default([]),
  },
  (t) => [index("local_authorities_hub_idx").on(t.hubId)],
);
