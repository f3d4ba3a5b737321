import { cookies, headers } from "next/headers";
import { NextResponse } from "next/server";
import { visitor } from "@/lib/access/actor";
import { londonDate } from "@/lib/kernel/dates";
import type { Result } from "@/lib/kernel/result";
import { currentSession } from "./current-user";
import { sayDevice } from "./device";
import { findSession, type SignedIn } from "./find-session";
import { type NextAuthAnswer, postToNextAuth } from "./next-auth-call";
import { requestContext } from "./request-context";
import { sessionCookieName } from "./session-cookie";
import { type SignInTry, signInOptions } from "./sign-in-options";

/** Signs this browser in through one of next-auth's providers, from a server action. Answers who they are, or the deed's refusal. */
export async function signInThrough<Code extends string>(
  provider: "persona",
  fields: Readonly<Record<string, string>>,
): Promise<Result<SignedIn, Code>> {
  const attempt = await newTry();
  const answer = await postToNextAuth(signInOptions(attempt), { path: ["callback", provider], body: fields });
  if (attempt.fault) throw attempt.fault;
  const outcome = attempt.outcome;
  if (!outcome) throw new Error(`next-auth did not ask the provider ${provider}`);
  if (!outcome.ok) return outcome as Result<never, Code>;
  await takeCookies(answer, [sessionCookieName()]);
  const { ctx } = attempt;
  const session = await findSession(ctx.db, outcome.value.secret, ctx.now, londonDate(ctx.now));
  if (!session) throw new Error("The session that was opened is not there");
  return { ok: true, value: session };
}

/** Everything a sign-in is told about the browser it comes from. */
export async function newTry(): Promise<SignInTry> {
  const [ctx, session, sent] = await Promise.all([requestContext(visitor), currentSession(), headers()]);
  const device = sayDevice(sent.get("user-agent"));
  return { ctx, browser: session ? { device, replaces: session.sessionId } : { device } };
}

/** Takes over next-auth's cookies of these names; what else it sets belongs to pages of its own that we do not have. */
async function takeCookies(answer: NextAuthAnswer, names: readonly string[]): Promise<void> {
  const parsed = new Headers();
  for (const header of answer.cookies) parsed.append("set-cookie", header);
  const store = await cookies();
  for (const cookie of new NextResponse(null, { headers: parsed }).cookies.getAll())
    if (names.includes(cookie.name)) store.set(cookie);
}
