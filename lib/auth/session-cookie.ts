import type { CookiesOptions } from "next-auth";
import { env } from "@/lib/kernel/env";

/** How long somebody may take at DfE Sign-in before the way back is closed. */
const AWAY_SECONDS = 15 * 60;

/** The one cookie of a signed-in browser. */
export function sessionCookieName(): string {
  return cookieName("session");
}

/**
 * The session's cookie, and those that exist only while somebody is away at DfE Sign-in.
 * In production the `__Host-` prefix makes browsers refuse them from a subdomain, without Secure, or for a part of the site.
 */
export function authCookies(): CookiesOptions {
  return {
    sessionToken: cookie("session"),
    callbackUrl: cookie("return", AWAY_SECONDS),
    csrfToken: cookie("csrf"),
    pkceCodeVerifier: cookie("pkce", AWAY_SECONDS),
    state: cookie("state", AWAY_SECONDS),
    nonce: cookie("nonce", AWAY_SECONDS),
  };
}

function cookieName(what: string): string {
  return `${env().PRODUCTION ? "__Host-" : ""}mathshubs.${what}`;
}

function cookie(what: string, maxAge?: number) {
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure: env().PRODUCTION } as const;
  return { name: cookieName(what), options: maxAge ? { ...options, maxAge } : options };
}
