import type { Actor } from "@/lib/access/actor";

/** Anybody may try to sign in; jobs do not. */
export function canSignIn(actor: Actor): boolean {
  return actor.kind === "visitor" || actor.kind === "user";
}

/** Everybody ends their own sessions, nobody another's. */
export function canEndSession(actor: Actor, session: { personId: string }): boolean {
  return actor.kind === "user" && actor.personId === session.personId;
}
