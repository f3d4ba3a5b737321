import type { AuthOptions, User } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import type { Ctx } from "@/lib/access/context";
import { env, isDemonstration } from "@/lib/kernel/env";
import { log } from "@/lib/kernel/log";
import type { Result } from "@/lib/kernel/result";
import { acceptInvitation } from "@/lib/people/accept-invitation";
import { secretInput, signInAsPersonaInput, signInWithCodeInput } from "@/lib/people/input";
import type { Arrival, SigningIn } from "@/lib/people/open-session";
import { SESSION_HOURS } from "@/lib/people/rules";
import { signInAsPersona } from "@/lib/people/sign-in-as-persona";
import { signInWithCode } from "@/lib/people/sign-in-with-code";
import { signInWithLink } from "@/lib/people/sign-in-with-link";
import { signInWithOpenid } from "@/lib/people/sign-in-with-openid";
import { isOpenidSet, openidProvider, readClaims } from "./openid-provider";
import { safeReturnPath } from "./return-path";
import { authCookies } from "./session-cookie";

/** One try at signing in, and what became of it: next-auth itself only says whether it worked. */
export interface SignInTry {
  readonly ctx: Ctx;
  readonly browser: SigningIn;
  /** The network it comes from. */
  readonly sender: string;
  outcome?: Result<Arrival>;
  fault?: unknown;
}

type SignInDeed = (attempt: SignInTry, fields: unknown) => Promise<Result<Arrival>>;

/** What our forms sign in with, each a provider of next-auth. */
const formProviders = {
  code: ({ ctx, browser, sender }, fields) =>
    signInWithCode(ctx, { ...signInWithCodeInput.parse(fields), browser, sender }),
  link: ({ ctx, browser }, fields) => signInWithLink(ctx, { ...secretInput.parse(fields), browser }),
  invitation: ({ ctx, browser }, fields) => acceptInvitation(ctx, { ...secretInput.parse(fields), browser }),
  persona: ({ ctx, browser }, fields) =>
    signInAsPersona(ctx, { ...signInAsPersonaInput.parse(fields), browser }),
} satisfies Record<string, SignInDeed>;

export type FormProvider = keyof typeof formProviders;

/** next-auth for one try. Our deeds decide who may come in, and its session token is the secret of our own row. */
export function signInOptions(attempt: SignInTry): AuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: env().PRODUCTION,
    cookies: authCookies(),
    session: { strategy: "jwt", maxAge: SESSION_HOURS * 3600 },
    jwt: {
      encode: async ({ token }) => token?.sessionSecret ?? "",
      decode: async ({ token }) => (token ? { sessionSecret: token } : null),
    },
    callbacks: {
      signIn: ({ user, account, profile }) =>
        account?.provider === "dfe" ? admitOpenid(attempt, user, profile) : true,
      jwt: ({ token, user }) => (user?.sessionSecret ? { sessionSecret: user.sessionSecret } : token),
      redirect: ({ url, baseUrl }) => `${baseUrl}${safeReturnPath(url.replace(baseUrl, "")) ?? "/"}`,
    },
    // Its messages carry profiles and tokens; only their codes are logged.
    logger: {
      error: (code) => log.error({ code }, "sign-in"),
      warn: (code) => log.debug({ code }, "sign-in"),
      debug: () => undefined,
    },
    providers: providersFor(attempt),
  };
}

function providersFor(attempt: SignInTry): AuthOptions["providers"] {
  const forms = Object.entries(formProviders)
    .filter(([id]) => id !== "persona" || isDemonstration())
    .map(([id, deed]) => providerOf(id, deed, attempt));
  return isOpenidSet() ? [...forms, openidProvider()] : forms;
}

function providerOf(id: string, deed: SignInDeed, attempt: SignInTry) {
  return Credentials({
    id,
    credentials: {},
    authorize: (fields) => settle(attempt, () => deed(attempt, fields)),
  });
}

/** Asks our deed about somebody whom DfE Sign-in vouches for. */
async function admitOpenid(attempt: SignInTry, user: User, profile: unknown): Promise<boolean> {
  const admitted = await settle(attempt, () =>
    signInWithOpenid(attempt.ctx, { claims: readClaims(profile), browser: attempt.browser }),
  );
  if (admitted) user.sessionSecret = admitted.sessionSecret;
  return admitted !== null;
}

/** Carries the deed out and keeps its answer: a refusal is no fault, and a fault is not for the address bar. */
async function settle(attempt: SignInTry, deed: () => Promise<Result<Arrival>>) {
  try {
    const outcome = await deed();
    attempt.outcome = outcome;
    return outcome.ok ? { id: "ours", sessionSecret: outcome.value.secret } : null;
  } catch (fault) {
    attempt.fault = fault;
    return null;
  }
}
