import type { Database, Queryable } from "@/db/client";
import type { Actor } from "./actor";

/** What a deed or a query is handed: the database, who acts, what time it is. */
export interface Ctx {
  readonly db: Queryable;
  readonly actor: Actor;
  readonly now: Date;
  /** Opens a transaction; absent inside one, where `withTransaction` joins. */
  readonly begin?: Database["transaction"];
}

/** A context inside a transaction: only this can record events, enqueue jobs and hold locks. */
export interface TxCtx extends Ctx {
  readonly begin?: never;
  readonly inTransaction: true;
}

export function createContext(db: Database, actor: Actor, now: Date): Ctx {
  return { db, actor, now, begin: db.transaction.bind(db) };
}

class Refused extends Error {
  constructor(readonly answer: unknown) {
    super("refused");
  }
}

/**
 * Runs a deed's work in one transaction, or in the one that `ctx` is already in.
 * An answer with `ok: false` undoes everything that the work wrote before it refused.
 */
export async function withTransaction<Answer>(
  ctx: Ctx,
  work: (tx: TxCtx) => Promise<Answer>,
): Promise<Answer> {
  if (!ctx.begin) return work(ctx as TxCtx);
  try {
    return await ctx.begin(async (db) => {
      const answer = await work({ db, actor: ctx.actor, now: ctx.now, inTransaction: true });
      if (isRefusal(answer)) throw new Refused(answer);
      return answer;
    });
  } catch (fault) {
    if (fault instanceof Refused) return fault.answer as Answer;
    throw fault;
  }
}

/** Reads several things as they were at one moment: what is committed meanwhile is not seen. Inside a transaction, as that sees them. */
export async function withSnapshot<Answer>(ctx: Ctx, read: (ctx: Ctx) => Promise<Answer>): Promise<Answer> {
  if (!ctx.begin) return read(ctx);
  return ctx.begin((db) => read({ db, actor: ctx.actor, now: ctx.now }), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  });
}

/** The same transaction under another actor: a deed that a system job or a signed link carries out for somebody. */
export function actingAs(tx: TxCtx, actor: Actor): TxCtx {
  return { ...tx, actor };
}

function isRefusal(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "ok" in answer && answer.ok === false;
}
