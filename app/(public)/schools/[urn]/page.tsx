import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { Columns } from "@/app/_components/columns";
import { HubContactPanel } from "@/app/_components/hub-contact-panel";
import { Page } from "@/app/_components/page";
import { SummaryList } from "@/app/_components/summary-list";
import { requestContext } from "@/lib/auth/request-context";
import { findPublicSchool, type PublicSchool } from "@/lib/schools/queries/public-school";
import { NextSteps } from "./next-steps";

type Params = Promise<{ readonly urn: string }>;

const readSchool = cache(async (urn: string): Promise<PublicSchool> => {
  const school = /^\d{6}$/.test(urn)
    ? await findPublicSchool(await requestContext(), Number(urn))
    : undefined;
  if (!school) notFound();
  return school;
});

export async function generateMetadata({ params }: { readonly params: Params }): Promise<Metadata> {
  const { name, town } = await readSchool((await params).urn);
  return { title: [name, town].filter(Boolean).join(", ") };
}

export default async function SchoolPage({ params }: { readonly params: Params }) {
  const school = await readSchool((await params).urn);
  const today = school.record?.urn;
  // Links and papers keep an old URN for years; the school goes on under another.
  if (today && today !== school.urn) redirect(`/schools/${today}`);
  const hub = school.record?.hub;
  return (
    <Page
      eyebrow={[school.town, school.postcode].filter(Boolean).join(", ")}
      title={school.name}
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Find your school", href: "/schools" },
        { text: school.name },
      ]}
    >
      <Columns>
        <div>
          <NextSteps school={school} />
          <h2>In the national register</h2>
          <SummaryList rows={factsOf(school)} />
        </div>
        {hub ? (
          <HubContactPanel
            title="Its Maths Hub"
            contact={{ ...hub, hubName: hub.name, title: "Hub office" }}
          />
        ) : null}
      </Columns>
    </Page>
  );
}

function factsOf({ urn, phase, authority }: PublicSchool) {
  return [
    { key: "URN", value: urn },
    phase ? { key: "Phase", value: phase } : null,
    authority ? { key: "Local authority", value: authority } : null,
  ];
}
