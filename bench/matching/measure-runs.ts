import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { matchResults, matchRuns } from "@/db/schema/matching";
import { grants } from "@/db/schema/people";
import type { UserActor } from "@/lib/access/actor";
import { type Ctx, createContext } from "@/lib/access/context";
import { systemClock } from "@/lib/kernel/clock";
import { pageCount } from "@/lib/kernel/paging";
import { listMatchingOffers, type MatchingOffer } from "@/lib/matching/queries/matching-offers";
import { startMatchRun } from "@/lib/matching/start-match-run";
import { environmentOf } from "../pages/databases";

export interface MeasuredRun {
  readonly name: string;
  readonly hubs: number;
  readonly applications: number;
  readonly placed: number;
  readonly groups: number;
  /** Parts of the problem, and those of which the choice of groups is proved. */
  readonly proved: string;
  /** From the moment the worker had nothing else to do but this run. */
  readonly seconds: number;
}

export interface Measured {
  readonly runs: readonly MeasuredRun[];
  /** From the first run being enqueued to the last being ready. */
  readonly seconds: number;
  readonly peakMegabytes: number;
}

/** Throws when a run ends otherwise than worked out. */
export async function measureRuns(db: Database, url: string): Promise<Measured> {
  const ctx = createContext(db, await nationalActor(db), systemClock.now());
  const offers = await offersToMatch(ctx);
  const worker = await startWorker(url);
  try {
    const began = performance.now();
    const names = new Map<string, MatchingOffer>();
    for (const offer of offers) names.set(await start(ctx, offer), offer);
    const ready = await untilReady(db, [...names.keys()], began);
    const seconds = (performance.now() - began) / 1000;
    return { runs: await figuresOf(db, names, ready), seconds, peakMegabytes: peakOf(worker) };
  } finally {
    worker.kill("SIGTERM");
    await once(worker, "exit");
  }
}

export async function nationalActor(db: Database): Promise<UserActor> {
  const [grant] = await db
    .select({ id: grants.id, personId: grants.personId })
    .from(grants)
    .where(and(eq(grants.role, "national_team"), isNull(grants.finishedOn)))
    .limit(1);
  if (!grant) throw new Error("Nobody of the national team is in this database");
  const nowhere = { hubId: null, organisationId: null, schoolIds: [], phase: null, until: null };
  const { id, personId } = grant;
  return { kind: "user", personId, name: "Bench", grants: [{ id, role: "national_team", ...nowhere }] };
}

async function offersToMatch(ctx: Ctx): Promise<MatchingOffer[]> {
  const first = await listMatchingOffers(ctx, null, 1);
  const offers = [...first.rows];
  for (let page = 2; page <= pageCount(first.total); page += 1)
    offers.push(...(await listMatchingOffers(ctx, null, page)).rows);
  return offers.filter(({ unplaced, waiting }) => unplaced + waiting > 0);
}

async function start(ctx: Ctx, { offerId, name }: MatchingOffer): Promise<string> {
  const answer = await startMatchRun(ctx, { hubId: null, offerId });
  if (!answer.ok) throw new Error(`${name}: ${answer.refusal.code}`);
  return answer.value.runId;
}

/** As `npm start` starts it, and outside the demonstration's clock. */
async function startWorker(url: string): Promise<ChildProcess> {
  const script = ["--conditions=react-server", "--import", "tsx", "scripts/worker.ts"];
  const worker = spawn(process.execPath, script, {
    env: { ...environmentOf(url), DEMONSTRATION: "off" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await once(worker, "message");
  return worker;
}

/** Seconds after `began` at which each run was ready. */
async function untilReady(
  db: Database,
  runIds: readonly string[],
  began: number,
): Promise<Map<string, number>> {
  const ready = new Map<string, number>();
  while (ready.size < runIds.length) {
    const rows = await db
      .select({ id: matchRuns.id, status: matchRuns.status, failure: matchRuns.failure })
      .from(matchRuns)
      .where(inArray(matchRuns.id, [...runIds]));
    for (const { id, status, failure } of rows) {
      if (status === "queued" || status === "computing" || ready.has(id)) continue;
      if (status !== "computed") throw new Error(`A run ended as ${status}: ${failure}`);
      ready.set(id, (performance.now() - began) / 1000);
    }
    await sleep(50);
  }
  return ready;
}

async function figuresOf(
  db: Database,
  offers: ReadonlyMap<string, MatchingOffer>,
  ready: ReadonlyMap<string, number>,
): Promise<MeasuredRun[]> {
  const runs: MeasuredRun[] = [];
  let before = 0;
  for (const [id, at] of ready) {
    const offer = offers.get(id);
    const [row] = await db
      .select({
        applications: sql<number>`jsonb_array_length(${matchRuns.input} -> 'applications')`,
        groups: sql<number>`jsonb_array_length(${matchRuns.input} -> 'groups')`,
        placed: sql<number>`(select count(work_group_id)::int from ${matchResults} where run_id = ${matchRuns.id})`,
        components: sql<{ proved: boolean }[]>`${matchRuns.components}`,
      })
      .from(matchRuns)
      .where(eq(matchRuns.id, id));
    if (!row || !offer) throw new Error(`Run ${id} vanished`);
    const { components, ...figures } = row;
    const proved = `${components.filter((one) => one.proved).length} of ${components.length}`;
    runs.push({ name: offer.name, hubs: offer.hubs, ...figures, proved, seconds: at - before });
    before = at;
  }
  return runs;
}

/** In megabytes: the most memory that the process has held, its threads included. */
function peakOf({ pid }: ChildProcess): number {
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}
