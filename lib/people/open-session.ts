import { and, eq, isNull } from "drizzle-orm";
import { accountSessions, people } from "@/db/schema/people";
import { actingAs, type TxCtx } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { hashSecret, newSecret } from "@/lib/kernel/ids";
import { signedIn } from "./events";
import { sessionEndsAt } from "./rules";

export type SignInMethod = "code" | "link" | "openid" | "persona";

/** What somebody gets who has signed in: the secret for the cookie, and the page they were on their way to. */
export interface Arrival {
  readonly secret: string;
  readonly returnTo?: string | null;
}

/** The browser that signs in. */
export interface SigningIn {
  /** In words, such as "Chrome on Windows". */
  readonly device: string;
  /** The session this browser had until now: it ends, so that a planted cookie is worth nothing. */
  readonly replaces?: string;
}

/** Opens a session for a person who has shown who they are, as part of the deed that saw it. Answers the secret of its cookie. */
export async function openSession(
  tx: TxCtx,
  input: { person: { id: string; name: string }; method: SignInMethod; browser: SigningIn },
): Promise<string> {
  const { person, method, browser } = input;
  const secret = newSecret();
  await tx.db.insert(accountSessions).values({
    personId: person.id,
    secretHash: hashSecret(secret),
    method,
    device: browser.device,
    createdAt: tx.now,
    lastSeenAt: tx.now,
    expiresAt: sessionEndsAt(tx.now),
  });
  if (browser.replaces) await endReplaced(tx, browser.replaces);
  await tx.db.update(people).set({ lastSignedInAt: tx.now }).where(eq(people.id, person.id));
  const themselves = actingAs(tx, { kind: "user", personId: person.id, name: person.name, grants: [] });
  await recordEvent(themselves, signedIn, { personId: person.id, payload: { method } });
  return secret;
}

async function endReplaced(tx: TxCtx, sessionId: string): Promise<void> {
  await tx.db
    .update(accountSessions)
    .set({ revokedAt: tx.now })
    .where(and(eq(accountSessions.id, sessionId), isNull(accountSessions.revokedAt)));
}
