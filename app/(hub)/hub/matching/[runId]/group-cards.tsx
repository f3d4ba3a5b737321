import { Beads, BeadsKey } from "@/app/_components/beads";
import { Details } from "@/app/_components/details";
import { PageLinks } from "@/app/_components/page-links";
import { StatusTag } from "@/app/_components/status-tag";
import { weekdayNames } from "@/lib/kernel/dates";
import { offsetOf, PAGE_SIZE, pageCount } from "@/lib/kernel/paging";
import { count } from "@/lib/kernel/words";
import { endsWaiting } from "@/lib/matching/price-rules";
import type { MatchGroupView } from "@/lib/matching/queries/match-groups";
import type { MatchRunView } from "@/lib/matching/queries/match-run";
import { leadLeftOutReasons } from "@/lib/matching/reasons";
import { type RunFilters, runAddress } from "./read-filters";

interface GroupCardsProps {
  readonly run: Pick<MatchRunView, "id" | "hubId">;
  readonly groups: readonly MatchGroupView[];
  readonly filters: RunFilters;
}

/** The groups of one page of their list. */
export function groupsOfPage(groups: readonly MatchGroupView[], page: number): readonly MatchGroupView[] {
  return groups.slice(offsetOf(page), offsetOf(page) + PAGE_SIZE);
}

/** Every group with its places as they would be after publication, 25 to a page. */
export function GroupCards({ run: { id: runId, hubId }, groups, filters }: GroupCardsProps) {
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
        {groupsOfPage(groups, filters.groupsPage).map((group) => (
          <li key={group.id} className="card">
            <GroupCard
              group={group}
              schools={runAddress(runId, {
                view: "placed",
                group: group.id,
                groupsPage: filters.groupsPage,
              })}
            />
          </li>
        ))}
      </ul>
      <PageLinks
        page={filters.groupsPage}
        pages={pageCount(groups.length)}
        hrefOf={(groupsPage) => runAddress(runId, { ...filters, groupsPage }, "groups")}
        label="Pages of groups"
      />
    </section>
  );
}

interface GroupCardProps {
  readonly group: MatchGroupView;
  /** Where the schools that the run places in it are listed. */
  readonly schools: string;
}

function GroupCard({ group, schools }: GroupCardProps) {
  const { taken, offered, proposed, maximum } = group;
  const filled = taken + offered + proposed;
  return (
    <>
      <h3>
        <a href={schools}>{group.name}</a>
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
