import type { Instance } from "./instance";
import type { MatchGroup, MatchLead } from "./match-input";

/** A group that runs and needs a lead. */
export interface LedGroup extends MatchGroup {
  readonly members: readonly { readonly school: string; readonly previousLead: string | null }[];
}

export interface LeadInput {
  readonly leads: readonly MatchLead[];
  readonly groups: readonly LedGroup[];
}

/** The groups that have somebody placed in them, with those placed, and the people who may lead them. */
export function leadInputOf(
  { input, applications, groups }: Instance,
  groupOf: ArrayLike<number>,
): LeadInput {
  const members = groups.map((): { school: string; previousLead: string | null }[] => []);
  applications.forEach(({ school, previousLead }, index) => {
    members[groupOf[index] ?? -1]?.push({ school, previousLead });
  });
  const led = groups.map((group, index) => ({ ...group, members: members[index] ?? [] }));
  return { leads: input.leads ?? [], groups: led.filter((group) => group.members.length > 0) };
}

/** As above, only groups for which a lead is looked for: those of the run's own hub that have none. */
export function unledInputOf(instance: Instance, groupOf: ArrayLike<number>): LeadInput {
  const { leads, groups } = leadInputOf(instance, groupOf);
  return { leads, groups: groups.filter(({ lead, role }) => lead === null && role !== undefined) };
}
