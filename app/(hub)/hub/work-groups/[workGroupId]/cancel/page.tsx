import type { Metadata } from "next";
import { Page } from "@/app/_components/page";
import { count } from "@/lib/kernel/words";
import type { HubGroup } from "@/lib/workgroups/queries/hub-group";
import { mayBecome } from "@/lib/workgroups/rules";
import { sayOffer } from "../../say-group";
import { type GroupParams, readGroup } from "../read-group";
import { CancelForm } from "./cancel-form";

export const metadata: Metadata = { title: "Cancel a group" };

export default async function CancelGroupPage({ params }: GroupParams) {
  const { group } = await readGroup(await params, "/cancel", "form");
  return (
    <Page
      title={`Cancel ${group.name}?`}
      eyebrow={`${sayOffer(group)}. ${group.code}`}
      back={`/hub/work-groups/${group.id}`}
      narrow
    >
      {mayBecome(group.status, "cancelled") ? (
        <>
          <p>This cannot be undone. When you cancel:</p>
          <ul>
            {consequences(group).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <CancelForm
            workGroupId={group.id}
            button={group.held > 0 ? `Cancel and tell ${count(group.held, "school")}` : "Cancel the group"}
          />
        </>
      ) : (
        <p>This group is over already.</p>
      )}
    </Page>
  );
}

function consequences(group: HubGroup): string[] {
  const proposed = group.schools.filter(({ placement }) => placement === "proposed").length;
  const ahead = group.sessions.filter(({ cancelled, registerSaved }) => !cancelled && !registerSaved).length;
  const [their, wait] = group.held === 1 ? ["its", "waits"] : ["their", "wait"];
  return [
    group.held > 0
      ? `${count(group.held, "school")} ${group.held === 1 ? "loses" : "lose"} ${their} place, ${wait} for another group and ${group.held === 1 ? "is" : "are"} e-mailed today with your reason`
      : "no school has a place in it, so no school is told",
    proposed > 0 ? `${count(proposed, "proposed school")} can be matched again` : "",
    ahead > 0 ? `${count(ahead, "session")} ${ahead === 1 ? "is" : "are"} cancelled in calendars` : "",
    group.lead ? `${group.lead.name} is told` : "",
  ].filter(Boolean);
}
