import { Button } from "@/app/_components/button";
import { StatusTag } from "@/app/_components/status-tag";
import { sayDate } from "@/lib/kernel/dates";
import { count } from "@/lib/kernel/words";
import type { HubGroup } from "@/lib/workgroups/queries/hub-group";
import { workGroupStatusNames } from "@/lib/workgroups/rules";
import { statusKinds } from "../say-group";
import { ConfirmForm, OpenForm } from "./step-forms";

/** Where the group stands, and the one thing to do now. */
export function NextStep({ group }: { readonly group: HubGroup }) {
  const isOver = group.status === "finished" || group.status === "cancelled";
  return (
    <section className="panel" aria-labelledby="next">
      <h2 id="next">Next</h2>
      <p>
        <StatusTag kind={statusKinds[group.status]}>{workGroupStatusNames[group.status]}</StatusTag>
      </p>
      <Step group={group} />
      {group.mayForm && !isOver ? (
        <p>
          <a href={`/hub/work-groups/${group.id}/cancel`}>Cancel the group</a>
        </p>
      ) : null}
    </section>
  );
}

function Step({ group }: { readonly group: HubGroup }) {
  const dates = group.sessions.filter(({ cancelled }) => !cancelled).map(({ heldOn }) => heldOn);
  const [first] = dates;
  switch (group.status) {
    case "planned":
      return <Plan group={group} hasDates={first !== undefined} />;
    case "recruiting":
      return <Recruit group={group} hasDates={first !== undefined} />;
    case "confirmed":
      return (
        <p>{first ? `It begins with its first session on ${sayDate(first)}.` : "It has no sessions left."}</p>
      );
    case "running":
      return (
        <p>
          It finishes by itself after its last session
          {dates.length > 0 ? `, ${sayDate(dates.at(-1) ?? "")}` : ""}.
        </p>
      );
    case "finished":
      return <p>Its last session is over.</p>;
    case "cancelled":
      return <p>{group.cancelledReason}</p>;
  }
}

interface StepProps {
  readonly group: HubGroup;
  readonly hasDates: boolean;
}

function Plan({ group, hasDates }: StepProps) {
  if (!hasDates)
    return (
      <>
        <p>Plan its sessions: schools are offered a place with its dates.</p>
        {group.mayArrange ? (
          <Button href={`/hub/work-groups/${group.id}/sessions`}>Plan the sessions</Button>
        ) : null}
      </>
    );
  if (!group.mayForm)
    return <p>The hub’s lead, deputy or assistant lead of the phase opens it for matching.</p>;
  return (
    <>
      <p>
        From then on the next match may place schools in it.{" "}
        {group.lead ? "" : "A lead can still be chosen later."}
      </p>
      <OpenForm workGroupId={group.id} />
    </>
  );
}

function Recruit({ group, hasDates }: StepProps) {
  const missing = group.minimumSchools - group.taken;
  if (!hasDates) return <p>It needs dates before it can be confirmed.</p>;
  if (!group.lead) return <p>It needs a lead before it can be confirmed.</p>;
  if (!group.mayForm) return <p>The hub’s lead, deputy or assistant lead of the phase confirms it.</p>;
  return (
    <>
      <p>
        {missing > 0
          ? `${count(missing, "more school")} must accept before it has its smallest number, ${group.minimumSchools}.`
          : "Enough schools have accepted."}
      </p>
      <ConfirmForm workGroupId={group.id} asksWhy={missing > 0} />
    </>
  );
}
