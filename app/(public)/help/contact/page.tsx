import type { Metadata } from "next";
import { Page } from "@/app/_components/page";
import { labelled, Table } from "@/app/_components/table";
import { requestContext } from "@/lib/auth/request-context";
import { listHubs } from "@/lib/hubs/queries";

export const metadata: Metadata = { title: "Contact your hub" };

export default async function ContactPage() {
  const hubs = await listHubs(await requestContext());
  return (
    <Page title="Contact your hub">
      <p>
        Each school belongs to one of {hubs.length} Maths Hubs. Yours answers questions about applications,
        groups and access.
      </p>
      <Table
        head={["Hub", "Region", "Email", "Telephone"]}
        firstCellIsHeader
        className="queue"
        rows={hubs.map((hub) => [
          hub.name,
          labelled("Region", hub.region),
          labelled(
            "Email",
            <a className="govuk-link" href={`mailto:${hub.email}`}>
              {hub.email}
            </a>,
          ),
          labelled("Telephone", hub.telephone ?? "Ask by email"),
        ])}
      />
    </Page>
  );
}
