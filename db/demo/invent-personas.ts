import type { Role } from "@/lib/access/actor";
import { newId } from "@/lib/kernel/ids";
import { addPerson, type Country } from "./country";
import { staffKey } from "./invent-people";

export interface Persona {
  readonly personId: string;
  readonly situation: string;
}

export interface Trust {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** One person to sign in as for each kind of user, all around one hub, so that they meet in the same applications and groups. */
export function choosePersonas(country: Country, trusts: readonly Trust[]): Persona[] {
  const hub = busiestHub(country);
  const staff = (role: string, phase: string | null = null) =>
    country.hubStaff.get(staffKey(hub.id, role, phase)) ?? "";
  const school =
    country.schools.find(
      (candidate) =>
        candidate.hubId === hub.id && candidate.kind === "primary" && hasStartedPlace(country, candidate.id),
    ) ?? country.schools[0];
  if (!school) return [];
  const place = country.applications.find(
    (application) => application.organisationId === school.id && application.placement === "started",
  );
  const lead =
    country.workGroupLeads.find((row) => row.workGroupId === place?.workGroupId)?.personId ??
    country.leadsOfHub.get(hub.id)?.[0] ??
    "";
  const partners = country.grants.filter(
    (grant) => grant.role === "intensive_support_partner" && grant.hubId === hub.id,
  );
  const busy = country.supportCases.find(
    (row) => row.hubId === hub.id && row.partnerId && row.partnerId !== lead,
  )?.partnerId;
  const partner = busy ?? partners.find((grant) => grant.personId !== lead)?.personId ?? "";
  const trust =
    trusts.find(
      (candidate) =>
        candidate.code === country.schools.find((one) => one.hubId === hub.id && one.trustCode)?.trustCode,
    ) ?? trusts[0];
  const start = `${country.year - 1}-09-01`;
  const grant = (
    role: Role,
    scope: { hubId?: string; organisationId?: string },
    personId = addPerson(country, "personas").id,
  ) => {
    country.grants.push({ id: newId(), personId, role, startedOn: start, ...scope });
    return personId;
  };
  const participant = country.participants.find((row) => row.applicationId === place?.id)?.personId;
  const head = country.headteachers.get(school.id)?.id ?? "";
  return [
    {
      personId: country.mathsLeads.get(school.id) ?? "",
      situation: `School maths lead of ${school.name}: applies, sees the group and the journey`,
    },
    { personId: head, situation: `Headteacher of ${school.name}: agrees to commitments` },
    ...(trust
      ? [
          {
            personId: grant("trust_lead", { organisationId: trust.id }),
            situation: `Leads maths for ${trust.name}, over several hubs`,
          },
        ]
      : []),
    ...(participant
      ? [
          {
            personId: grant("participant", { organisationId: school.id }, participant),
            situation: `Teacher who takes part in a Work Group for ${school.name}`,
          },
        ]
      : []),
    { personId: lead, situation: "Leads Work Groups and takes their registers" },
    { personId: partner, situation: "Intensive Support Partner of a school" },
    {
      personId: grant("research_innovation_lead", {}),
      situation: "Research and Innovation Lead of a national theme",
    },
    {
      personId: staff("assistant_hub_lead", "primary"),
      situation: `Assistant Maths Hub Lead, primary, ${hub.name}: decides applications and forms groups`,
    },
    {
      personId: staff("assistant_hub_lead", "secondary"),
      situation: `Assistant Maths Hub Lead, secondary, ${hub.name}`,
    },
    { personId: staff("hub_lead"), situation: `Maths Hub Lead of ${hub.name}` },
    { personId: staff("deputy_hub_lead"), situation: `Deputy lead of ${hub.name}` },
    {
      personId: staff("project_manager"),
      situation: `Project manager of ${hub.name}: contacts, sessions, venues`,
    },
    {
      personId: grant("senior_leadership_link", { hubId: hub.id }),
      situation: `Senior Leadership Link of ${hub.name}`,
    },
    {
      personId: grant("strategic_board", { hubId: hub.id }),
      situation: `Member of the Strategic Board of ${hub.name}`,
    },
    { personId: grant("national_team", {}), situation: "National team: programmes, offers and all hubs" },
    { personId: grant("operator", {}), situation: "Operator: runs the service" },
  ].filter((persona) => persona.personId !== "");
}

function busiestHub(country: Country) {
  const sizes = new Map<string, number>();
  for (const application of country.applications)
    sizes.set(application.hubId, (sizes.get(application.hubId) ?? 0) + 1);
  const [first] = [...country.hubs].sort(
    (a, b) => (sizes.get(b.id) ?? 0) - (sizes.get(a.id) ?? 0) || a.code.localeCompare(b.code),
  );
  if (!first) throw new Error("The demonstration needs the hubs of the reference data");
  return first;
}

function hasStartedPlace(country: Country, schoolId: string): boolean {
  return country.applications.some(
    (application) => application.organisationId === schoolId && application.placement === "started",
  );
}
