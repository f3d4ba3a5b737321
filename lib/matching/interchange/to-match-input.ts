import type { MatchGroup, MatchInput, MatchLead, Mode } from "../match-input";
import { POLICY_NUMBERS } from "../policy-numbers";
import { whyNotMatch } from "../why-not-match";
import { type InstanceFile, MalformedInstance } from "./instance-file";

const MODES: readonly Mode[] = ["either", "face_to_face", "online"];

/** Says an instance file in the words of the product. Throws MalformedInstance where its records contradict each other. */
export function toMatchInput(file: InstanceFile): MatchInput {
  const schoolOfLead = new Map(file.llmes.map((llme) => [llme.id, llme.school]));
  const roleOf = new Map(file.programmes.map(({ id, role }) => [id, role]));
  const input: MatchInput = {
    policy: POLICY_NUMBERS,
    hubs: file.hubs.map(({ id, neighbours }) => ({ id: String(id), neighbours: neighbours.map(String) })),
    schools: file.schools.map(({ id, hub, e, n }) => ({
      id: String(id),
      hub: String(hub),
      easting: e,
      northing: n,
    })),
    groups: file.groups.map((group) => toGroup(group, { schoolOfLead, roleOf })),
    applications: file.applications.map(toApplication),
    leads: file.llmes.map(toLead),
  };
  const wrong = whyNotMatch(input);
  if (wrong) throw new MalformedInstance(wrong);
  return input;
}

function toLead(llme: InstanceFile["llmes"][number]): MatchLead {
  return {
    id: String(llme.id),
    hub: String(llme.hub),
    school: idOrNull(llme.school),
    easting: llme.e,
    northing: llme.n,
    roles: llme.roles,
    days: llme.days,
    load: llme.load,
    hubs: llme.hubs.map(String),
    maximumKm: llme.maxKm,
  };
}

interface OfLeads {
  readonly schoolOfLead: ReadonlyMap<number, number>;
  readonly roleOf: ReadonlyMap<number, string>;
}

function toGroup(group: InstanceFile["groups"][number], { schoolOfLead, roleOf }: OfLeads): MatchGroup {
  return {
    id: String(group.id),
    offer: offerOf(group),
    hub: String(group.hub),
    weekday: group.day,
    online: group.online === 1,
    easting: group.e,
    northing: group.n,
    capacity: group.cap,
    minimum: group.min,
    participantLimit: group.people,
    held: 0,
    lead: idOrNull(group.lead),
    leadSchool: idOrNull(schoolOfLead.get(group.lead) ?? -1),
    acceptsGuests: true,
    role: roleOf.get(group.prog) ?? "",
    pattern: group.pattern,
    wantsCoLead: group.coLead === 1,
  };
}

function toApplication(application: InstanceFile["applications"][number]) {
  return {
    id: String(application.id),
    school: String(application.school),
    offer: offerOf(application),
    tier: application.tier,
    precedence: String(application.id).padStart(9, "0"),
    impossibleDays: application.cantDays,
    preferredDays: application.prefDays,
    mode: MODES[application.mode] ?? "either",
    maximumKm: application.maxKm,
    participants: application.participants,
    neighbourHubs: application.crossHub === 1,
    previousLead: idOrNull(application.prevLead),
    pinnedGroup: null,
    confirmedGroup: null,
  };
}

function offerOf({ prog, stage }: { readonly prog: number; readonly stage: number }): string {
  return `${prog}/${stage}`;
}

function idOrNull(id: number): string | null {
  return id < 0 ? null : String(id);
}
