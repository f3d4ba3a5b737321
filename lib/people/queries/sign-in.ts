import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { accountSessions, people, signInCodes } from "@/db/schema/people";
import type { Ctx } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { hashSecret } from "@/lib/kernel/ids";

/** Whose sign-in link this is, while it still works. Whoever holds it could sign in, so the name tells them nothing. */
export async function findSignInLink(ctx: Ctx, secret: string): Promise<{ name: string } | undefined> {
  const [link] = await ctx.db
    .select({ name: people.name })
    .from(signInCodes)
    .innerJoin(people, eq(people.id, signInCodes.personId))
    .where(
      and(
        eq(signInCodes.linkHash, hashSecret(secret)),
        isNull(signInCodes.usedAt),
        gt(signInCodes.expiresAt, ctx.now),
      ),
    );
  return link;
}

export interface OwnSession {
  readonly id: string;
  readonly device: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

/** Where the actor is signed in, the latest seen first. */
export async function listOwnSessions(ctx: Ctx): Promise<readonly OwnSession[]> {
  const personId = personIdOf(ctx.actor);
  if (!personId) return [];
  return ctx.db
    .select({
      id: accountSessions.id,
      device: accountSessions.device,
      createdAt: accountSessions.createdAt,
      lastSeenAt: accountSessions.lastSeenAt,
    })
    .from(accountSessions)
    .where(
      and(
        eq(accountSessions.personId, personId),
        isNull(accountSessions.revokedAt),
        gt(accountSessions.expiresAt, ctx.now),
      ),
    )
    .orderBy(desc(accountSessions.lastSeenAt), desc(accountSessions.id))
    .limit(50);
}
