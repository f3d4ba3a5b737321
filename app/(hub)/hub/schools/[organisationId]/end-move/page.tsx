import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ButtonForm } from "@/app/_components/button-form";
import { Page } from "@/app/_components/page";
import { sayDate } from "@/lib/kernel/dates";
import { endMove } from "../actions";
import { getRecord } from "../get-record";

export const metadata: Metadata = { title: "End the move of a school" };

export default async function EndMovePage({
  params,
}: {
  readonly params: Promise<{ organisationId: string }>;
}) {
  const { school } = await getRecord(params, "/end-move");
  const { override, may } = school;
  if (!override) redirect(`/hub/schools/${school.id}`);
  if (!may.endMove) notFound();
  return (
    <Page back={`/hub/schools/${school.id}`} eyebrow={school.name} title="End the move?" narrow>
      <p>
        The school has been with {override.hub} since {sayDate(override.startedOn)}. {override.setBy} wrote: “
        {override.reason}”
      </p>
      <p>
        From today it is back with {school.authorityHub}, the hub of {school.authority}. What it has sent to{" "}
        {override.hub} stays there.
      </p>
      <ButtonForm action={endMove} fields={{ organisationId: school.id }} label="End the move">
        Send it back to {school.authorityHub}
      </ButtonForm>
      <p>
        <a className="govuk-link" href={`/hub/schools/${school.id}`}>
          Leave it with {override.hub}
        </a>
      </p>
    </Page>
  );
}
