import { createHmac } from "node:crypto";
import { sql } from "drizzle-orm";
import { rateLimits } from "@/db/schema/people";
import type { Ctx } from "@/lib/access/context";
import { env } from "@/lib/kernel/env";
import type { Limit } from "./rules";

export interface Taken {
  readonly allowed: boolean;
  /** When the count begins anew. */
  readonly until: Date;
}

/**
 * Counts one use against a limit and says whether it still was within. It stands outside any transaction of a deed, since
 * a refused try counts too. A window that ends later than it could (the demonstration's clock went back) begins anew.
 */
export async function takeFromLimit(ctx: Ctx, limit: Limit, whose: string): Promise<Taken> {
  const ends = new Date(ctx.now.getTime() + limit.minutes * 60_000);
  const over = sql`${rateLimits.windowEndsAt} <= ${ctx.now} or ${rateLimits.windowEndsAt} > ${ends}`;
  const [row] = await ctx.db
    .insert(rateLimits)
    .values({ key: keyOf(limit, whose), taken: 1, windowEndsAt: ends })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        taken: sql`case when ${over} then 1 else ${rateLimits.taken} + 1 end`,
        windowEndsAt: sql`case when ${over} then ${ends} else ${rateLimits.windowEndsAt} end`,
      },
    })
    .returning({ taken: rateLimits.taken, until: rateLimits.windowEndsAt });
  if (!row) throw new Error("The limit was not counted");
  return { allowed: row.taken <= limit.most, until: row.until };
}

/** Addresses are not kept, not even hashed in a way that a list of addresses could be tried against. */
function keyOf(limit: Limit, whose: string): string {
  const hash = createHmac("sha256", env().NEXTAUTH_SECRET).update(whose.toLowerCase()).digest("base64url");
  return `${limit.name}:${hash}`;
}
