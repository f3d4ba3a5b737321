import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { postcodeDistricts } from "@/db/schema/geography";
import { readTable } from "./read-table";

/** The middle of each of England's 2,123 postcode districts, in metres on the National Grid, to 100 m (public domain, CC0). */
export async function loadPostcodeDistricts(db: Queryable): Promise<void> {
  await db
    .insert(postcodeDistricts)
    .values(
      readTable<"code" | "easting" | "northing">("postcode-districts.csv").map((row) => ({
        code: row.code,
        easting: Number(row.easting),
        northing: Number(row.northing),
      })),
    )
    .onConflictDoUpdate({
      target: postcodeDistricts.code,
      set: { easting: sql`excluded.easting`, northing: sql`excluded.northing` },
    });
}
