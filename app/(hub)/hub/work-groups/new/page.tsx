import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Button } from "@/app/_components/button";
import { Page } from "@/app/_components/page";
import { Select } from "@/app/_components/select";
import type { Ctx } from "@/lib/access/context";
import { requireRole } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { canFormGroupsOf, groupFormingRoles } from "@/lib/workgroups/policy";
import { listHubLeads } from "@/lib/workgroups/queries/hub-leads";
import { listOffersForGroups, type OfferForGroup } from "@/lib/workgroups/queries/offers-for-groups";
import { chooseHub, type OwnHub } from "../../choose-hub";
import { sayOffer } from "../say-group";
import { sayLead } from "../say-lead";
import { PlanForm } from "./plan-form";

export const metadata: Metadata = { title: "Plan a group" };

export default async function NewWorkGroupPage({
  searchParams,
}: {
  readonly searchParams: Promise<{ hub?: string; offer?: string }>;
}) {
  await requireRole(groupFormingRoles, "/hub/work-groups/new");
  const asked = await searchParams;
  const ctx = await requestContext();
  const hub = await chooseHub(asked.hub);
  if (!canFormGroupsOf(ctx.actor, hub.id)) notFound();
  const offers = await listOffersForGroups(ctx, hub.id);
  const offer = offers.find(({ id }) => id === asked.offer);
  if (asked.offer && !offer) notFound();
  return offer ? (
    <Questions ctx={ctx} hub={hub} offer={offer} />
  ) : (
    <ChooseOffer hub={hub} hubCode={asked.hub} offers={offers} />
  );
}

interface ChooseOfferProps {
  readonly hub: OwnHub;
  readonly hubCode: string | undefined;
  readonly offers: readonly OfferForGroup[];
}

function ChooseOffer({ hub, hubCode, offers }: ChooseOfferProps) {
  return (
    <Page title="Plan a group" eyebrow={hub.name} back="/hub/work-groups" narrow>
      {offers.length === 0 ? (
        <p>No programme of this year or the next has groups that you plan.</p>
      ) : (
        <form method="get" action="/hub/work-groups/new" aria-label="Choose the programme">
          {hubCode ? <input type="hidden" name="hub" value={hubCode} /> : null}
          <Select
            name="offer"
            label="What does the group work on?"
            hint="Next year’s programmes come first"
            items={offers.map((offer) => ({ value: offer.id, label: sayOffer(offer) }))}
          />
          <Button>Continue</Button>
        </form>
      )}
    </Page>
  );
}

interface QuestionsProps {
  readonly ctx: Ctx;
  readonly hub: OwnHub;
  readonly offer: OfferForGroup;
}

async function Questions({ ctx, hub, offer }: QuestionsProps) {
  const { phase, leadRole } = offer;
  const leads = await listHubLeads(ctx, { id: null, hubId: hub.id, phase, leadRole });
  return (
    <Page title="Plan a group" eyebrow={`${sayOffer(offer)}. ${hub.name}`} back="/hub/work-groups/new" narrow>
      <PlanForm
        hubId={hub.id}
        offerId={offer.id}
        usual={{
          meets: offer.meets === "online" ? "online" : "face_to_face",
          minimumSchools: String(offer.minimumSchools),
          maximumSchools: String(offer.maximumSchools),
        }}
        leads={leads.map((lead) => ({ value: lead.id, label: `${lead.name}. ${sayLead(lead, leadRole)}` }))}
      />
    </Page>
  );
}
