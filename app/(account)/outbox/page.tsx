import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/app/_components/page";
import { PageLinks } from "@/app/_components/page-links";
import { requestContext } from "@/lib/auth/request-context";
import { sayMoment } from "@/lib/kernel/dates";
import { env, isDemonstration } from "@/lib/kernel/env";
import { pageCount, pageNumber } from "@/lib/kernel/paging";
import { listOutbox, type OutboxMessage } from "@/lib/notifications/queries";
import { MessageText } from "./message-text";

export const metadata: Metadata = { title: "Outbox" };

type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** What the demonstration would have sent. */
export default async function OutboxPage({ searchParams }: { readonly searchParams: SearchParams }) {
  if (!isDemonstration()) notFound();
  const page = pageNumber((await searchParams).page);
  const outbox = await listOutbox(await requestContext(), page);
  return (
    <Page title="Outbox" narrow>
      <p className="govuk-body-l">
        Every email of the demonstration, newest first. None of them leaves it; open their links from here.
      </p>
      {outbox.rows.length === 0 ? <p>Nothing has been sent yet.</p> : null}
      <ol className="govuk-list">
        {outbox.rows.map((message) => (
          <li key={message.id} className="panel">
            <Message message={message} />
          </li>
        ))}
      </ol>
      <PageLinks
        page={page}
        pages={pageCount(outbox.total)}
        hrefOf={(number) => `/outbox?page=${number}`}
        label="Pages of the outbox"
      />
    </Page>
  );
}

function Message({ message }: { readonly message: OutboxMessage }) {
  return (
    <article>
      <h2>{message.subject}</h2>
      <p className="small">
        To {message.toName ? `${message.toName}, ` : ""}
        {message.toEmail}. {sayMoment(message.createdAt)}.
      </p>
      <MessageText text={message.body} origin={env().NEXTAUTH_URL} />
    </article>
  );
}
