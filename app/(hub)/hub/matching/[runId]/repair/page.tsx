import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Columns } from "@/app/_components/columns";
import { Page } from "@/app/_components/page";
import { PageLinks } from "@/app/_components/page-links";
import type { Ctx } from "@/lib/access/context";
import { requireRole } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { isId } from "@/lib/kernel/ids";
import { pageCount, pageNumber } from "@/lib/kernel/paging";
import { matchPageRoles } from "@/lib/matching/policy";
import { findRepair, listRepairRows, type Repair } from "@/lib/matching/queries/repair";
import { listAddress, sayScope } from "../../scope-words";
import { WaitingPanel } from "../waiting-panel";
import { repairRow } from "./repair-rows";
import { RepairTable } from "./repair-table";
import { Way } from "./way";

export const metadata: Metadata = { title: "Two ways to bring in late schools" };

interface RepairProps {
  readonly params: Promise<{ runId: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function RepairPage({ params, searchParams }: RepairProps) {
  const { runId } = await params;
  await requireRole(matchPageRoles, `/hub/matching/${runId}/repair`);
  const [ctx, asked] = await Promise.all([requestContext(), searchParams]);
  const repair = isId(runId) ? await findRepair(ctx, runId) : undefined;
  if (!repair) notFound();
  const underWay = [repair.frozen, repair.repair].find(
    ({ status }) => status === "queued" || status === "computing",
  );
  return (
    <Page
      back={listAddress(repair)}
      eyebrow={`${sayScope(repair)}. ${repair.name} ${sayAcademicYear(repair.academicYear)}`}
      title="Two ways to bring in late schools"
    >
      <p className="lead">
        These schools came, or still wait, after places were published. Nobody loses a place either way. You
        choose whether schools may move to another group to make room.
      </p>
      {underWay ? (
        <WaitingPanel key={underWay.runId} runId={underWay.runId} progress={underWay.progress} />
      ) : (
        <Both ctx={ctx} repair={repair} page={pageNumber(asked.page)} />
      )}
    </Page>
  );
}

async function Both({
  ctx,
  repair,
  page,
}: {
  readonly ctx: Ctx;
  readonly repair: Repair;
  readonly page: number;
}) {
  const rows = await listRepairRows(ctx, repair, page);
  const isOpen = ![repair.frozen, repair.repair].some(({ status }) => status === "published");
  return (
    <>
      <Columns kind="even">
        <Way
          title="Moves nobody"
          about="Every school that has a place keeps its group. The others get what is free."
          way={repair.frozen}
          mayChoose={repair.mayRun && isOpen}
        />
        <Way
          title="Moves the fewest"
          about={sayPrice(repair)}
          way={repair.repair}
          mayChoose={repair.mayRun && isOpen}
        />
      </Columns>
      <h2>Each school</h2>
      <RepairTable rows={rows.rows.map(repairRow)} />
      <PageLinks
        page={page}
        pages={pageCount(rows.total)}
        hrefOf={(at) => `/hub/matching/${repair.repair.runId}/repair?page=${at}`}
        label="Pages of schools"
      />
    </>
  );
}

function sayPrice({ priceOfMove, repair }: Repair): string {
  const price = `A move counts as much as ${(priceOfMove / 10).toLocaleString("en-GB")} km of travel, so no school moves to save travel, only to give another one a place.`;
  return repair.status !== "failed" && repair.moved === 0
    ? `${price} Here no move would give a place.`
    : price;
}
