import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Page } from "@/app/_components/page";
import { listOpenOffers } from "@/lib/applications/queries/open-offers";
import { whyNotWithdraw } from "@/lib/applications/rules";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { sayDate } from "@/lib/kernel/dates";
import { getApplication, type JourneyProps } from "../_journey/get-application";
import { nameOf } from "../_journey/steps";
import { SwitchForm } from "./switch-form";

export const metadata: Metadata = { title: "Apply for something else instead" };

export default async function SwitchPage({ params }: JourneyProps) {
  const { ctx, application } = await getApplication(params, "/switch");
  const { id, offerId, unit } = application;
  if (whyNotWithdraw(application)) redirect(`/school/applications/${id}`);
  const open = await listOpenOffers(ctx, application.organisationId);
  const choices = open
    .filter((offer) => offer.id !== offerId && offer.unit === unit && !offer.applicationId)
    .map((offer) => ({
      value: offer.id,
      label: offer.name,
      hint: `${sayAcademicYear(offer.academicYear)}. Apply by ${sayDate(offer.closesOn)}`,
    }));
  return (
    <Page back={`/school/applications/${id}`} eyebrow={nameOf(application)} narrow>
      {choices.length > 0 ? (
        <SwitchForm applicationId={id} name={nameOf(application)} choices={choices} />
      ) : (
        <>
          <h1 className="govuk-heading-l">Nothing else is open to you at present</h1>
          <p>
            <a href="/programmes">See all programmes and when they open</a>
          </p>
        </>
      )}
    </Page>
  );
}
