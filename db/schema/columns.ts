import { timestamp, uuid } from "drizzle-orm/pg-core";

/** The primary key of every table that has no natural one. */
export function idColumn() {
  return uuid().primaryKey().defaultRandom();
}

/** A moment, always with its time zone. */
export function moment() {
  return timestamp({ withTimezone: true, mode: "date" });
}
