import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { eq, sql } from "drizzle-orm";
import { localAuthorities } from "@/db/schema/hubs";
import { registerImports, registerVersion } from "@/db/schema/schools";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { newId } from "@/lib/kernel/ids";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import { registerImported, registerImportRefused } from "./events";
import { followRegister } from "./follow-register";
import { FileFault } from "./gias/file-fault";
import { type Note, writeNotes } from "./import-notes";
import { type EstablishmentsMerged, mergeEstablishments, type Progress } from "./merge-establishments";
import { type LinksMerged, mergeLinks } from "./merge-links";
import { canImportRegister } from "./policy";
import { heldCodes, type ImportRefusal, importRefusals } from "./refusals";

export interface ImportRegisterInput {
  /** A path to a `.csv` or `.csv.gz` of establishments. */
  readonly file: string;
  readonly links?: string | undefined;
  /** A person has looked at what an unusual file would change. */
  readonly confirmed: boolean;
  readonly progress?: Progress;
}

export interface ImportReport {
  readonly importId: string;
  readonly rows: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly refused: readonly Note[];
  /** URNs of open schools that the file does not have; they stay as they were. */
  readonly missing: readonly number[];
}

type Answer = Result<ImportReport, ImportRefusal>;

/** Two imports at once would compare with a register that is about to change. */
const LOCK = 7_305_119;

/**
 * Imports a file of the national register, with or without its links, in one transaction: the register, the organisations
 * that stand for it, and the reviews of what it leaves open. A file that is damaged or unusual changes nothing and is noted as refused or held.
 */
export async function importRegister(ctx: Ctx, input: ImportRegisterInput): Promise<Answer> {
  if (!canImportRegister(ctx.actor)) return refuse("not_found");
  const answer = await withTransaction(ctx, (tx) => runImport(tx, newId(), input));
  if (!answer.ok) await noteRefusal(ctx, { importId: newId(), input, refusal: answer.refusal });
  return answer;
}

async function runImport(tx: TxCtx, importId: string, input: ImportRegisterInput): Promise<Answer> {
  const progress = input.progress ?? (() => undefined);
  await tx.db.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
  await tx.db.insert(registerImports).values(await importRow(tx, importId, input, "applied"));
  try {
    const authorities = await tx.db.select({ code: localAuthorities.code }).from(localAuthorities);
    if (authorities.length === 0) return refuse("no_authorities");
    const merged = await mergeEstablishments(tx.db, {
      path: input.file,
      importId,
      authorities: new Set(authorities.map(({ code }) => code)),
      progress,
    });
    const links = input.links && (await mergeLinks(tx.db, { path: input.links, notes: merged.notes }));
    const held = input.confirmed ? undefined : whyHold(merged, links || undefined);
    if (held) return held;
    progress("Following schools from URN to URN");
    return ok(await finishImport(tx, importId, merged));
  } catch (fault) {
    if (fault instanceof FileFault) return refuse(fault.code, fault.detail);
    throw fault;
  }
}

async function finishImport(
  tx: TxCtx,
  importId: string,
  merged: EstablishmentsMerged,
): Promise<ImportReport> {
  const { rows, notes, missing, openBefore } = merged;
  const followed = await followRegister(tx);
  await writeNotes(tx.db, importId, { notes, first: openBefore === 0 });
  const counts = { ...notes.counts, missing: missing.length, ...followed };
  await tx.db
    .update(registerImports)
    .set({ rowsRead: rows, counts, finishedAt: tx.now })
    .where(eq(registerImports.id, importId));
  await tx.db
    .insert(registerVersion)
    .values({ version: 1, importedAt: tx.now })
    .onConflictDoUpdate({
      target: registerVersion.only,
      set: { version: sql`${registerVersion.version} + 1`, importedAt: tx.now },
    });
  await recordEvent(tx, registerImported, { payload: { importId, counts } });
  return {
    importId,
    rows,
    counts,
    missing,
    refused: notes.rows.filter(({ kind }) => kind.endsWith("refused")),
  };
}

/** A year closes some three schools in a hundred and loses none; far more than that is a damaged or partial file. */
function whyHold(merged: EstablishmentsMerged, links: LinksMerged | undefined): Answer | undefined {
  const { rows, openBefore: open, missing, notes } = merged;
  const { closed = 0, refused = 0 } = notes.counts;
  if (missing.length > open * 0.02) return refuse("many_missing", { missing: missing.length, open });
  if (closed > Math.max(10, open * 0.1)) return refuse("many_closed", { closed, open });
  if (refused > Math.max(10, rows * 0.01)) return refuse("many_refused", { refused, rows });
  if (links && links.missing > Math.max(10, links.known * 0.05))
    return refuse("many_links_missing", { missing: links.missing, known: links.known });
  return undefined;
}

async function noteRefusal(
  ctx: Ctx,
  {
    importId,
    input,
    refusal,
  }: { importId: string; input: ImportRegisterInput; refusal: Refusal<ImportRefusal> },
): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const status = heldCodes.has(refusal.code) ? "held" : "refused";
    const reason = importRefusals[refusal.code](refusal.detail ?? {});
    await tx.db.insert(registerImports).values({ ...(await importRow(tx, importId, input, status)), reason });
    await recordEvent(tx, registerImportRefused, { payload: { importId, code: refusal.code } });
  });
}

async function importRow(
  { now }: TxCtx,
  id: string,
  { file, links }: ImportRegisterInput,
  status: "applied" | "held" | "refused",
): Promise<typeof registerImports.$inferInsert> {
  const fileName = [file, links]
    .filter((path) => path !== undefined)
    .map((path) => basename(path))
    .join(" + ");
  const fileSha256 = await hashFile(file);
  return { id, fileName, fileSha256, status, rowsRead: 0, counts: {}, startedAt: now, finishedAt: now };
}

/** Empty for a file that cannot be read. */
async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
  } catch {
    return "";
  }
  return hash.digest("hex");
}
