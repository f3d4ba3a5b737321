import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { after } from "next/server";
import { cache } from "react";
import { type Actor, type Role, type UserActor, visitor } from "@/lib/access/actor";
import { holdsRole } from "@/lib/access/scope";
import { londonDate } from "@/lib/kernel/dates";
import { noteSessionSeen } from "@/lib/people/note-session-seen";
import { webDatabase } from "./database";
import { findSession, type SignedIn } from "./find-session";
import { requestNow } from "./request-clock";
import { sessionCookieName } from "./session-cookie";

/** Who is signed in, read once for each request; undefined for a visitor. */
export const currentSession = cache(async (): Promise<SignedIn | undefined> => {
  const secret = (await cookies()).get(sessionCookieName())?.value;
  if (!secret) return undefined;
  const now = await requestNow();
  const { db } = webDatabase();
  const session = await findSession(db, secret, now, londonDate(now));
  // After the answer has gone: being noted costs nobody time, and most requests no query.
  if (session?.isDue) after(() => noteSessionSeen({ db, now }, session));
  return session;
});

export async function currentActor(): Promise<Actor> {
  return (await currentSession())?.actor ?? visitor;
}

/** The signed-in person; a visitor is sent to sign in and comes back to `returnTo`. */
export async function requireActor(returnTo: string): Promise<UserActor> {
  const session = await currentSession();
  if (!session) redirect(`/sign-in?to=${encodeURIComponent(returnTo)}`);
  return session.actor;
}

/** The signed-in person, who must hold one of the roles somewhere; for anyone else the page does not exist. */
export async function requireRole(roles: readonly Role[], returnTo: string): Promise<UserActor> {
  const actor = await requireActor(returnTo);
  if (!holdsRole(actor, roles)) notFound();
  return actor;
}
