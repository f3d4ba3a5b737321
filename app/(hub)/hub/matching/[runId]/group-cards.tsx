import { Beads, BeadsKey } from "@/app/_components/beads";
import { Details } from "@/app/_components/details";
import { StatusTag } from "@/app/_components/status-tag";
import { weekdayNames } from "@/lib/kernel/dates";
import { count } from "@/lib/kernel/words";
import { endsWaiting } from "@/lib/matching/price-rules";
import type { MatchGroupView } from "@/lib/matching/queries/match-groups";
import type { MatchRunView } from "@/lib/matching/queries/match-run";
import { leadLeftOutReasons } from "@/lib/matching/reasons";
import { runAddress } from "./read-filters";

const SHOWN_FIRST = 12;

interface GroupCardsProps {
  readonly run: Pick<MatchRunView, "id" | "hubId">;
  readonly groups: readonly MatchGroupView[];
  readonly all: boolean;
}

/** Every group with its places as they would be after publication. */
export function GroupCards({ run: { id: runId, hubId }, groups, all }: GroupCardsProps) {
  const shown = all ? groups : groups.slice(0, SHOWN_FIRST);
  const more = groups.length - shown.length;
  if (groups.length === 0)
    return (
      <div className="empty">
        <p>No group of this programme is open yet, so nobody could be placed.</p>
        {hubId === null ? null : (
          <p>
            <a href="/hub/work-groups/new">Plan a group</a>
          </p>
        )}
      </div>
    );
  return (
    <section aria-labelledby="groups">
      <h2 id="groups">{count(groups.length, "group")}</h2>
      <BeadsKey kinds={["solid", "half", "dashed", "hollow"]} />
      <ul className="cards">
        {shown.map((group) => (
          <li key={group.id} className="card">
            <GroupCard runId={runId} group={group} />
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <p>
          <a href={`/hub/matching/${runId}?groups=all#groups`}>Show {count(more, "more group")}</a>
        </p>
      ) : null}
    </section>
  );
}

function GroupCard({ runId, group }: { readonly runId: string; readonly group: MatchGroupView }) {
  const { taken, offered, proposed, maximum } = group;
  const filled = taken + offered + proposed;
  return (
    <>
      <h3>
        <a href={runAddress(runId, { view: "placed", group: group.id })}>{group.name}</a>
      </h3>
      <Beads
        solid={taken}
        half={offered}
        dashed={proposed}
        total={Math.max(maximum, filled)}
        say={sayPlaces(group)}
      />
      <dl className="facts">
        <dt>Meets</dt>
        <dd>
          {weekdayNames[group.weekday]}s, {group.online ? "online" : "face to face"}
          {group.hub ? `, at ${group.hub}` : null}
        </dd>
        <dt>Lead</dt>
        <dd>
          <Lead group={group} />
        </dd>
        {group.planned ? (
          <>
            <dt>Dates</dt>
            <dd>
              None yet.{" "}
              {group.hub === null ? (
                <a href={`/hub/work-groups/${group.id}/sessions`}>
                  Add them<span className="govuk-visually-hidden"> for {group.name}</span>
                </a>
              ) : (
                "Its hub adds them"
              )}
            </dd>
          </>
        ) : null}
        {group.averageKm === null ? null : (
          <>
            <dt>Travel</dt>
            <dd>{group.averageKm.toFixed(1)} km on average</dd>
          </>
        )}
        {filled < group.minimum ? (
          <>
            <dt>To run</dt>
            <dd>{sayTooFew(group, group.minimum - filled)}</dd>
          </>
        ) : null}
        {group.price > 0 ? (
          <>
            <dt>One more place</dt>
            <dd>
              {endsWaiting(group.price)
                ? "would place a school that waits"
                : `would save as much as ${(group.price / 10).toFixed(1)} km`}
            </dd>
          </>
        ) : null}
      </dl>
      <WhyLead group={group} />
    </>
  );
}

function Lead({ group }: { readonly group: MatchGroupView }) {
  const { lead, leadFound, proposedLead } = group;
  if (lead !== null) return lead;
  if (leadFound === "proposed") return `${proposedLead}, proposed`;
  return <StatusTag kind="bad">No lead yet</StatusTag>;
}

/** Why this lead; of a group that nobody leads, what is missing and what to do. */
function WhyLead({ group }: { readonly group: MatchGroupView }) {
  const { id, lead, leadFound, leadReason, hub } = group;
  const isFound = leadFound === "given" || (leadFound === "proposed" && lead === null);
  if (isFound)
    return (
      <Details summary={<>Why this lead</>}>
        <p className="small">{leadReason}</p>
      </Details>
    );
  if (lead !== null) return null;
  return (
    <p className="small">
      {sayMissingLead(group)}{" "}
      {hub === null ? (
        <a href={`/hub/work-groups/${id}/lead`}>
          Choose a lead<span className="govuk-visually-hidden"> for {group.name}</span>
        </a>
      ) : null}
    </p>
  );
}

function sayMissingLead({ leadFound, leadLeftOut, leadReason, proposedLead }: MatchGroupView): string | null {
  if (leadLeftOut) return `${proposedLead} was proposed. ${leadLeftOutReasons[leadLeftOut]}.`;
  return leadFound === "nobody" ? leadReason : null;
}

function sayTooFew({ minimum, state }: MatchGroupView, missing: number): string {
  if (state === "kept_open")
    return `It needs ${minimum}. The match left it open because it was confirmed, or schools have places there`;
  return state === "does_not_run"
    ? `It needs ${minimum}. Not enough could come, so the match left it as it is`
    : `It needs ${minimum}, so ${missing} more`;
}

function sayPlaces({ taken, offered, proposed, maximum }: MatchGroupView): string {
  const free = maximum - taken - offered - proposed;
  return [
    `${taken} of ${maximum} taken`,
    ...(offered > 0 ? [`${offered} offered`] : []),
    ...(proposed > 0 ? [`${proposed} proposed`] : []),
    ...(free > 0 ? [`${free} free`] : []),
  ].join(", ");
}
