import { cookies } from "next/headers";
import { londonDate } from "@/lib/kernel/dates";
import type { OpenidRefusal } from "@/lib/people/refusals";
import { findSession, type SignedIn } from "./find-session";
import { askNextAuth, postToNextAuth } from "./next-auth-call";
import { isOpenidSet } from "./openid-provider";
import { safeReturnPath } from "./return-path";
import { authCookies, sessionCookieName } from "./session-cookie";
import { newTry } from "./sign-in";
import { signInOptions } from "./sign-in-options";
import { takeCookies } from "./take-cookies";

/** Sets out for DfE Sign-in, from a server action. Answers the address at which somebody proves there who they are. */
export async function leaveForOpenid(returnTo: string | undefined): Promise<string | undefined> {
  if (!isOpenidSet()) return undefined;
  const answer = await postToNextAuth(signInOptions(await newTry()), {
    path: ["signin", "dfe"],
    body: { callbackUrl: returnTo ?? "/" },
  });
  const away = answer.cookies.length > 0 && awayCookies().map(({ name }) => name);
  if (!away || !answer.location?.startsWith("http")) throw new Error("DfE Sign-in cannot be reached");
  await takeCookies(answer, away);
  return answer.location;
}

export type OpenidReturn =
  | { readonly ok: true; readonly session: SignedIn; readonly returnTo: string | undefined }
  | { readonly ok: false; readonly why: OpenidRefusal | "not_finished" };

/** Takes somebody in who comes back from DfE Sign-in, in the route that it sends them to. */
export async function returnFromOpenid(query: Readonly<Record<string, string>>): Promise<OpenidReturn> {
  const store = await cookies();
  const attempt = await newTry();
  const answer = await askNextAuth(signInOptions(attempt), {
    method: "GET",
    path: ["callback", "dfe"],
    cookies: Object.fromEntries(store.getAll().map(({ name, value }) => [name, value])),
    query,
  });
  for (const { name, options } of awayCookies()) store.set(name, "", { ...options, maxAge: 0 });
  if (attempt.fault) throw attempt.fault instanceof Error ? attempt.fault : new Error("Signing in failed");
  const { outcome, ctx } = attempt;
  if (!outcome) return { ok: false, why: "not_finished" };
  if (!outcome.ok) return { ok: false, why: outcome.refusal.code as OpenidRefusal };
  const session = await findSession(ctx.db, outcome.value.secret, ctx.now, londonDate(ctx.now));
  if (!session) throw new Error("The session that was opened is not there");
  await takeCookies(answer, [sessionCookieName()]);
  return { ok: true, session, returnTo: pathOf(answer.location) };
}

/** The cookies of somebody who is away: what came back must fit what was sent. */
function awayCookies() {
  const { pkceCodeVerifier, state, nonce, callbackUrl } = authCookies();
  return [pkceCodeVerifier, state, nonce, callbackUrl];
}

function pathOf(location: string | undefined): string | undefined {
  if (!location || !URL.canParse(location)) return undefined;
  const { pathname, search } = new URL(location);
  return pathname === "/" ? undefined : safeReturnPath(`${pathname}${search}`);
}
