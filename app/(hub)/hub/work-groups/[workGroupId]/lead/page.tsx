import type { Metadata } from "next";
import { Page } from "@/app/_components/page";
import { capital } from "@/lib/kernel/words";
import { sayDesignation } from "@/lib/people/say-designation";
import { type HubLead, listHubLeads } from "@/lib/workgroups/queries/hub-leads";
import { sayOffer } from "../../say-group";
import { sayLead } from "../../say-lead";
import { type GroupParams, readGroup } from "../read-group";
import { LeadForm } from "./lead-form";

export const metadata: Metadata = { title: "Choose a lead" };

export default async function LeadPage({ params }: GroupParams) {
  const { ctx, group } = await readGroup(await params, "/lead", "form");
  const leads = await listHubLeads(ctx, group);
  const others = leads.filter(({ id }) => id !== group.lead?.id);
  return (
    <Page
      title={`Lead of ${group.name}`}
      eyebrow={`${sayOffer(group)}. ${group.code}`}
      back={`/hub/work-groups/${group.id}`}
      narrow
    >
      {group.lead ? (
        <p>
          {group.lead.name} leads it now. Whoever you choose leads from today, and {group.lead.name} stays in
          the history of the group.
        </p>
      ) : null}
      {group.leadRole ? <p>This programme asks for a {sayDesignation(group.leadRole)}.</p> : null}
      {others.length === 0 ? (
        <p>
          Nobody else leads for {group.hub} yet. <a href="/hub/access">Invite a lead</a>
        </p>
      ) : (
        <LeadForm
          workGroupId={group.id}
          leads={others.map((lead) => ({
            value: lead.id,
            label: lead.name,
            hint: hintOf(lead, group.leadRole),
            disabled: lead.ownSchool,
          }))}
        />
      )}
    </Page>
  );
}

function hintOf(lead: HubLead, leadRole: string | null): string {
  if (lead.ownSchool) return "Works at a school of this group. Nobody leads their own school";
  return capital(sayLead(lead, leadRole));
}
