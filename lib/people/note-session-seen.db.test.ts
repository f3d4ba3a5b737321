import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { accountSessions } from "@/db/schema/people";
import { aPerson, TEST_DAY, TEST_NOW } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { visitor } from "@/lib/access/actor";
import { findSession } from "@/lib/auth/find-session";
import { hashSecret } from "@/lib/kernel/ids";
import { noteSessionSeen } from "./note-session-seen";

const t = testContext();
const secret = "what the cookie holds";
const minutes = (count: number) => new Date(TEST_NOW.getTime() + count * 60_000);

async function aSession(values: Partial<typeof accountSessions.$inferInsert> = {}): Promise<string> {
  const person = await aPerson(t.db);
  const [session] = await t.db
    .insert(accountSessions)
    .values({
      personId: person.id,
      secretHash: hashSecret(secret),
      method: "code",
      device: "Chrome on Windows",
      createdAt: TEST_NOW,
      lastSeenAt: TEST_NOW,
      expiresAt: minutes(12 * 60),
      ...values,
    })
    .returning({ id: accountSessions.id });
  return session?.id ?? "";
}

async function lastSeen(sessionId: string): Promise<Date | undefined> {
  const [session] = await t.db.select().from(accountSessions).where(eq(accountSessions.id, sessionId));
  return session?.lastSeenAt;
}

describe("when a session was last seen", () => {
  test("is due a quarter of an hour after it was noted, and not before", async () => {
    await aSession();
    for (const [after, due] of [
      [0, false],
      [15, false],
      [16, true],
    ] as const)
      expect((await findSession(t.db, secret, minutes(after), TEST_DAY))?.isDue, `${after} minutes`).toBe(
        due,
      );
  });

  test("is noted once, however many requests find it due", async () => {
    const sessionId = await aSession();
    await noteSessionSeen(t.as(visitor, minutes(20)), { sessionId });
    await noteSessionSeen(t.as(visitor, minutes(21)), { sessionId });
    expect(await lastSeen(sessionId)).toEqual(minutes(20));
  });

  test("stays what it was for a session that was signed out meanwhile", async () => {
    const sessionId = await aSession({ revokedAt: minutes(18) });
    await noteSessionSeen(t.as(visitor, minutes(20)), { sessionId });
    expect(await lastSeen(sessionId)).toEqual(TEST_NOW);
  });
});
