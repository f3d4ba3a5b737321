import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/app/_components/page";
import { listHubs } from "@/lib/hubs/queries";
import { getRecord } from "../get-record";
import { MoveForm } from "./move-form";

export const metadata: Metadata = { title: "Move a school to another hub" };

export default async function MovePage({ params }: { readonly params: Promise<{ organisationId: string }> }) {
  const { ctx, school } = await getRecord(params, "/move");
  if (!school.may.move) notFound();
  const others = (await listHubs(ctx)).filter(
    ({ id }) => id !== school.hubId && id !== school.authorityHubId,
  );
  return (
    <Page back={`/hub/schools/${school.id}`} eyebrow={school.name} title="Move to another hub" narrow>
      <p>
        From today the school belongs to the hub that you choose, and what it applies for goes there.
        {school.hub ? ` What it has sent already stays with ${school.hub}.` : ""}
      </p>
      {school.authorityHub ? (
        <p>
          You, the other hub and the national team can end this: then it is back with {school.authorityHub}.
        </p>
      ) : null}
      <MoveForm
        organisationId={school.id}
        seenHubId={school.hubId ?? ""}
        hubs={others.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Page>
  );
}
