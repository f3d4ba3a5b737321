import type { Metadata } from "next";
import { Page } from "@/app/_components/page";
import { requireRole } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { londonDate, sayDate } from "@/lib/kernel/dates";
import { daysOf, EVERY_DAY, sayWeekdays } from "@/lib/kernel/weekdays";
import { findOwnWeekdays, type OwnWeekdays } from "@/lib/people/queries/own-weekdays";
import { WeekdaysForm } from "./weekdays-form";

export const metadata: Metadata = { title: "Your weekdays" };

interface Parameters {
  searchParams: Promise<{ saved?: string }>;
}

export default async function WeekdaysPage({ searchParams }: Parameters) {
  await requireRole(["work_group_lead"], "/lead/weekdays");
  const own = await findOwnWeekdays(await requestContext());
  const isSaved = (await searchParams).saved === "yes";
  return (
    <Page back="/lead" narrow>
      {own && isSaved ? <Saved own={own} /> : null}
      <WeekdaysForm key={own?.saidAt.getTime() ?? "not said"} days={daysOf(own?.weekdays ?? 0).map(String)} />
      <p>
        {own
          ? `You said this on ${sayDate(londonDate(own.saidAt))}.`
          : "You have not said yet, so a match may give you a group on any weekday."}{" "}
        Groups that you lead already stay as they are.
      </p>
    </Page>
  );
}

function Saved({ own: { weekdays } }: { readonly own: OwnWeekdays }) {
  return (
    <p className="panel panel--ok" role="status">
      Saved.{" "}
      {weekdays === EVERY_DAY
        ? "The next match may give you a group on any weekday."
        : `The next match gives you new groups on ${sayWeekdays(weekdays)} only.`}
    </p>
  );
}
