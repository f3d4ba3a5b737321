import { requestContext } from "@/lib/auth/request-context";
import { requestSender } from "@/lib/auth/request-sender";
import { limits } from "@/lib/people/rules";
import { takeFromLimit } from "@/lib/people/take-from-limit";
import { searchSchoolsInput } from "@/lib/schools/input";
import { searchSchools } from "@/lib/schools/queries/search-schools";
import { amongSchools } from "./among-schools";

const headers = { "Cache-Control": "private, no-store" };

/** Schools while somebody types their name: facts of the register, for anybody. `for` narrows them to what a form takes. */
export async function GET(request: Request): Promise<Response> {
  const asked = searchSchoolsInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success)
    return Response.json(
      { error: "Ask with q, at most 120 characters, and a limit from 1 to 25." },
      { status: 400, headers },
    );
  const { q, limit, for: purpose } = asked.data;
  const ctx = await requestContext();
  const taken = await takeFromLimit(ctx, limits.schoolSearchesOfSender, await requestSender());
  if (!taken.allowed) return tooMany(taken.until, ctx.now);
  const schools = await searchSchools(ctx, { text: q, limit, among: amongSchools(ctx.actor, purpose) });
  return Response.json({ schools }, { headers });
}

function tooMany(until: Date, now: Date): Response {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  return Response.json(
    { error: "That is more searches than one network may make. Try again in a few minutes." },
    { status: 429, headers: { ...headers, "Retry-After": String(seconds) } },
  );
}
