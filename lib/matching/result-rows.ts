import type { matchLeads, matchResults } from "@/db/schema/matching";
import { explainPlacement } from "./explain-placement";
import { explainLead } from "./lead-explanation";
import type { MatchInput } from "./match-input";
import type { GroupResult, SizedGroupResult, SizedOutcome } from "./match-outcome";
import { sayLeadResult } from "./say-lead-result";
import { type Decider, sayResult } from "./say-result";

interface ResultsOfGroups extends Pick<SizedOutcome, "results"> {
  /** Without a state in a match in which groups may have any size, so that all run. */
  readonly groups: readonly (GroupResult & Partial<SizedGroupResult>)[];
}

/** What a run found of each application, with the sentence and the reasons that it would read. Who keeps the place it has is not told anything. */
export function resultRows(
  runId: string,
  input: MatchInput,
  { results, groups: found }: ResultsOfGroups,
): (typeof matchResults.$inferInsert)[] {
  const applications = new Map(input.applications.map((application) => [application.id, application]));
  const schools = new Map(input.schools.map((school) => [school.id, school]));
  const groups = new Map(input.groups.map((group) => [group.id, group]));
  const groupOf = (id: string) => known(groups.get(id), id);
  const placeOf = (id: string) => known(schools.get(id), id);
  const placesMove = input.applications.some(({ confirmedGroup }) => confirmedGroup !== null);
  const notRunning = new Set(found.filter(({ state }) => state === "does_not_run").map(({ group }) => group));
  const decider: Decider = input.overAllHubs ? "the national team" : "your hub";
  const told = results.filter((result) => {
    const { confirmedGroup } = known(applications.get(result.application), result.application);
    return result.reason !== "placed" || result.group !== confirmedGroup;
  });
  return told.map((result) => {
    const application = known(applications.get(result.application), result.application);
    const facts = {
      application,
      school: known(schools.get(application.school), application.school),
      groupOf,
      placeOf,
      placesMove,
      notRunning,
      decider,
    };
    return {
      runId,
      applicationId: application.id,
      workGroupId: result.reason === "placed" ? result.group : null,
      cost: result.reason === "placed" ? result.cost : null,
      options: result.options,
      tier: result.tier,
      outcome: { ...result },
      reason: sayResult(result, facts),
      explanation: { ...explainPlacement(result, { ...facts, runId }) },
    };
  });
}

/** Who would lead each group that has no lead, with the sentence that says why and its parts. */
export function leadRows(
  runId: string,
  input: MatchInput,
  { leads, results }: Pick<SizedOutcome, "leads" | "results">,
): (typeof matchLeads.$inferInsert)[] {
  const people = new Map(input.leads?.map((lead) => [lead.id, lead]));
  const groups = new Map(input.groups.map((group) => [group.id, group]));
  const ofLeads = leads?.results ?? [];
  return ofLeads.map((result) => {
    const group = known(groups.get(result.group), result.group);
    const lead = people.get(result.lead ?? "");
    const schools = results.filter((one) => one.reason === "placed" && one.group === group.id).length;
    const given = ofLeads.filter((one) => one.lead === result.lead).length;
    return {
      runId,
      workGroupId: result.group,
      personId: result.lead,
      reason: sayLeadResult(result, { group, lead }),
      explanation: lead ? { ...explainLead(result, { group, lead, schools, given }) } : null,
    };
  });
}

function known<Row>(row: Row | undefined, id: string): Row {
  if (!row) throw new Error(`The input has no ${id}`);
  return row;
}
