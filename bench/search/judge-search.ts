import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/access/context";
import { stopwatch } from "@/lib/kernel/clock";
import { searchSchools } from "@/lib/schools/queries/search-schools";
import { cpuClock } from "./cpu-clock";
import { type LabelledQuestion, labelledQuestions, type RegisterRow } from "./labelled-questions";

export interface Judged {
  readonly question: LabelledQuestion;
  /** 1 for the first answer, 0 for none of the first three. */
  readonly place: number;
  readonly answers: readonly string[];
  /** The fastest of the rounds: other work on the machine is no part of the query. */
  readonly milliseconds: number;
  /** The least that a round cost, in milliseconds of a processor: ours and Postgres's. */
  readonly cpu: number;
}

/** A question slower than this is asked again: whatever else the machine did then does not happen every time. */
const SLOW = 15;
const AGAIN = 12;

/** Draws questions from the register in the database and asks each of them, in rounds. */
export async function judgeSearch(
  ctx: Ctx,
  { seed, each, rounds }: { seed: string; each: number; rounds: number },
): Promise<Judged[]> {
  const questions = labelledQuestions(await readRows(ctx), { seed, each });
  const judged: Judged[] = [];
  const cpu = await cpuClock(ctx);
  for (const question of questions) judged.push(await ask(ctx, question, { rounds, cpu }));
  return judged;
}

async function ask(
  ctx: Ctx,
  question: LabelledQuestion,
  { rounds, cpu }: { rounds: number; cpu: () => number },
): Promise<Judged> {
  let milliseconds = Number.POSITIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  let found: Awaited<ReturnType<typeof searchSchools>> = [];
  for (let round = 0; round < (milliseconds > SLOW ? rounds + AGAIN : rounds); round += 1) {
    const elapsed = stopwatch();
    const before = cpu();
    found = await searchSchools(ctx, { text: question.text });
    milliseconds = Math.min(milliseconds, elapsed());
    least = Math.min(least, cpu() - before);
  }
  const first = found.slice(0, 3);
  return {
    question,
    place: first.findIndex(({ urn }) => question.right.has(urn)) + 1,
    answers: first.map(({ urn, name, town }) => `${urn} ${name}, ${town}`),
    milliseconds,
    cpu: least,
  };
}

async function readRows(ctx: Ctx): Promise<RegisterRow[]> {
  const { rows } = await ctx.db.execute<Record<keyof RegisterRow, never>>(sql`
    select e.urn, e.name, e.town, e.postcode, e.open, e.search_text as "searchText",
      case when o.open then o.urn end as today
    from establishments e
      left join organisation_urns u on u.urn = e.urn left join organisations o on o.id = u.organisation_id
    order by e.urn`);
  return rows;
}

export interface Score {
  readonly asked: number;
  readonly inFirstThree: number;
  /** Questions that fit one school only, and how many of them have it first. */
  readonly clear: number;
  readonly first: number;
  readonly p50: number;
  readonly p95: number;
  readonly cpu95: number;
}

export function score(judged: readonly Judged[]): Score {
  const clear = judged.filter(({ question }) => question.right.size === 1);
  const times = sorted(judged.map(({ milliseconds }) => milliseconds));
  return {
    asked: judged.length,
    inFirstThree: share(judged.filter(({ place }) => place > 0).length, judged.length),
    clear: clear.length,
    first: share(clear.filter(({ place }) => place === 1).length, clear.length),
    p50: at(times, 0.5),
    p95: at(times, 0.95),
    cpu95: at(sorted(judged.map(({ cpu }) => cpu)), 0.95),
  };
}

function share(some: number, all: number): number {
  return all === 0 ? 1 : some / all;
}

function sorted(numbers: readonly number[]): number[] {
  return [...numbers].sort((a, b) => a - b);
}

function at(ordered: readonly number[], quantile: number): number {
  return ordered[Math.min(ordered.length - 1, Math.ceil(ordered.length * quantile) - 1)] ?? 0;
}
