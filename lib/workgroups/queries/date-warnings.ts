import type { Ctx } from "@/lib/access/context";
import { type Meeting, warningsForDate } from "../rules";
import { type ClashingGroup, listClashes } from "./clashes";

interface DatedGroup extends Meeting, Omit<ClashingGroup, "workGroupId"> {
  readonly id: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

interface When {
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** For each session what is odd about its date, and what the lead or the venue has at that time; one statement. The caller has asked the group's policy. */
export async function listDateWarnings(
  ctx: Ctx,
  group: DatedGroup,
  sessions: readonly When[],
): Promise<string[][]> {
  const clashes = await listClashes(ctx, { ...group, workGroupId: group.id }, sessions);
  return sessions.map((session, index) => [
    ...warningsForDate(session.heldOn, group),
    ...(clashes[index] ?? []),
  ]);
}
