import { and, eq, gt, isNull } from "drizzle-orm";
import { people, signInCodes } from "@/db/schema/people";
import { type Ctx, withTransaction } from "@/lib/access/context";
import { hashSecret } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { SecretInput } from "./input";
import { type Arrival, openSession, type SigningIn } from "./open-session";
import { canSignIn } from "./policy";
import type { SignInRefusal } from "./refusals";

/** Signs in with the link of a mail, in whichever browser it was opened and confirmed. */
export async function signInWithLink(
  ctx: Ctx,
  input: SecretInput & { browser: SigningIn },
): Promise<Result<Arrival, SignInRefusal>> {
  if (!canSignIn(ctx.actor)) return refuse("not_found");
  return withTransaction(ctx, async (tx) => {
    const [spent] = await tx.db
      .update(signInCodes)
      .set({ usedAt: tx.now })
      .from(people)
      .where(
        and(
          eq(signInCodes.linkHash, hashSecret(input.secret)),
          isNull(signInCodes.usedAt),
          gt(signInCodes.expiresAt, tx.now),
          eq(people.id, signInCodes.personId),
        ),
      )
      .returning({ id: people.id, name: people.name, returnTo: signInCodes.returnTo });
    if (!spent) return refuse("link_over");
    const secret = await openSession(tx, { person: spent, method: "link", browser: input.browser });
    return ok({ secret, returnTo: spent.returnTo });
  });
}
