import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { people, signInCodes } from "@/db/schema/people";
import { type Ctx, withTransaction } from "@/lib/access/context";
import { londonTime, sayTime } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { hashCode, isSameHash } from "./hash-code";
import type { SignInWithCodeInput } from "./input";
import { type Arrival, openSession, type SigningIn } from "./open-session";
import { canSignIn } from "./policy";
import type { SignInRefusal } from "./refusals";
import { CODE_TRIES, limits } from "./rules";
import { takeFromLimit } from "./take-from-limit";

/** Signs in with the six figures of a mail, in the browser that asked for it. */
export async function signInWithCode(
  ctx: Ctx,
  input: SignInWithCodeInput & { browser: SigningIn; sender: string },
): Promise<Result<Arrival, SignInRefusal>> {
  if (!canSignIn(ctx.actor)) return refuse("not_found");
  const sender = await takeFromLimit(ctx, limits.codesOfSender, input.sender);
  if (!sender.allowed) return refuse("too_many", { until: sayTime(londonTime(sender.until)) });
  const tried = await takeTry(ctx, input.request);
  if (!tried) return refuse("code_over");
  const person = await takeFromLimit(ctx, limits.codesOfPerson, tried.personId ?? input.request);
  const matches = isSameHash(tried.codeHash, hashCode(input.request, input.code));
  if (!matches || !person.allowed) return refuse("wrong_code");
  return spend(ctx, input);
}

/** Counts the try before looking at it, so that many at once are not given more than five. */
async function takeTry(ctx: Ctx, requestId: string) {
  const [tried] = await ctx.db
    .update(signInCodes)
    .set({ tries: sql`${signInCodes.tries} + 1` })
    .where(
      and(
        eq(signInCodes.id, requestId),
        isNull(signInCodes.usedAt),
        lt(signInCodes.tries, CODE_TRIES),
        gt(signInCodes.expiresAt, ctx.now),
      ),
    )
    .returning({ personId: signInCodes.personId, codeHash: signInCodes.codeHash });
  return tried;
}

async function spend(
  ctx: Ctx,
  input: { request: string; browser: SigningIn },
): Promise<Result<Arrival, SignInRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const [spent] = await tx.db
      .update(signInCodes)
      .set({ usedAt: tx.now })
      .from(people)
      .where(
        and(
          eq(signInCodes.id, input.request),
          isNull(signInCodes.usedAt),
          eq(people.id, signInCodes.personId),
        ),
      )
      .returning({ id: people.id, name: people.name, returnTo: signInCodes.returnTo });
    if (!spent) return refuse("code_over");
    const secret = await openSession(tx, { person: spent, method: "code", browser: input.browser });
    return ok({ secret, returnTo: spent.returnTo });
  });
}
