import { eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { loadReference } from "@/db/reference/load";
import { loadProgrammes, moveWindows } from "@/db/reference/load-programmes";
import { applications, headteacherAgreements, participants } from "@/db/schema/applications";
import { events } from "@/db/schema/events";
import { postcodeDistricts } from "@/db/schema/geography";
import { hubNeighbours, hubs, localAuthorities } from "@/db/schema/hubs";
import { demonstrationPersonas, employments, grants, leadProfiles, people } from "@/db/schema/people";
import { offers, programmes } from "@/db/schema/programmes";
import { stagePeriods, stageRecommendations } from "@/db/schema/progression";
import { caseGoals, caseSteps, caseVisits, referrals, supportCases } from "@/db/schema/referrals";
import { organisations, organisationUrns } from "@/db/schema/schools";
import { attendances, workGroupLeads, workGroupSessions, workGroups } from "@/db/schema/workgroups";
import { currentAcademicYear } from "@/lib/kernel/academic-year";
import { londonDate } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import type { Country, HubFacts } from "./country";
import { insertRows } from "./insert-rows";
import { inventRecruitment } from "./invent-applications";
import { inventEvents } from "./invent-events";
import { inventRunningGroups } from "./invent-groups";
import { inventHistory } from "./invent-history";
import { inventIdleGroups } from "./invent-idle-groups";
import { inventMatchToRun } from "./invent-match-to-run";
import { inventPastGroups } from "./invent-past-groups";
import { inventPastSupport } from "./invent-past-support";
import { inventPeople } from "./invent-people";
import { choosePersonas, type Persona, type Trust } from "./invent-personas";
import { inventPlacements } from "./invent-placements";
import { inventProgression } from "./invent-progression";
import { inventRegister } from "./invent-register";
import { type InventedSchool, inventSchools } from "./invent-schools";
import { inventSupport } from "./invent-support";
import { placeName } from "./names";
import { chanceOf } from "./random";
import type { Scale } from "./scale";
import { chooseSetting } from "./setting";

export interface Filled {
  readonly schools: number;
  readonly applications: number;
  readonly groups: number;
  readonly people: number;
}

/** Fills an empty, migrated database with an invented country around the day of `now`, in the caller's transaction. The same day gives the same country. */
export async function fillDemonstration(db: Queryable, now: Date, scale: Scale): Promise<Filled> {
  const year = currentAcademicYear(now);
  // Between two statements a whole country is invented.
  await db.execute("set local idle_in_transaction_session_timeout = 0");
  await loadReference(db);
  await loadProgrammes(db, { currentYear: year });
  await moveWindows(db, year + 1, londonDate(now));
  const country = await emptyCountry(db, now, scale);
  inventPeople(country);
  const stages = inventHistory(country);
  inventRunningGroups(country, stages);
  const setting = chooseSetting(country);
  inventPastGroups(country);
  inventRecruitment(country, stages, setting);
  inventIdleGroups(country);
  const toMatch = inventMatchToRun(country, setting);
  inventPlacements(country, setting, toMatch);
  inventSupport(country, setting);
  const trusts = inventTrusts(country);
  const personas = choosePersonas(country, trusts, setting);
  inventProgression(country, personas);
  inventPastSupport(country, personas);
  inventEvents(country);
  await write(db, country, { trusts, personas });
  return {
    schools: country.schools.length,
    applications: country.applications.length,
    groups: country.workGroups.length,
    people: country.people.length,
  };
}

async function emptyCountry(db: Queryable, now: Date, scale: Scale): Promise<Country> {
  const day = londonDate(now);
  const chance = chanceOf(`${day} ${scale.schools}`);
  const authorities = await db
    .select({
      code: localAuthorities.code,
      name: localAuthorities.name,
      hubId: localAuthorities.hubId,
      priority: localAuthorities.priorityEducationInvestmentArea,
    })
    .from(localAuthorities)
    .orderBy(localAuthorities.code);
  const schools = inventSchools(chance, scale.schools, authorities, await districtFinder(db));
  const offerRows = await db
    .select()
    .from(offers)
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .orderBy(programmes.position, offers.code);
  return {
    day,
    now,
    year: currentAcademicYear(now),
    chance,
    scale,
    schools,
    hubs: await hubsWithNeighbours(db),
    offers: offerRows.map(({ offers: offer, programmes: programme }) => ({ ...programme, ...offer })),
    people: [],
    grants: [],
    employments: [],
    leadProfiles: [],
    stagePeriods: [],
    stageRecommendations: [],
    workGroups: [],
    workGroupLeads: [],
    sessions: [],
    applications: [],
    agreements: [],
    participants: [],
    attendances: [],
    referrals: [],
    supportCases: [],
    caseSteps: [],
    caseGoals: [],
    caseVisits: [],
    events: [],
    mathsLeads: new Map(),
    headteachers: new Map(),
    hubStaff: new Map(),
    leadsOfHub: new Map(),
    leadOfGroup: new Map(),
    schoolById: new Map(schools.map((school) => [school.id, school])),
    schoolOfLead: new Map(),
  };
}

async function hubsWithNeighbours(db: Queryable): Promise<HubFacts[]> {
  const pairs = await db.select().from(hubNeighbours);
  const rows = await db
    .select({ id: hubs.id, code: hubs.code, name: hubs.name, acceptsGuests: hubs.acceptsGuests })
    .from(hubs)
    .orderBy(hubs.code);
  return rows.map((hub) => ({
    ...hub,
    neighbours: new Set(pairs.filter(({ hubId }) => hubId === hub.id).map((pair) => pair.neighbourId)),
  }));
}

/** Finds the postcode district whose middle is nearest. */
async function districtFinder(db: Queryable): Promise<(easting: number, northing: number) => string> {
  const districts = await db.select().from(postcodeDistricts).orderBy(postcodeDistricts.code);
  return (easting, northing) => {
    let nearest = "ZZ1";
    let least = Number.POSITIVE_INFINITY;
    for (const district of districts) {
      const away = (district.easting - easting) ** 2 + (district.northing - northing) ** 2;
      if (away < least) {
        least = away;
        nearest = district.code;
      }
    }
    return nearest;
  };
}

function inventTrusts(country: Country): Trust[] {
  const codes = [
    ...new Set(country.schools.flatMap((school) => (school.trustCode ? [school.trustCode] : []))),
  ].sort();
  return codes.map((code) => ({ id: newId(), code, name: `${placeName(country.chance)} Learning Trust` }));
}

function organisationRow(school: InventedSchool): typeof organisations.$inferInsert {
  const { laName: _laName, kind: _kind, phases, ...row } = school;
  return { ...row, kind: "school", phases: [...phases], stateFunded: true };
}

async function write(
  db: Queryable,
  country: Country,
  { trusts, personas }: { trusts: readonly Trust[]; personas: readonly Persona[] },
): Promise<void> {
  await inventRegister(db, country.schools, country.now);
  await insertRows(db, organisations, country.schools.map(organisationRow));
  await insertRows(
    db,
    organisations,
    trusts.map((trust) => ({
      id: trust.id,
      kind: "trust" as const,
      name: trust.name,
      trustCode: trust.code,
      stateFunded: true,
    })),
  );
  await insertRows(
    db,
    organisationUrns,
    country.schools.map((school) => ({
      organisationId: school.id,
      urn: school.urn,
      startedOn: "2010-09-01",
    })),
  );
  await insertRows(db, people, country.people);
  await insertRows(db, grants, country.grants);
  await insertRows(db, employments, country.employments);
  await insertRows(db, leadProfiles, country.leadProfiles);
  await insertRows(db, stagePeriods, country.stagePeriods);
  await insertRows(db, workGroups, country.workGroups);
  await insertRows(db, workGroupLeads, country.workGroupLeads);
  await insertRows(db, workGroupSessions, country.sessions);
  await insertRows(db, applications, country.applications);
  await insertRows(db, headteacherAgreements, country.agreements);
  await insertRows(db, stageRecommendations, country.stageRecommendations);
  await insertRows(db, participants, country.participants);
  await insertRows(db, attendances, country.attendances);
  await insertRows(db, referrals, country.referrals);
  await insertRows(db, supportCases, country.supportCases);
  await insertRows(db, caseSteps, country.caseSteps);
  await insertRows(db, caseGoals, country.caseGoals);
  await insertRows(db, caseVisits, country.caseVisits);
  await insertRows(db, events, country.events);
  await insertRows(
    db,
    demonstrationPersonas,
    personas.map((persona, index) => ({ ...persona, position: index + 1 })),
  );
}
