import { addPerson, type Country } from "./country";
import type { InventedSchool } from "./invent-schools";

const staffRoles = [
  { role: "hub_lead", phase: null },
  { role: "deputy_hub_lead", phase: null },
  { role: "assistant_hub_lead", phase: "primary" },
  { role: "assistant_hub_lead", phase: "secondary" },
  { role: "assistant_hub_lead", phase: "post16" },
  { role: "project_manager", phase: null },
] as const;

const designations = [
  "primary_mastery_specialist",
  "secondary_mastery_specialist",
  "pd_lead",
  "readiness_lead",
] as const;

export function staffKey(hubId: string, role: string, phase: string | null = null): string {
  return `${hubId} ${role} ${phase ?? ""}`;
}

/** Everybody who works in a school, for a hub or as a lead, with what they may do. */
export function inventPeople(country: Country): void {
  const grantedOn = `${country.year - 1}-09-01`;
  for (const hub of country.hubs) {
    for (const { role, phase } of staffRoles) {
      const person = addPerson(country, `${hub.code.toLowerCase()}.maths-hubs`);
      country.grants.push({ personId: person.id, role, hubId: hub.id, phase, startedOn: grantedOn });
      country.hubStaff.set(staffKey(hub.id, role, phase), person.id);
    }
  }
  for (const school of country.schools) inventSchoolStaff(country, school, grantedOn);
  inventLeads(country, grantedOn);
}

function inventSchoolStaff(country: Country, school: InventedSchool, grantedOn: string): void {
  const domain = `school-${school.urn}`;
  const mathsLead = addPerson(country, domain);
  const head = addPerson(country, domain);
  country.mathsLeads.set(school.id, mathsLead.id);
  country.headteachers.set(school.id, head);
  country.grants.push({
    personId: mathsLead.id,
    role: "school_maths_lead",
    organisationId: school.id,
    startedOn: grantedOn,
  });
  country.grants.push({
    personId: head.id,
    role: "headteacher",
    organisationId: school.id,
    startedOn: grantedOn,
  });
  country.employments.push({
    personId: mathsLead.id,
    organisationId: school.id,
    jobTitle: "Maths lead",
    startedOn: grantedOn,
  });
  country.employments.push({
    personId: head.id,
    organisationId: school.id,
    jobTitle: "Headteacher",
    startedOn: grantedOn,
  });
}

/** Bits of weekdays, Monday first; every third lead has said on which they can lead. */
const weekdaySets = [0b01110, 0b10111, 0b11010] as const;

function weekdaysOf({ now }: Country, index: number) {
  const weekdays = index % 3 === 1 ? weekdaySets[Math.floor(index / 3) % weekdaySets.length] : undefined;
  return weekdays ? { weekdays, weekdaysSaidAt: now } : {};
}

/** Leads are teachers of some school; each leads for the hub of that school, some support schools as Intensive Support Partners. */
function inventLeads(country: Country, grantedOn: string): void {
  const step = Math.max(1, Math.floor(country.schools.length / country.scale.leads));
  const homes = country.schools.filter((_, index) => index % step === 0).slice(0, country.scale.leads);
  for (const [index, school] of homes.entries()) {
    const lead = addPerson(country, `school-${school.urn}`);
    country.employments.push({
      personId: lead.id,
      organisationId: school.id,
      jobTitle: "Mastery Specialist",
      startedOn: grantedOn,
    });
    country.grants.push({
      personId: lead.id,
      role: "work_group_lead",
      hubId: school.hubId,
      startedOn: grantedOn,
    });
    country.schoolOfLead.set(lead.id, school.id);
    const designation = school.phases.includes("secondary")
      ? "secondary_mastery_specialist"
      : country.chance.pick(designations);
    country.leadProfiles.push({
      personId: lead.id,
      designations: [designation],
      daysOffered: country.chance.between(12, 37),
      maximumKm: country.chance.between(25, 60),
      ...weekdaysOf(country, index),
    });
    if (index % 5 === 0)
      country.grants.push({
        personId: lead.id,
        role: "intensive_support_partner",
        hubId: school.hubId,
        startedOn: grantedOn,
      });
    country.leadsOfHub.set(school.hubId, [...(country.leadsOfHub.get(school.hubId) ?? []), lead.id]);
  }
}
