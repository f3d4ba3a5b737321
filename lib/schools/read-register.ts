import { and, eq, isNull, ne, or, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { hubs, localAuthorities } from "@/db/schema/hubs";
import {
  establishmentLinks,
  establishments,
  hubOverrides,
  organisations,
  organisationUrns,
} from "@/db/schema/schools";
import type { IsoDate } from "@/lib/kernel/dates";
import type { PriorityAreas } from "./register-rules";
import type { RegisterLink, RegisterSchool } from "./succession-rules";

export type Organisation = typeof organisations.$inferSelect;
/** The facts of an establishment that its organisation carries. */
export type RegisterFactsRow = Awaited<ReturnType<typeof readFacts>>[number];

export interface SchoolInRegister extends RegisterSchool {
  readonly name: string;
  readonly openedOn: IsoDate | null;
}

/** The register, the organisations that stand for it, and which hub looks after which authority. */
export interface Register {
  readonly schools: ReadonlyMap<number, SchoolInRegister>;
  readonly links: readonly RegisterLink[];
  /** Of the open establishments, and of those that an organisation points to. */
  readonly facts: ReadonlyMap<number, RegisterFactsRow>;
  readonly organisations: ReadonlyMap<string, Organisation>;
  /** Which organisation has, or once had, a URN. */
  readonly organisationOf: ReadonlyMap<number, string>;
  readonly hubOfAuthority: ReadonlyMap<string, string>;
  readonly hubNames: ReadonlyMap<string, string>;
  /** The hub of an organisation that is not its authority's. */
  readonly overrides: ReadonlyMap<string, string>;
  readonly areas: PriorityAreas;
}

export async function readRegister(db: Queryable): Promise<Register> {
  const schools = await db
    .select({
      urn: establishments.urn,
      name: establishments.name,
      open: establishments.open,
      openedOn: establishments.openedOn,
      closedOn: establishments.closedOn,
    })
    .from(establishments);
  const links = await db
    .select({
      urn: establishmentLinks.urn,
      linkUrn: establishmentLinks.linkUrn,
      linkType: establishmentLinks.linkType,
    })
    .from(establishmentLinks);
  const facts = await readFacts(db);
  return {
    schools: new Map(schools.map(({ urn, ...school }) => [urn, school])),
    links,
    facts: new Map(facts.map((row) => [row.urn, row])),
    ...(await readOrganisations(db)),
    ...(await readHubs(db)),
  };
}

async function readFacts(db: Queryable) {
  return db
    .select({
      urn: establishments.urn,
      name: establishments.name,
      typeName: establishments.typeName,
      typeGroup: establishments.typeGroup,
      phaseName: establishments.phaseName,
      stateFunded: establishments.stateFunded,
      lowAge: establishments.lowAge,
      highAge: establishments.highAge,
      trustCode: establishments.trustCode,
      town: establishments.town,
      postcode: establishments.postcode,
      laCode: establishments.laCode,
      districtName: establishments.districtName,
      easting: establishments.easting,
      northing: establishments.northing,
      pupils: establishments.pupils,
      disadvantaged: establishments.disadvantaged,
    })
    .from(establishments)
    .where(or(establishments.open, sql`${establishments.urn} in (select urn from ${organisations})`));
}

async function readOrganisations(
  db: Queryable,
): Promise<Pick<Register, "organisations" | "organisationOf" | "overrides">> {
  const rows = await db.select().from(organisations).where(ne(organisations.kind, "trust"));
  const urns = await db
    .select({ urn: organisationUrns.urn, id: organisationUrns.organisationId })
    .from(organisationUrns);
  const overrides = await db
    .select({ id: hubOverrides.organisationId, hubId: hubOverrides.hubId })
    .from(hubOverrides)
    .where(isNull(hubOverrides.finishedOn));
  return {
    organisations: new Map(rows.map((row) => [row.id, row])),
    organisationOf: new Map(urns.map(({ urn, id }) => [urn, id])),
    overrides: new Map(overrides.map(({ id, hubId }) => [id, hubId])),
  };
}

async function readHubs(db: Queryable): Promise<Pick<Register, "hubOfAuthority" | "hubNames" | "areas">> {
  const rows = await db
    .select({
      code: localAuthorities.code,
      hubId: localAuthorities.hubId,
      hub: hubs.name,
      whole: localAuthorities.priorityEducationInvestmentArea,
      districts: localAuthorities.priorityDistricts,
    })
    .from(localAuthorities)
    .innerJoin(hubs, and(eq(hubs.id, localAuthorities.hubId)));
  return {
    hubOfAuthority: new Map(rows.map(({ code, hubId }) => [code, hubId])),
    hubNames: new Map(rows.map(({ hubId, hub }) => [hubId, hub])),
    areas: {
      authorities: new Set(rows.filter(({ whole }) => whole).map(({ code }) => code)),
      districts: new Map(rows.map(({ code, districts }) => [code, districts])),
    },
  };
}
