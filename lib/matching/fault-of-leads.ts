import type { LeadAssignment } from "./assign-leads";
import type { LeadInput, LedGroup } from "./lead-input";
import type { MatchLead } from "./match-input";

/**
 * The first rule that an assignment of leads breaks, as a sentence, or undefined (invariant I8 of model.md section 2.8):
 * one line for each group, roles, hubs, days and reach, nobody over their load, in two groups at once, in their own
 * school's group or both lead and co-lead. Reads the people as they were given and shares no code with the solver.
 */
export function faultOfLeads(
  { leads, groups }: LeadInput,
  assignments: readonly LeadAssignment[],
): string | undefined {
  const people = new Map(leads.map((lead) => [lead.id, lead]));
  const byId = new Map(groups.map((group) => [group.id, group]));
  if (assignments.length !== groups.length) return "There is not one line for each group.";
  const load = new Map<string, number>();
  const weeks = new Set<string>();
  for (const { group: id, lead, coLead } of assignments) {
    const group = byId.get(id);
    if (!group || !byId.delete(id)) return `Group ${id} is unknown or has two lines.`;
    if (lead !== null && lead === coLead) return `Group ${id} has one person twice.`;
    if (coLead !== null && !group.wantsCoLead) return `Group ${id} wants no co-lead.`;
    for (const one of [lead, coLead]) {
      if (one === null) continue;
      const week = `${one} ${group.weekday} ${group.pattern ?? 0}`;
      if (weeks.has(week)) return `Lead ${one} has two groups at the time of group ${id}.`;
      weeks.add(week);
      load.set(one, (load.get(one) ?? 0) + 1);
      const person = people.get(one);
      if (!person || !mayLead(person, group)) return `Lead ${one} may not lead group ${id}.`;
      if ((load.get(one) ?? 0) > person.load) return `Lead ${one} leads more than ${person.load} groups.`;
    }
  }
  return undefined;
}

function mayLead(person: MatchLead, group: LedGroup): boolean {
  const holdsRole = group.role !== undefined && person.roles.includes(group.role);
  const isFree = Math.floor(person.days / 2 ** group.weekday) % 2 === 1;
  const schools = [...group.members.map(({ school }) => school), ...(group.heldBy ?? [])];
  const ownSchool = [person.school, ...(person.otherSchools ?? [])].some((own) =>
    schools.includes(own ?? ""),
  );
  const isElsewhere = (person.busy ?? []).some(
    ({ weekday, pattern }) =>
      weekday === group.weekday && (pattern === (group.pattern ?? 0) || pattern * (group.pattern ?? 0) === 0),
  );
  return (
    holdsRole &&
    isFree &&
    !isElsewhere &&
    !ownSchool &&
    person.hubs.includes(group.hub) &&
    isInReach(person, group)
  );
}

function isInReach(person: MatchLead, group: LedGroup): boolean {
  if (group.online) return true;
  const east = (person.easting ?? Number.NaN) - (group.easting ?? Number.NaN);
  const north = (person.northing ?? Number.NaN) - (group.northing ?? Number.NaN);
  return Math.floor(Math.floor(Math.hypot(east, north)) / 100) <= 10 * person.maximumKm;
}
