import type { Role } from "@/lib/access/actor";
import { newId } from "@/lib/kernel/ids";
import { addPerson, type Country, type HubFacts } from "./country";
import { staffKey } from "./invent-people";
import type { InventedSchool } from "./invent-schools";
import type { Setting } from "./setting";

export interface Persona {
  readonly personId: string;
  readonly situation: string;
}

export interface Trust {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** The people and things around which the personas stand: one hub, one of its schools, that school's group. */
interface Stage {
  readonly hub: HubFacts;
  readonly school: InventedSchool;
  readonly leadId: string;
  readonly partnerId: string;
  readonly participantId: string | undefined;
}

/** One person to sign in as for each kind of user, all around one hub, so that they meet in the same applications and groups. */
export function choosePersonas(country: Country, trusts: readonly Trust[], setting: Setting): Persona[] {
  const stage = setStage(country, setting);
  const personas = [
    ...ofTheSchool(country, stage, trusts),
    ...ofTheLeads(country, stage),
    ...ofTheHub(country, stage),
    ...ofTheNation(country),
  ];
  return personas.filter((persona) => persona.personId !== "");
}

function setStage(country: Country, { hub, school, leadId }: Setting): Stage {
  const place = country.applications.find(
    (application) => application.organisationId === school.id && application.placement === "started",
  );
  const partnerId =
    country.supportCases.find((row) => row.hubId === hub.id && row.partnerId && row.partnerId !== leadId)
      ?.partnerId ?? "";
  const participantId = country.participants.find((row) => row.applicationId === place?.id)?.personId;
  return { hub, school, leadId, partnerId, participantId };
}

function ofTheSchool(
  country: Country,
  { hub, school, participantId }: Stage,
  trusts: readonly Trust[],
): Persona[] {
  const trustCode = country.schools.find((one) => one.hubId === hub.id && one.trustCode)?.trustCode;
  const trust = trusts.find((candidate) => candidate.code === trustCode) ?? trusts[0];
  return [
    { personId: country.mathsLeads.get(school.id) ?? "", situation: `School maths lead of ${school.name}` },
    { personId: country.headteachers.get(school.id)?.id ?? "", situation: `Headteacher of ${school.name}` },
    {
      personId: trust ? granted(country, "trust_lead", { organisationId: trust.id }) : "",
      situation: `Leads maths for ${trust?.name ?? "a trust"}, over several hubs`,
    },
    {
      personId: participantId
        ? granted(country, "participant", { organisationId: school.id }, participantId)
        : "",
      situation: `Teacher who takes part in a Work Group for ${school.name}`,
    },
  ];
}

function ofTheLeads(country: Country, { leadId, partnerId }: Stage): Persona[] {
  return [
    { personId: leadId, situation: "Leads Work Groups and takes their registers" },
    { personId: partnerId, situation: "Intensive Support Partner of a school" },
    {
      personId: granted(country, "research_innovation_lead", {}),
      situation: "Research and Innovation Lead of a national theme",
    },
  ];
}

function ofTheHub(country: Country, { hub }: Stage): Persona[] {
  const staff = (role: string, phase: string | null = null) =>
    country.hubStaff.get(staffKey(hub.id, role, phase)) ?? "";
  return [
    {
      personId: staff("assistant_hub_lead", "primary"),
      situation: `Assistant Maths Hub Lead, primary, ${hub.name}`,
    },
    {
      personId: staff("assistant_hub_lead", "secondary"),
      situation: `Assistant Maths Hub Lead, secondary, ${hub.name}`,
    },
    { personId: staff("hub_lead"), situation: `Maths Hub Lead of ${hub.name}` },
    { personId: staff("deputy_hub_lead"), situation: `Deputy lead of ${hub.name}` },
    { personId: staff("project_manager"), situation: `Project manager of ${hub.name}` },
    {
      personId: granted(country, "senior_leadership_link", { hubId: hub.id }),
      situation: `Senior Leadership Link of ${hub.name}`,
    },
    {
      personId: granted(country, "strategic_board", { hubId: hub.id }),
      situation: `Member of the Strategic Board of ${hub.name}`,
    },
  ];
}

function ofTheNation(country: Country): Persona[] {
  return [
    { personId: granted(country, "national_team", {}), situation: "National team, all hubs" },
    { personId: granted(country, "operator", {}), situation: "Operator of the service" },
  ];
}

/** Gives a role to somebody, who is invented for it unless there is one already. */
function granted(
  country: Country,
  role: Role,
  scope: { hubId?: string; organisationId?: string },
  personId = addPerson(country, "personas").id,
): string {
  country.grants.push({ id: newId(), personId, role, startedOn: `${country.year - 1}-09-01`, ...scope });
  return personId;
}
