import { eq } from "drizzle-orm";
import { demonstrationPersonas, people } from "@/db/schema/people";
import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { isDemonstration } from "@/lib/kernel/env";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { SignInAsPersonaInput } from "./input";
import { type Arrival, openSession, type SigningIn } from "./open-session";
import { canSignIn } from "./policy";

/** One click signs a visitor of the demonstration in as one of its personas. In production there are none. */
export async function signInAsPersona(
  ctx: Ctx,
  input: SignInAsPersonaInput & { browser: SigningIn },
): Promise<Result<Arrival, "not_found">> {
  if (!isDemonstration() || !canSignIn(ctx.actor)) return refuse("not_found");
  return withTransaction(ctx, async (tx) => {
    const [person] = await tx.db
      .select({ id: people.id, name: people.name })
      .from(demonstrationPersonas)
      .innerJoin(people, eq(people.id, demonstrationPersonas.personId))
      .where(eq(demonstrationPersonas.personId, input.personId));
    if (!person) return refuse("not_found");
    return ok({ secret: await openSession(tx, { person, method: "persona", browser: input.browser }) });
  });
}
