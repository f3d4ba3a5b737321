import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import type { Ctx } from "@/lib/access/context";
import { env, isDemonstration } from "@/lib/kernel/env";
import { log } from "@/lib/kernel/log";
import type { Result } from "@/lib/kernel/result";
import { signInAsPersonaInput } from "@/lib/people/input";
import type { SigningIn } from "@/lib/people/open-session";
import { SESSION_HOURS } from "@/lib/people/rules";
import { signInAsPersona } from "@/lib/people/sign-in-as-persona";
import { safeReturnPath } from "./return-path";
import { authCookies } from "./session-cookie";

/** One try at signing in, and what became of it: next-auth itself only says whether it worked. */
export interface SignInTry {
  readonly ctx: Ctx;
  readonly browser: SigningIn;
  outcome?: Result<{ secret: string }>;
  fault?: unknown;
}

/** next-auth for one try. It decides who may come in by our deeds, and its session token is the secret of our own row. */
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
  const persona = Credentials({
    id: "persona",
    credentials: { personId: {} },
    authorize: (fields) =>
      settle(attempt, async () =>
        signInAsPersona(attempt.ctx, { ...signInAsPersonaInput.parse(fields), browser: attempt.browser }),
      ),
  });
  return isDemonstration() ? [persona] : [];
}

/** Carries the deed out, and keeps its answer: a refusal is no fault, and a fault is not for the address bar. */
async function settle(attempt: SignInTry, deed: () => Promise<Result<{ secret: string }>>) {
  try {
    const outcome = await deed();
    attempt.outcome = outcome;
    return outcome.ok ? { id: "ours", sessionSecret: outcome.value.secret } : null;
  } catch (fault) {
    attempt.fault = fault;
    return null;
  }
}
