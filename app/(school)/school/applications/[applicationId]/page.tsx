import type { Metadata } from "next";
import { londonDate } from "@/lib/kernel/dates";
import { getApplication, type JourneyProps } from "./_journey/get-application";
import { DraftPage } from "./_status/draft-page";
import { StatusPage } from "./_status/status-page";

export const metadata: Metadata = { title: "Your application" };

export default async function ApplicationPage({ params }: JourneyProps) {
  const { ctx, application } = await getApplication(params);
  if (application.decision === "draft") {
    return <DraftPage application={application} today={londonDate(ctx.now)} />;
  }
  return <StatusPage ctx={ctx} application={application} />;
}
