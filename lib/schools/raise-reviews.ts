import { and, inArray, isNull } from "drizzle-orm";
import { organisationReviews, organisations } from "@/db/schema/schools";
import type { TxCtx } from "@/lib/access/context";
import { listWords } from "@/lib/kernel/words";
import type { Register } from "./read-register";
import { settleFoundAuthorities } from "./settle-found-authorities";
import type { Doubt } from "./succession-rules";

const ROWS = 500;

type ReviewRow = typeof organisationReviews.$inferInsert;

/** Puts what the register leaves open before the hub it concerns, each once. Answers how many are new. */
export async function raiseReviews(tx: TxCtx, register: Register, doubts: readonly Doubt[]): Promise<number> {
  const rows = [
    ...doubts.map(
      (doubt): ReviewRow => ({
        kind: doubt.kind,
        urns: [...doubt.urns],
        hubId: hubOf(register, doubt.urns),
        detail: tellDoubt(register, doubt),
        raisedAt: tx.now,
      }),
    ),
    ...(await withoutHub(tx)),
  ];
  let raised = 0;
  for (let from = 0; from < rows.length; from += ROWS) {
    const added = await tx.db
      .insert(organisationReviews)
      .values(rows.slice(from, from + ROWS))
      .onConflictDoNothing()
      .returning({ id: organisationReviews.id });
    raised += added.length;
  }
  await settleFoundAuthorities(tx);
  return raised;
}

/** The hub of the first of them that is open. */
function hubOf({ schools, facts, hubOfAuthority }: Register, urns: readonly number[]): string | null {
  const open = urns.find((urn) => schools.get(urn)?.open) ?? urns[0] ?? 0;
  return hubOfAuthority.get(facts.get(open)?.laCode ?? "") ?? null;
}

/** Open schools that no hub looks after yet: the national team sees to them. */
async function withoutHub({ db, now }: TxCtx): Promise<ReviewRow[]> {
  const rows = await db
    .select({ urn: organisations.urn, name: organisations.name })
    .from(organisations)
    .where(
      and(
        organisations.open,
        isNull(organisations.hubId),
        inArray(organisations.kind, ["school", "college"]),
      ),
    );
  return rows.map(({ urn, name }) => ({
    kind: "unknown_la",
    urns: [urn ?? 0],
    hubId: null,
    detail: `The register gives ${name} (${urn}) no local authority that we know, so no hub looks after it.`,
    raisedAt: now,
  }));
}

function tellDoubt({ schools }: Register, { kind, urns }: Doubt): string {
  const say = (urn: number) =>
    `${schools.get(urn)?.name ?? "a school that the register does not hold"} (${urn})`;
  const closed = listWords(urns.filter((urn) => !schools.get(urn)?.open).map(say));
  const open = listWords(urns.filter((urn) => schools.get(urn)?.open).map(say));
  switch (kind) {
    case "merger":
      return `${closed || "Several schools"} went into ${open}.`;
    case "branch":
      return `${closed} was followed by ${open}.`;
    case "loop":
      return `The register names ${listWords(urns.map(say))} as followers of one another.`;
    case "missing_link":
      return open
        ? `${closed} may have gone on as ${open}: only one of the two says so.`
        : `${closed}: the register names a successor that it does not hold.`;
  }
}
