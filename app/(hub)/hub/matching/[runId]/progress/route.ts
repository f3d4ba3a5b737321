import { requestContext } from "@/lib/auth/request-context";
import { isId } from "@/lib/kernel/ids";
import { findRunProgress } from "@/lib/matching/queries/match-run";

/** How far a run is, for the page that waits for it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ runId: string }> },
): Promise<Response> {
  const { runId } = await params;
  const found = isId(runId) ? await findRunProgress(await requestContext(), runId) : undefined;
  if (!found) return new Response("There is no such run.", { status: 404 });
  return Response.json(found, { headers: { "Cache-Control": "private, no-store" } });
}
