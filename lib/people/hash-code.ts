import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/kernel/env";

/** The hash of a code of six figures. Keyed, because a million guesses at a bare hash take no time at all. */
export function hashCode(requestId: string, code: string): string {
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(`${requestId}:${code}`).digest("hex");
}

export function isSameHash(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
