import { createHmac, timingSafeEqual } from "node:crypto";
import { isId } from "@/lib/kernel/ids";

/** The secret part of a calendar address, from the feed's id: it can be shown again, and cannot be guessed from another's. */
export function feedToken(feedId: string, secret: string): string {
  return `${feedId}.${signature(feedId, secret)}`;
}

/** The feed that an address opens, or undefined when it was not made here. */
export function readFeedToken(token: string, secret: string): string | undefined {
  const [feedId, given] = token.split(".");
  if (!isId(feedId) || given === undefined) return undefined;
  const expected = Buffer.from(signature(feedId, secret));
  const offered = Buffer.from(given);
  return offered.length === expected.length && timingSafeEqual(offered, expected) ? feedId : undefined;
}

function signature(feedId: string, secret: string): string {
  return createHmac("sha256", secret).update(`calendar-feed:${feedId}`).digest("base64url");
}
