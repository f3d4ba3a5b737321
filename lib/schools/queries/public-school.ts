import { eq } from "drizzle-orm";
import { hubs } from "@/db/schema/hubs";
import { establishments, organisations, organisationUrns } from "@/db/schema/schools";
import type { Ctx } from "@/lib/access/context";
import type { IsoDate } from "@/lib/kernel/dates";
import { sayPhase } from "../search/phase-words";

/** What anybody may read of a school: facts of the register, and which hub serves it. Nobody's name. */
export interface PublicSchool {
  readonly urn: number;
  readonly name: string;
  readonly town: string | null;
  readonly postcode: string | null;
  readonly phase: string | null;
  readonly authority: string | null;
  readonly stateFunded: boolean;
  readonly open: boolean;
  readonly closedOn: IsoDate | null;
  readonly record: SchoolRecord | null;
}

/** Our own record of the school, or of the one that carries it on. */
interface SchoolRecord {
  readonly organisationId: string;
  /** The URN it has today: another than was asked for where the school was carried on. */
  readonly urn: number | null;
  readonly open: boolean;
  readonly ladders: readonly string[];
  readonly hub: PublicHub | null;
}

interface PublicHub {
  readonly name: string;
  readonly email: string;
  readonly telephone: string | null;
}

/** A school by any URN that the register has ever given it. */
export async function findPublicSchool(ctx: Ctx, urn: number): Promise<PublicSchool | undefined> {
  const [row] = await ctx.db
    .select({ facts, record, hub: { name: hubs.name, email: hubs.email, telephone: hubs.telephone } })
    .from(establishments)
    .leftJoin(organisationUrns, eq(organisationUrns.urn, establishments.urn))
    .leftJoin(organisations, eq(organisations.id, organisationUrns.organisationId))
    .leftJoin(hubs, eq(hubs.id, organisations.hubId))
    .where(eq(establishments.urn, urn));
  if (!row) return undefined;
  const { phaseName, ...shown } = row.facts;
  const { record: ours, hub } = row;
  return {
    ...shown,
    phase: sayPhase(ours && { kind: ours.kind, phases: ours.ladders }, phaseName),
    record: ours && { ...ours, hub },
  };
}

const facts = {
  urn: establishments.urn,
  name: establishments.name,
  town: establishments.town,
  postcode: establishments.postcode,
  phaseName: establishments.phaseName,
  authority: establishments.laName,
  stateFunded: establishments.stateFunded,
  open: establishments.open,
  closedOn: establishments.closedOn,
};
const record = {
  organisationId: organisations.id,
  kind: organisations.kind,
  urn: organisations.urn,
  open: organisations.open,
  ladders: organisations.phases,
};
