import { and, eq, inArray, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { offerRules, offers, programmes } from "@/db/schema/programmes";
import type { AcademicYear } from "@/lib/kernel/academic-year";
import type { IsoDate } from "@/lib/kernel/dates";
import { windowAround } from "./offer-dates";
import type { ProgrammeDescription } from "./programme-description";
import { allProgrammes, type OfferSpecification, offersFor } from "./programmes";

type NewOffer = typeof offers.$inferInsert;

/**
 * All programmes with their offers of two past academic years, the current and the next. Safe to run again: programmes are
 * refreshed, an offer that is there is left as somebody may have edited it.
 */
export async function loadProgrammes(
  db: Queryable,
  { currentYear }: { currentYear: AcademicYear },
): Promise<void> {
  const ids = await upsertProgrammes(db);
  const years = [currentYear - 2, currentYear - 1, currentYear, currentYear + 1];
  for (const programme of allProgrammes) {
    const programmeId = ids.get(programme.slug);
    if (!programmeId) throw new Error(`No programme ${programme.slug}`);
    await insertOffers(
      db,
      programmeId,
      years.flatMap((year) => offersFor(programme, year)),
    );
  }
}

/**
 * Moves the windows of one year's offers so that they stand around a day, whatever its month; themes of one programme stay
 * together. For the demonstration only.
 */
export async function moveWindows(db: Queryable, year: AcademicYear, day: IsoDate): Promise<void> {
  const rows = await db
    .select({ offer: offers, position: programmes.position })
    .from(offers)
    .innerJoin(programmes, eq(offers.programmeId, programmes.id))
    .where(and(eq(offers.academicYear, year), eq(programmes.opensToApplications, true)));
  for (const { offer, position } of rows) {
    await db
      .update(offers)
      .set(windowAround(day, offer, position))
      .where(eq(offers.id, offer.id));
  }
}

async function upsertProgrammes(db: Queryable): Promise<Map<string, string>> {
  const rows = await db
    .insert(programmes)
    .values(allProgrammes.map(programmeRow))
    .onConflictDoUpdate({
      target: programmes.slug,
      set: {
        name: sql`excluded.name`,
        shortName: sql`excluded.short_name`,
        summary: sql`excluded.summary`,
        phase: sql`excluded.phase`,
        keyStages: sql`excluded.key_stages`,
        format: sql`excluded.format`,
        unit: sql`excluded.unit`,
        stage: sql`excluded.stage`,
        ladderPhase: sql`excluded.ladder_phase`,
        strand: sql`excluded.strand`,
        leadRole: sql`excluded.lead_role`,
        position: sql`excluded.position`,
        audiences: sql`excluded.audiences`,
        keywords: sql`excluded.keywords`,
        opensToApplications: sql`excluded.opens_to_applications`,
      },
    })
    .returning({ id: programmes.id, slug: programmes.slug });
  return new Map(rows.map((row) => [row.slug, row.id]));
}

function programmeRow(programme: ProgrammeDescription, index: number): typeof programmes.$inferInsert {
  const { offer: _offer, variants: _variants, code: _code, ...row } = programme;
  return {
    ...row,
    keyStages: [...row.keyStages],
    audiences: [...row.audiences],
    stage: row.stage ?? null,
    ladderPhase: row.ladderPhase ?? null,
    keywords: row.keywords ?? "",
    opensToApplications: row.opensToApplications ?? true,
    position: index + 1,
  };
}

async function insertOffers(
  db: Queryable,
  programmeId: string,
  specifications: readonly OfferSpecification[],
): Promise<void> {
  const byKey = new Map(specifications.map((specification) => [keyOf(specification), specification]));
  const added = await db
    .insert(offers)
    .values(specifications.map((specification) => offerRow(programmeId, specification)))
    .onConflictDoNothing()
    .returning({ id: offers.id, academicYear: offers.academicYear, code: offers.code });
  if (added.length === 0) return;
  const rules = added.flatMap((offer) =>
    (byKey.get(keyOf(offer))?.rules ?? []).map((rule, position) => ({ offerId: offer.id, position, rule })),
  );
  await db.delete(offerRules).where(
    inArray(
      offerRules.offerId,
      added.map((offer) => offer.id),
    ),
  );
  if (rules.length > 0) await db.insert(offerRules).values(rules);
}

function keyOf(offer: { academicYear: AcademicYear; code: string }): string {
  return `${offer.academicYear} ${offer.code}`;
}

function offerRow(programmeId: string, specification: OfferSpecification): NewOffer {
  const { description, rules: _rules, ...row } = specification;
  const { group, participants, agrees, ...texts } = description;
  return {
    ...row,
    ...texts,
    programmeId,
    minimumSchools: group[0],
    maximumSchools: group[1],
    minimumParticipants: participants[0],
    maximumParticipants: participants[1],
    commitmentText: agrees.join("\n"),
  };
}
