import type { Metadata } from "next";
import { Page } from "@/app/_components/page";
import { londonDate } from "@/lib/kernel/dates";
import { listDateWarnings } from "@/lib/workgroups/queries/date-warnings";
import type { HubGroup } from "@/lib/workgroups/queries/hub-group";
import { workGroupRefusals } from "@/lib/workgroups/refusals";
import { proposeDates, whyNotPlanSessions } from "@/lib/workgroups/rules";
import { sayMeetingDay, sayOffer, sayVenue } from "../../say-group";
import { type GroupParams, readGroup } from "../read-group";
import { PatternForm } from "./pattern-form";
import { type Pattern, readPattern } from "./read-pattern";
import { type ProposedSession, SessionsForm } from "./sessions-form";

export const metadata: Metadata = { title: "Plan the sessions" };

interface SessionsPageProps extends GroupParams {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function SessionsPage({ params, searchParams }: SessionsPageProps) {
  const { ctx, group } = await readGroup(await params, "/sessions", "arrange");
  const frame = {
    title: "Plan the sessions",
    eyebrow: `${group.name}, ${sayOffer(group)}`,
    back: `/hub/work-groups/${group.id}`,
  };
  const why = whyNotPlanSessions(group, group.held);
  if (why)
    return (
      <Page {...frame} narrow>
        <p>{workGroupRefusals[why]}.</p>
      </Page>
    );
  const pattern = readPattern(await searchParams, group, londonDate(ctx.now));
  const sessions = pattern.asked
    ? proposed(group, pattern.asked)
    : group.sessions.filter((one) => !one.cancelled);
  const rows = [...sessions.map(plain), empty(pattern), empty(pattern)].slice(0, 30);
  const warnings = await listDateWarnings(ctx, group, sessions);
  return (
    <Page {...frame}>
      <p className="lead">
        {sayMeetingDay(group)}, {group.online ? "online" : sayVenue(group)}. Bank holidays and the usual
        school holidays are left out.
      </p>
      <PatternForm workGroupId={group.id} pattern={pattern} />
      <h2>{pattern.asked ? "Proposed dates" : "Dates"}</h2>
      <p>
        {sessions.length === 0
          ? "Propose dates above, or enter them one by one. Nothing is saved yet."
          : pattern.asked
            ? "Nothing is saved yet. Change what does not fit, then save."
            : "These are the dates now. Empty a date to leave it out."}
      </p>
      <SessionsForm
        key={JSON.stringify(pattern.values)}
        workGroupId={group.id}
        sessions={rows}
        warnings={warnings}
      />
    </Page>
  );
}

function proposed(group: HubGroup, asked: NonNullable<Pattern["asked"]>): ProposedSession[] {
  const { startsAt, endsAt } = asked;
  const dates = proposeDates({ ...asked, weekPattern: group.weekPattern });
  return dates.map((heldOn, index) => ({ heldOn, startsAt, endsAt, title: `Session ${index + 1}` }));
}

function plain({ heldOn, startsAt, endsAt, title }: ProposedSession): ProposedSession {
  return { heldOn, startsAt, endsAt, title };
}

function empty({ values }: Pattern): ProposedSession {
  return { heldOn: "", startsAt: values.startsAt, endsAt: values.endsAt, title: "" };
}
