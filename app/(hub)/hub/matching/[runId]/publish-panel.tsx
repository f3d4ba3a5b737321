import { type ConditionItem, Conditions } from "@/app/_components/conditions";
import { sayMoment } from "@/lib/kernel/dates";
import { capital, count, listWords } from "@/lib/kernel/words";
import { WAITING_PART } from "@/lib/matching/input";
import type { MatchGroupView } from "@/lib/matching/queries/match-groups";
import type { GroupChoice, MatchRunView } from "@/lib/matching/queries/match-run";
import { sayDesignation } from "@/lib/people/say-designation";
import { PublishForm, ReviewForm } from "./publish-form";
import { isBestChoice, sayGap } from "./say-choice";

interface PublishPanelProps {
  readonly run: MatchRunView;
  readonly groups: readonly MatchGroupView[];
  /** The groups of the page of the list that is open: parts are chosen among these. */
  readonly shown: readonly MatchGroupView[];
  /** Schools that wait and have not been told. */
  readonly toTell: number;
  readonly usualAnswer: string;
}

/** What was checked, in words, and the next step: look through, publish, or throw away. */
export function PublishPanel({ run, groups, shown, toTell, usualAnswer }: PublishPanelProps) {
  const planned = groups.filter((group) => group.planned && group.proposed > 0);
  const ready = groups.filter((group) => !group.planned);
  const kept = planned.reduce((sum, { proposed }) => sum + proposed, 0);
  const results = count(run.figures.unpublished - kept, "result");
  return (
    <section className="panel" aria-labelledby="publish">
      <h2 id="publish">{run.figures.published > 0 ? "Publish the rest" : "Publish"}</h2>
      <Conditions items={checksOf(run, groups)} />
      {run.status === "computed" && run.mayRun ? (
        <>
          <p className="small">Look through the schools below first. Then you choose the date and publish.</p>
          <ReviewForm runId={run.id} results={count(run.figures.unpublished, "result")} />
        </>
      ) : null}
      {run.status !== "computed" && run.mayRun && run.figures.unpublished > kept ? (
        <>
          <p className="small">{sayWhatHappens(ready, toTell, run.figures.toMove)}</p>
          <PublishForm
            runId={run.id}
            results={results}
            answerBy={usualAnswer}
            parts={partsOf(
              shown.filter((group) => !group.planned),
              toTell,
            )}
            isPartOf={shown.length < groups.length}
          />
        </>
      ) : null}
      {run.mayRun ? null : <p>The hub’s lead, deputy or assistant lead of the phase publishes.</p>}
      {run.reviewedAt && run.reviewedBy ? (
        <p className="small">
          Looked through by {run.reviewedBy}, {sayMoment(run.reviewedAt)}.
        </p>
      ) : null}
      {run.mayRun && run.figures.published === 0 ? (
        <p>
          <a href={`/hub/matching/${run.id}/discard`}>Discard this run</a>
        </p>
      ) : null}
    </section>
  );
}

/** Schools are offered a place with its dates. */
function checkOfPlanned(planned: readonly MatchGroupView[]): ConditionItem[] {
  if (planned.length === 0) return [];
  const one = planned.length === 1;
  return [
    {
      state: "to_confirm",
      sentence: `${count(planned.length, "group")} ${one ? "has" : "have"} no dates yet`,
      evidence: `${namesOf(planned)}. Add the dates and open ${one ? "it" : "them"}; until then ${one ? "its" : "their"} schools are left for later`,
    },
  ];
}

function sayWhatHappens(groups: readonly MatchGroupView[], toTell: number, toMove: number): string {
  const offers = groups.reduce((sum, { proposed }) => sum + proposed, 0) - toMove;
  const leads = groups.filter(
    ({ proposed, lead, leadFound }) => proposed > 0 && lead === null && leadFound === "proposed",
  ).length;
  const parts = [
    ...(leads > 0 ? [`gives ${count(leads, "group")} ${leads === 1 ? "its" : "their"} lead`] : []),
    ...(offers > 0 ? [`offers ${count(offers, "place")}`] : []),
    ...(toMove > 0 ? [`moves ${count(toMove, "school")} to another group`] : []),
    ...(toTell > 0
      ? [`tells ${count(toTell, "school")} that ${toTell === 1 ? "it waits" : "they wait"}, and why`]
      : []),
  ];
  return `Publishing ${listWords(parts)}, by e-mail. What has changed since the run is left out and named here. It cannot be taken back all at once.`;
}

function partsOf(groups: readonly MatchGroupView[], toTell: number) {
  return [
    ...groups
      .filter(({ proposed }) => proposed > 0)
      .map(({ id, name, proposed }) => ({ value: id, label: `${name}, ${count(proposed, "school")}` })),
    ...(toTell > 0
      ? [{ value: WAITING_PART, label: `${count(toTell, "school")} that ${toTell === 1 ? "waits" : "wait"}` }]
      : []),
  ];
}

function checkOfChoice(choice: GroupChoice): ConditionItem {
  return isBestChoice(choice)
    ? { state: "met", sentence: "No other choice of groups would be better" }
    : {
        state: "to_confirm",
        sentence: "Another choice of groups might be better",
        evidence: capital(sayGap(choice)),
      };
}

const NAMED = 5;

function namesOf(groups: readonly MatchGroupView[]): string {
  const names = groups.map(({ name }) => name);
  const more = names.length - NAMED;
  return listWords(more > 1 ? [...names.slice(0, NAMED), `${more} more`] : names);
}

/** Looked at each time the page is read: groups may have changed since the run. */
function checksOf(run: MatchRunView, groups: readonly MatchGroupView[]): ConditionItem[] {
  const filled = ({ taken, offered, proposed }: MatchGroupView) => taken + offered + proposed;
  const used = groups.filter(({ proposed }) => proposed > 0);
  const over = used.filter((group) => filled(group) > group.maximum);
  const under = used.filter((group) => filled(group) < group.minimum);
  const unled = used.filter(({ lead, leadFound }) => lead === null && leadFound !== "proposed");
  return [
    { state: "met", sentence: "Every school has a reason" },
    {
      state: run.certificate?.proved ? "met" : "not_yet",
      sentence: run.choice
        ? "With the groups that run, no other way places more schools, or costs them less"
        : "No other way places more schools, or costs them less",
    },
    ...(run.choice ? [checkOfChoice(run.choice)] : []),
    over.length === 0
      ? { state: "met", sentence: "No group is over its places" }
      : { state: "not_yet", sentence: "Some places have gone since the run", evidence: namesOf(over) },
    ...(unled.length > 0
      ? [
          {
            state: "to_confirm" as const,
            sentence: `${count(unled.length, "group")} ${unled.length === 1 ? "has" : "have"} no lead`,
            evidence: `${namesOf(unled)}${run.leadRole ? `. Missing: a ${sayDesignation(run.leadRole)}` : ""}`,
          },
        ]
      : []),
    ...checkOfPlanned(used.filter((group) => group.planned)),
    ...(under.length > 0
      ? [
          {
            state: "to_confirm" as const,
            sentence: `${count(under.length, "group")} would have fewer schools than ${under.length === 1 ? "it needs" : "they need"}`,
            evidence: namesOf(under),
          },
        ]
      : []),
  ];
}
