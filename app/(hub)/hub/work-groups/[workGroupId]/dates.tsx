import { type IsoDate, sayDate, sayTime } from "@/lib/kernel/dates";
import type { HubGroup, HubGroupSession } from "@/lib/workgroups/queries/hub-group";

interface DatesProps {
  readonly group: HubGroup;
  readonly today: IsoDate;
  /** What is odd about each session, in the order of the group's sessions. */
  readonly warnings: readonly (readonly string[])[];
}

/** The group's sessions, what is odd about them, and the way to move one. */
export function Dates({ group, today, warnings }: DatesProps) {
  if (group.sessions.length === 0) return <p>No sessions are planned yet.</p>;
  return (
    <ol className="log">
      {group.sessions.map((session, index) => (
        <li key={session.id} className={session.heldOn >= today ? "is-next" : undefined}>
          <p>
            <strong>{sayDate(session.heldOn)}</strong>, {sayTime(session.startsAt)} to{" "}
            {sayTime(session.endsAt)}
          </p>
          <p>
            {session.title}
            {stateOf(group, session, today)}
            {mayChange(group, session) ? (
              <>
                {". "}
                <a href={`/hub/work-groups/${group.id}/sessions/${session.id}`}>
                  Move or cancel<span className="govuk-visually-hidden"> {session.title}</span>
                </a>
              </>
            ) : null}
          </p>
          {session.cancelled || session.registerSaved
            ? null
            : warnings[index]?.map((warning) => (
                <p key={warning} className="muted">
                  <strong>Check:</strong> {warning}
                </p>
              ))}
        </li>
      ))}
    </ol>
  );
}

function mayChange(group: HubGroup, session: HubGroupSession): boolean {
  const isOver = group.status === "finished" || group.status === "cancelled";
  return group.mayArrange && !isOver && !session.cancelled && !session.registerSaved;
}

function stateOf(group: HubGroup, session: HubGroupSession, today: IsoDate): string {
  if (session.cancelled) return ". Cancelled";
  if (session.registerSaved) return ". Register saved";
  const isUnderWay = group.status !== "planned" && group.status !== "recruiting";
  return isUnderWay && session.heldOn < today ? ". Register not taken yet" : "";
}
