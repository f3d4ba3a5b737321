import { and, avg, eq, isNotNull } from "drizzle-orm";
import { postcodeDistricts } from "@/db/schema/geography";
import { establishments } from "@/db/schema/schools";
import type { Ctx } from "@/lib/access/context";
import type { GridPoint } from "@/lib/kernel/geography";

export interface LocatedPostcode extends GridPoint {
  /** As it is written: `LS6 3PN`. */
  readonly postcode: string;
}

const POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/;

/** Where a postcode is: that of a school in the register if there is one with it, otherwise the middle of its district. */
export async function locatePostcode(ctx: Ctx, text: string): Promise<LocatedPostcode | undefined> {
  const key = text.toUpperCase().replaceAll(/[^A-Z\d]/g, "");
  const [, district, rest] = POSTCODE.exec(key) ?? [];
  if (!district || !rest) return undefined;
  const point = (await pointOfSchools(ctx, key)) ?? (await pointOfDistrict(ctx, district));
  return point && { postcode: `${district} ${rest}`, ...point };
}

export interface Venue {
  readonly online: boolean;
  readonly venueName: string | null;
  readonly venuePostcode: string | null;
  readonly easting: number | null;
  readonly northing: number | null;
}

/** Name, postcode and point of a venue; nothing of them for a group that meets online. Undefined when the postcode is unknown. */
export async function locateVenue(
  ctx: Ctx,
  wanted: { readonly meets: string; readonly venueName: string; readonly venuePostcode: string },
): Promise<Venue | undefined> {
  if (wanted.meets === "online")
    return { online: true, venueName: null, venuePostcode: null, easting: null, northing: null };
  const found = await locatePostcode(ctx, wanted.venuePostcode);
  if (!found) return undefined;
  const { postcode, easting, northing } = found;
  return { online: false, venueName: wanted.venueName, venuePostcode: postcode, easting, northing };
}

async function pointOfSchools(ctx: Ctx, key: string): Promise<GridPoint | undefined> {
  const [row] = await ctx.db
    .select({ easting: avg(establishments.easting), northing: avg(establishments.northing) })
    .from(establishments)
    .where(and(eq(establishments.postcodeKey, key), isNotNull(establishments.easting)));
  if (!row?.easting || !row.northing) return undefined;
  return { easting: Math.round(Number(row.easting)), northing: Math.round(Number(row.northing)) };
}

async function pointOfDistrict(ctx: Ctx, district: string): Promise<GridPoint | undefined> {
  const [row] = await ctx.db
    .select({ easting: postcodeDistricts.easting, northing: postcodeDistricts.northing })
    .from(postcodeDistricts)
    .where(eq(postcodeDistricts.code, district));
  return row;
}
