import { eq, inArray, type SQL, sql } from "drizzle-orm";
import { hubs } from "@/db/schema/hubs";
import { establishments, organisations, organisationUrns } from "@/db/schema/schools";
import type { Ctx } from "@/lib/access/context";
import { PAGE_SIZE } from "@/lib/kernel/paging";
import { sayPhase } from "../search/phase-words";
import { type Question, readQuestion } from "../search/question";
import { type Candidate, rank } from "../search/rank";
import { asMeant, asNearlyMeant, asTyped, type NearWords } from "../search/text-query";
import { findNearWords } from "./near-words";

/** A school as a list of answers shows it: register facts that tell it from another of its name. */
export interface FoundSchool {
  readonly urn: number;
  readonly name: string;
  readonly town: string | null;
  readonly postcode: string | null;
  readonly phase: string | null;
  readonly hub: string | null;
  /** Null for a school that closed and that no other carries on. */
  readonly organisationId: string | null;
  readonly open: boolean;
  /** The name or URN it was found by, where it has another today. */
  readonly formerly: string | null;
}

export interface SearchSchools {
  readonly text: string;
  /** 25 at most. */
  readonly limit?: number;
  /** Looks among these organisations only; closed schools without an organisation are then left out. */
  readonly among?: SQL | undefined;
}

/** Rows that are compared with the question one by one; more than these fit only where it says too little. */
const MOST_CANDIDATES = 300;
/** Of schools that have nothing but "primary school" in common, any few will do. */
const ENOUGH_FOR_VAGUE = 60;

/**
 * The schools that a text means, best first: by name, town, URN or postcode, as people type them. A school that closed is
 * answered with the one that carries it on. Nothing for a text of fewer than three letters.
 */
export async function searchSchools(
  ctx: Ctx,
  { text, limit = PAGE_SIZE, among }: SearchSchools,
): Promise<FoundSchool[]> {
  const question = readQuestion(text);
  if (!question) return [];
  const most = Math.min(limit, PAGE_SIZE);
  const { candidates, near } = await findCandidates(ctx, question, among);
  // Twice as many as are shown, because a school and its predecessors are one answer.
  const best = rank(question, candidates, near).slice(0, most * 2);
  return (await view(ctx, best)).slice(0, most);
}

interface Found {
  readonly candidates: readonly Candidate[];
  readonly near: NearWords;
}

/** What was typed, where an open school has it all; else what was probably meant, a step looser each time. */
async function findCandidates(ctx: Ctx, question: Question, among: SQL | undefined): Promise<Found> {
  const typed = await fetchCandidates(ctx, asTyped(question), { among, ordered: !question.vague });
  if (question.vague || typed.some(({ open, carriedOn }) => open || carriedOn))
    return { candidates: typed, near: new Map() };
  const near = await findNearWords(ctx, question.telling);
  const meant = await fetchCandidates(ctx, asMeant(question, near), { among, ordered: true });
  if (typed.length + meant.length > 0) return { candidates: unique([...typed, ...meant]), near };
  const nearly = asNearlyMeant(question, near);
  const candidates = nearly ? await fetchCandidates(ctx, nearly, { among, ordered: true }) : [];
  return { candidates, near };
}

interface Looseness {
  readonly among: SQL | undefined;
  readonly ordered: boolean;
}

async function fetchCandidates(ctx: Ctx, words: string, { among, ordered }: Looseness): Promise<Candidate[]> {
  const visible =
    among &&
    sql`join ${organisationUrns} on ${organisationUrns.urn} = ${establishments.urn}
        join ${organisations} on ${organisations.id} = ${organisationUrns.organisationId} and ${among}`;
  // Only the few rows that are left are asked who carries them on: one by one, or Postgres would read every organisation.
  const { rows } = await ctx.db.execute<Candidate & Record<string, unknown>>(sql`
    select hit.urn, hit.open, hit.search_text as "searchText", heir.urn is not null as "carriedOn"
    from (
      select ${establishments.urn}, ${establishments.open}, ${establishments.searchText}
      from ${establishments} ${visible}
      where to_tsvector('simple', ${establishments.searchText}) @@ to_tsquery('simple', ${words})
      ${ordered ? sql`order by ${establishments.open} desc, ${establishments.urn} limit ${MOST_CANDIDATES}` : sql`limit ${ENOUGH_FOR_VAGUE}`}
    ) hit
    left join lateral (
      select ${organisationUrns.urn} from ${organisationUrns}
        join ${organisations} on ${organisations.id} = ${organisationUrns.organisationId} and ${organisations.open}
      where ${organisationUrns.urn} = hit.urn and not hit.open limit 1
    ) heir on true`);
  return rows;
}

const inRegister = {
  urn: establishments.urn,
  name: establishments.name,
  town: establishments.town,
  postcode: establishments.postcode,
  phaseName: establishments.phaseName,
  open: establishments.open,
};
const withUs = {
  id: organisations.id,
  kind: organisations.kind,
  urn: organisations.urn,
  name: organisations.name,
  town: organisations.town,
  postcode: organisations.postcode,
  phases: organisations.phases,
  open: organisations.open,
};

function fetchViews(ctx: Ctx, urns: readonly number[]) {
  return ctx.db
    .select({ found: inRegister, now: withUs, hub: hubs.name })
    .from(establishments)
    .leftJoin(organisationUrns, eq(organisationUrns.urn, establishments.urn))
    .leftJoin(organisations, eq(organisations.id, organisationUrns.organisationId))
    .leftJoin(hubs, eq(hubs.id, organisations.hubId))
    .where(inArray(establishments.urn, [...urns]));
}

async function view(ctx: Ctx, ranked: readonly Candidate[]): Promise<FoundSchool[]> {
  if (ranked.length === 0) return [];
  const urns = ranked.map(({ urn }) => urn);
  const rows = await fetchViews(ctx, urns);
  const byUrn = new Map(rows.map((row) => [row.found.urn, row]));
  const seen = new Set<string | number>();
  const schools: FoundSchool[] = [];
  for (const urn of urns) {
    const row = byUrn.get(urn);
    const key = row?.now?.id ?? urn;
    if (!row || seen.has(key)) continue;
    seen.add(key);
    schools.push(asFound(row));
  }
  return schools;
}

type Row = Awaited<ReturnType<typeof fetchViews>>[number];

function asFound({ found, now, hub }: Row): FoundSchool {
  const moved = now !== null && now.urn !== null && now.urn !== found.urn;
  const { urn, name, town, postcode } = moved ? { ...now, urn: now.urn ?? found.urn } : found;
  return {
    urn,
    name,
    town,
    postcode,
    phase: sayPhase(now, found.phaseName),
    hub,
    organisationId: now?.id ?? null,
    open: now?.open ?? found.open,
    formerly: moved ? formerName(found, now.name) : null,
  };
}

function formerName(found: { urn: number; name: string }, today: string): string {
  return found.name === today ? `URN ${found.urn}` : `${found.name}, URN ${found.urn}`;
}

function unique(candidates: readonly Candidate[]): Candidate[] {
  return [...new Map(candidates.map((row) => [row.urn, row])).values()];
}
