import { env } from "@/lib/kernel/env";

/** Over https in production the prefix makes browsers refuse the cookie from a subdomain or without Secure. */
export function sessionCookieName(): string {
  return env().PRODUCTION ? "__Host-mathshubs.session" : "mathshubs.session";
}

/** How long a session lasts without signing in again. */
export const SESSION_HOURS = 12;
