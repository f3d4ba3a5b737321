import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Page } from "@/app/_components/page";
import { whyNotWithdraw } from "@/lib/applications/rules";
import { sayDate } from "@/lib/kernel/dates";
import { getApplication, type JourneyProps } from "../_journey/get-application";
import { nameOf } from "../_journey/steps";
import { WithdrawForm } from "./withdraw-form";

export const metadata: Metadata = { title: "Withdraw this application?" };

export default async function WithdrawPage({ params }: JourneyProps) {
  const { application } = await getApplication(params, "/withdraw");
  const { id, workGroupId, closesOn } = application;
  if (whyNotWithdraw(application)) redirect(`/school/applications/${id}`);
  return (
    <Page
      back={`/school/applications/${id}`}
      eyebrow={nameOf(application)}
      title="Withdraw this application?"
      narrow
    >
      {workGroupId ? (
        <p>Your place in the group goes to another school. It cannot be taken back.</p>
      ) : (
        <p>Your hub stops looking at it, and its answers can no longer be changed.</p>
      )}
      <p>You can start a new application until {sayDate(closesOn)}.</p>
      <WithdrawForm applicationId={id} />
    </Page>
  );
}
