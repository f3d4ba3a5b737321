import { and, asc, eq, gte, type SQL, sql } from "drizzle-orm";
import { offerRules, offers, programmes } from "@/db/schema/programmes";
import type { Ctx } from "@/lib/access/context";
import { type AcademicYear, currentAcademicYear } from "@/lib/kernel/academic-year";
import type { OfferFacts } from "../eligibility/facts";
import { type OfferRule, parseRules } from "../eligibility/rule";
import { canSeeUnpublished } from "../policy";

/** An offer as lists and the engine need it. */
export interface CatalogueOffer extends OfferFacts {
  readonly code: string;
  readonly summary: string;
  readonly keywords: string;
  readonly phase: (typeof programmes.$inferSelect)["phase"];
  readonly format: (typeof programmes.$inferSelect)["format"];
  readonly keyStages: readonly string[];
  readonly audiences: readonly string[];
  readonly stage: (typeof programmes.$inferSelect)["stage"];
  readonly ladderPhase: (typeof programmes.$inferSelect)["ladderPhase"];
  /** A family of programmes, such as mastering_number. */
  readonly strand: string;
  readonly position: number;
  readonly audience: string;
  readonly timeNeeded: string;
  readonly meets: (typeof offers.$inferSelect)["meets"];
  readonly decisionsOn: string;
}

/** An offer with everything that its page, an application and a hub's plans need. */
export interface OfferView extends CatalogueOffer {
  readonly leadRole: string | null;
  readonly commitment: string;
  readonly funding: string;
  readonly sessions: number | null;
  readonly allocation: (typeof offers.$inferSelect)["allocation"];
  readonly minimumSchools: number;
  readonly maximumSchools: number;
  readonly minimumParticipants: number;
  readonly maximumParticipants: number;
  /** A promise a line, the cost in days first. */
  readonly commitmentText: string;
  readonly commitmentVersion: number;
  readonly releaseDays: number | null;
}

const rules = sql<
  unknown[]
>`coalesce((select json_agg(r.rule order by r.position) from ${offerRules} r where r.offer_id = ${offers.id}), '[]'::json)`;

const slim = {
  id: offers.id,
  programme: programmes.slug,
  name: programmes.name,
  shortName: programmes.shortName,
  theme: offers.theme,
  unit: programmes.unit,
  academicYear: offers.academicYear,
  opensOn: offers.opensOn,
  closesOn: offers.closesOn,
  startsOn: offers.startsOn,
  endsOn: offers.endsOn,
  opensToApplications: programmes.opensToApplications,
  rules,
  code: offers.code,
  summary: programmes.summary,
  keywords: programmes.keywords,
  phase: programmes.phase,
  format: programmes.format,
  keyStages: programmes.keyStages,
  audiences: programmes.audiences,
  stage: programmes.stage,
  ladderPhase: programmes.ladderPhase,
  strand: programmes.strand,
  position: programmes.position,
  audience: offers.audience,
  timeNeeded: offers.timeNeeded,
  meets: offers.meets,
  decisionsOn: offers.decisionsOn,
};

const whole = {
  ...slim,
  leadRole: programmes.leadRole,
  commitment: offers.commitment,
  funding: offers.funding,
  sessions: offers.sessions,
  allocation: offers.allocation,
  minimumSchools: offers.minimumSchools,
  maximumSchools: offers.maximumSchools,
  minimumParticipants: offers.minimumParticipants,
  maximumParticipants: offers.maximumParticipants,
  commitmentText: offers.commitmentText,
  commitmentVersion: offers.commitmentVersion,
  releaseDays: offers.releaseDays,
};

/** Every published offer of this academic year and later: some hundred rows, with what lists and routes need. */
export function listCatalogue(ctx: Ctx): Promise<CatalogueOffer[]> {
  return listSlim(ctx, gte(offers.academicYear, currentAcademicYear(ctx.now)));
}

export function listOffersForYear(ctx: Ctx, academicYear: AcademicYear): Promise<CatalogueOffer[]> {
  return listSlim(ctx, eq(offers.academicYear, academicYear));
}

export async function getOffer(ctx: Ctx, offerId: string): Promise<OfferView | undefined> {
  return (await listWhole(ctx, eq(offers.id, offerId)))[0];
}

/** The offers of a programme from this academic year on, whole: what its page chooses from. */
export function listOffersOfProgramme(ctx: Ctx, slug: string): Promise<OfferView[]> {
  return listWhole(
    ctx,
    and(eq(programmes.slug, slug), gte(offers.academicYear, currentAcademicYear(ctx.now))),
  );
}

/** The offer of a programme in an academic year; of a theme where there are several, else the first. */
export async function findOfferBySlugYear(
  ctx: Ctx,
  { slug, academicYear, theme }: { slug: string; academicYear: AcademicYear; theme?: string | null },
): Promise<OfferView | undefined> {
  const ofTheme = theme ? eq(offers.theme, theme) : undefined;
  const found = await listWhole(
    ctx,
    and(eq(programmes.slug, slug), eq(offers.academicYear, academicYear), ofTheme),
  );
  return found[0];
}

async function listSlim(ctx: Ctx, which: SQL | undefined): Promise<CatalogueOffer[]> {
  const rows = await ctx.db
    .select(slim)
    .from(offers)
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .where(and(which, published(ctx)))
    .orderBy(asc(offers.academicYear), asc(programmes.position), asc(offers.code));
  return rows.map(withRules);
}

async function listWhole(ctx: Ctx, which: SQL | undefined): Promise<OfferView[]> {
  const rows = await ctx.db
    .select(whole)
    .from(offers)
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .where(and(which, published(ctx)))
    .orderBy(asc(offers.academicYear), asc(offers.code));
  return rows.map(withRules);
}

function published(ctx: Ctx): SQL | undefined {
  return canSeeUnpublished(ctx.actor) ? undefined : eq(offers.published, true);
}

function withRules<Row extends { rules: unknown[] }>(row: Row): Omit<Row, "rules"> & { rules: OfferRule[] } {
  return { ...row, rules: parseRules(row.rules) };
}
