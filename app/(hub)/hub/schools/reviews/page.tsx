import type { Metadata } from "next";
import { Chips } from "@/app/_components/chips";
import { Page } from "@/app/_components/page";
import { PageLinks } from "@/app/_components/page-links";
import { requireRole } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { londonDate, sayShortDate } from "@/lib/kernel/dates";
import { pageCount, pageNumber } from "@/lib/kernel/paging";
import { listReviews, type Review } from "@/lib/schools/queries/reviews";
import { chooseHub, hubChoices, recordRoles } from "../choose-hub";
import { HubForm } from "./hub-form";
import { reviewWords } from "./review-words";
import { ReviewsTable, type ReviewsTableRow } from "./reviews-table";

export const metadata: Metadata = { title: "Questions of the register" };

type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

export default async function ReviewsPage({ searchParams }: { readonly searchParams: SearchParams }) {
  await requireRole(recordRoles, "/hub/schools/reviews");
  const params = await searchParams;
  const ctx = await requestContext();
  const hub = await chooseHub(ctx, params.hub);
  const code = typeof params.hub === "string" && hub ? hub.code : "";
  const answered = params.view === "answered";
  const page = pageNumber(params.page);
  const [reviews, hubs] = await Promise.all([
    listReviews(ctx, { hubId: hub?.id ?? null, answered, page }),
    hubChoices(ctx),
  ]);
  return (
    <Page
      back={`/hub/schools${code ? `?hub=${code}` : ""}`}
      eyebrow={hub?.name ?? "Without a hub"}
      title="Questions of the register"
    >
      <p>
        When a school becomes an academy, the register gives it a new URN, and its record here goes on by
        itself. Where the register is not clear, you decide.
      </p>
      {hubs.length > 0 ? (
        <HubForm hubs={hubs} code={code} blank={hub && !code ? hub.name : "Without a hub"} />
      ) : null}
      <Chips
        chips={[false, true].map((view) => ({
          label: view ? "Answered" : "Open",
          href: addressOf(code, view),
          current: view === answered,
        }))}
      />
      {reviews.total === 0 ? (
        <p>
          {answered
            ? "Nothing has been answered yet."
            : "Nothing is open. When the next import of the register leaves a question, it appears here."}
        </p>
      ) : (
        <ReviewsTable answered={answered} rows={reviews.rows.map(tableRow)} />
      )}
      <PageLinks
        page={page}
        pages={pageCount(reviews.total)}
        hrefOf={(next) => addressOf(code, answered, next)}
      />
    </Page>
  );
}

function addressOf(hub: string, answered: boolean, page = 1): string {
  const params = new URLSearchParams();
  if (hub) params.set("hub", hub);
  if (answered) params.set("view", "answered");
  if (page > 1) params.set("page", String(page));
  return params.size > 0 ? `/hub/schools/reviews?${params}` : "/hub/schools/reviews";
}

function tableRow({ id, kind, detail, raisedAt, answer }: Review): ReviewsTableRow {
  return {
    id,
    title: reviewWords[kind].title,
    detail,
    when: sayShortDate(londonDate(answer?.at ?? raisedAt)),
    answer: answer ? `${answer.by ?? "The service"}: ${answer.words}` : "",
  };
}
