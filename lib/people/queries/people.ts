import { eq } from "drizzle-orm";
import { people } from "@/db/schema/people";
import type { Ctx } from "@/lib/access/context";

/** The address by which a person signs in. */
export async function findEmail(ctx: Ctx, personId: string): Promise<string | undefined> {
  const [person] = await ctx.db.select({ email: people.email }).from(people).where(eq(people.id, personId));
  return person?.email ?? undefined;
}
