import { systemActor } from "@/lib/access/actor";
import { requestContext } from "@/lib/auth/request-context";
import { env } from "@/lib/kernel/env";
import { writeCalendar } from "@/lib/registers/calendar";
import { readFeedToken } from "@/lib/registers/feed-token";
import { findFeed } from "@/lib/registers/queries/calendar-sessions";

/** A calendar that a calendar program asks for again and again: the address itself is the key. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ feed: string }> },
): Promise<Response> {
  const { feed } = await params;
  const feedId = readFeedToken(feed.replace(/\.ics$/, ""), env().NEXTAUTH_SECRET);
  const ctx = await requestContext(systemActor("calendar-feed"));
  const sessions = feedId ? await findFeed(ctx, feedId) : undefined;
  if (!sessions) return new Response("There is no such calendar.", { status: 404 });
  return new Response(writeCalendar("Maths Hubs sessions", sessions, ctx.now), {
    headers: { "Content-Type": "text/calendar; charset=utf-8", "Cache-Control": "private, max-age=900" },
  });
}
