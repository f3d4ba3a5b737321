import { eq } from "drizzle-orm";
import { people, signInCodes } from "@/db/schema/people";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { londonTime, sayTime } from "@/lib/kernel/dates";
import { hashSecret, newCode, newId, newSecret } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { queueMessage } from "@/lib/notifications/queue-message";
import { signInRequested } from "./events";
import { hashCode } from "./hash-code";
import type { RequestSignInInput } from "./input";
import { signInMail, unknownAddressMail } from "./mails";
import { canSignIn } from "./policy";
import { codeEndsAt, limits } from "./rules";
import { takeFromLimit } from "./take-from-limit";

export interface SignInRequest {
  /** Known to the browser that asked alone: tries at the code count against this very request. */
  readonly requestId: string;
}

/**
 * Sends a link and a code to an address, or says there how to get in when nobody has the address.
 * From outside nothing tells the two apart: the same statements run, the same answer comes back.
 */
export async function requestSignIn(
  ctx: Ctx,
  input: RequestSignInInput & { sender: string },
): Promise<Result<SignInRequest, "not_found" | "too_many">> {
  if (!canSignIn(ctx.actor)) return refuse("not_found");
  const sender = await takeFromLimit(ctx, limits.mailsOfSender, input.sender);
  if (!sender.allowed) return refuse("too_many", { until: sayTime(londonTime(sender.until)) });
  const address = await takeFromLimit(ctx, limits.mailsToAddress, input.email);
  // The mails that were sent before still work, and saying more would tell a stranger who gets mail here.
  if (!address.allowed) return ok({ requestId: newId() });
  return withTransaction(ctx, (tx) => sendSignInMail(tx, input));
}

async function sendSignInMail(tx: TxCtx, input: RequestSignInInput): Promise<Result<SignInRequest, never>> {
  const [person] = await tx.db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(eq(people.email, input.email));
  const [requestId, secret, code] = [newId(), newSecret(), newCode()];
  const expiresAt = codeEndsAt(tx.now);
  await tx.db.insert(signInCodes).values({
    id: requestId,
    personId: person?.id ?? null,
    linkHash: hashSecret(secret),
    codeHash: hashCode(requestId, code),
    returnTo: input.to ?? null,
    createdAt: tx.now,
    expiresAt,
  });
  const mail = person
    ? signInMail({ name: person.name, secret, code, until: expiresAt })
    : unknownAddressMail();
  await queueMessage(tx, { ...mail, toName: person?.name ?? "", toEmail: input.email });
  await recordEvent(tx, signInRequested, { personId: person?.id, payload: { known: person !== undefined } });
  return ok({ requestId });
}
