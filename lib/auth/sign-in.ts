import { headers } from "next/headers";
import { visitor } from "@/lib/access/actor";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result } from "@/lib/kernel/result";
import type { SignInRefusal } from "@/lib/people/refusals";
import { currentSession } from "./current-user";
import { sayDevice } from "./device";
import { findSession, type SignedIn } from "./find-session";
import { postToNextAuth } from "./next-auth-call";
import { requestContext } from "./request-context";
import { requestSender } from "./request-sender";
import { safeReturnPath } from "./return-path";
import { sessionCookieName } from "./session-cookie";
import { type FormProvider, type SignInTry, signInOptions } from "./sign-in-options";
import { takeCookies } from "./take-cookies";

/** Somebody who has just signed in, and the page they were on their way to. */
export interface JustSignedIn extends SignedIn {
  readonly returnTo: string | undefined;
}

/** Signs this browser in through one of next-auth's providers, from a server action. Answers who they are, or the deed's refusal. */
export async function signInThrough(
  provider: FormProvider,
  fields: Readonly<Record<string, string>>,
): Promise<Result<JustSignedIn, SignInRefusal>> {
  const attempt = await newTry();
  const answer = await postToNextAuth(signInOptions(attempt), { path: ["callback", provider], body: fields });
  if (attempt.fault) throw attempt.fault instanceof Error ? attempt.fault : new Error("Signing in failed");
  const { outcome, ctx } = attempt;
  if (!outcome) return { ok: false, refusal: { code: "not_found" } };
  if (!outcome.ok) return outcome as Result<never, SignInRefusal>;
  const session = await findSession(ctx.db, outcome.value.secret, ctx.now, londonDate(ctx.now));
  if (!session) throw new Error("The session that was opened is not there");
  await takeCookies(answer, [sessionCookieName()]);
  return ok({ ...session, returnTo: safeReturnPath(outcome.value.returnTo) });
}

/** Everything a sign-in is told about the browser it comes from. */
export async function newTry(): Promise<SignInTry> {
  const [ctx, session, sent] = await Promise.all([requestContext(visitor), currentSession(), headers()]);
  const device = sayDevice(sent.get("user-agent"));
  return {
    ctx,
    browser: session ? { device, replaces: session.sessionId } : { device },
    sender: await requestSender(),
  };
}
