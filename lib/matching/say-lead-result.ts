import { weekdayNames } from "@/lib/kernel/dates";
import { capital, count, listWords } from "@/lib/kernel/words";
import { sayDesignation } from "@/lib/people/say-designation";
import type { LeadObstacle } from "./lead-rules";
import type { MatchGroup, MatchLead } from "./match-input";
import type { LeadResult } from "./match-outcome";
import { ANY_ROLE } from "./rules";
import { sayTenths } from "./say-result";

export interface LeadFacts {
  readonly group: MatchGroup;
  /** Whom the result names. */
  readonly lead: MatchLead | undefined;
}

/** Why this person leads the group, or why nobody could be found: for the hub and the lead, with no other person named. */
export function sayLeadResult(result: LeadResult, { group, lead }: LeadFacts): string {
  if (!lead) return sayNobody(result, group);
  const { options, ledElsewhere } = result;
  const praise = listWords(praiseOf(result, lead, group));
  if (options === 1) return `The one person who could lead it: ${praise}.`;
  const start = `Of the ${options} people who could lead it, `;
  if (ledElsewhere === 0) return `${start}the one it suits best: ${praise}.`;
  const others = `${capital(count(ledElsewhere, "other"))} would suit it better and ${ledElsewhere === 1 ? "leads another group" : "lead other groups"} of this run: moving them here would not help all groups together.`;
  return `${start}the one with whom all groups together do best: ${praise}. ${others}`;
}

function praiseOf({ travel, ledBefore }: LeadResult, { daysLeft }: MatchLead, group: MatchGroup): string[] {
  return [
    `leads nothing else on ${weekdayNames[group.weekday]}s${group.pattern ? " of these weeks" : ""}`,
    ...(travel === null ? [] : [`works ${sayTenths(travel)} from the group`]),
    ...(daysLeft === null || daysLeft === undefined ? [] : [`has ${count(daysLeft, "day")} left this year`]),
    ...(ledBefore > 0 ? [`led ${count(ledBefore, "school")} of the group last year`] : []),
  ];
}

function sayNobody({ people, options, removedBy }: LeadResult, group: MatchGroup): string {
  if (people === 0) return "Nobody leads for the hub yet. Invite a lead first.";
  const could =
    options > 0 ? [`${options} could, but ${options === 1 ? "leads" : "lead"} other groups of this run`] : [];
  const cannot = removedBy.map(
    (one) => `${one.people} ${sayObstacle(one.obstacle, one.people === 1, group)}`,
  );
  return `Nobody is free to lead it. Of ${count(people, "person", "people")} who ${people === 1 ? "leads" : "lead"} for the hub, ${listWords([...could, ...cannot])}.`;
}

function sayObstacle(obstacle: LeadObstacle, one: boolean, { weekday, role }: MatchGroup): string {
  const day = weekdayNames[weekday];
  switch (obstacle) {
    case "role":
      return `${one ? "is" : "are"} not yet a ${sayDesignation(role ?? ANY_ROLE)}`;
    case "hub":
      return `${one ? "leads" : "lead"} for other hubs only`;
    case "own_school":
      return `${one ? "works" : "work"} at a school of the group`;
    case "load":
      return `${one ? "has" : "have"} no days left for another group`;
    case "weekday":
      return `${one ? "is" : "are"} not free on ${day}s`;
    case "busy":
      return `${one ? "leads" : "lead"} another group on ${day}s`;
    case "place_unknown":
      return `${one ? "has" : "have"} no school on record to measure the way from`;
    case "distance":
      return `${one ? "works" : "work"} farther away than they travel`;
  }
}
