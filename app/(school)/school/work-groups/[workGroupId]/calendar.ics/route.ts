import { requestContext } from "@/lib/auth/request-context";
import { isId } from "@/lib/kernel/ids";
import { writeCalendar } from "@/lib/registers/calendar";
import { sessionsOfGroup } from "@/lib/registers/queries/calendar-sessions";
import { getGroupForSchool } from "@/lib/registers/queries/group-page";

/** The group's sessions as a file for a calendar program. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ workGroupId: string }> },
): Promise<Response> {
  const { workGroupId } = await params;
  const ctx = await requestContext();
  const group = isId(workGroupId) ? await getGroupForSchool(ctx, workGroupId) : undefined;
  if (!group) return new Response("There is no such group.", { status: 404 });
  return new Response(writeCalendar(group.name, sessionsOfGroup(group), ctx.now), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="work-group.ics"',
      "Cache-Control": "private, no-store",
    },
  });
}
