import { count } from "@/lib/kernel/words";
import type { CaseView } from "@/lib/referrals/queries/cases";
import type { PartnerChoice } from "@/lib/referrals/queries/partners";
import { partnerRefusalNames } from "@/lib/referrals/rules";
import { PartnerForm } from "./case-forms";

/** Who could support the school, how much each has to do, and why somebody cannot. */
export function ChoosePartner({
  found,
  partners,
}: {
  readonly found: CaseView;
  readonly partners: readonly PartnerChoice[];
}) {
  return (
    <section className="panel panel--honey" aria-labelledby="partner">
      <h2 id="partner">Choose a partner</h2>
      {partners.length === 0 ? (
        <p>The hub has no Intensive Support Partner yet.</p>
      ) : (
        <PartnerForm
          caseId={found.id}
          version={found.version}
          partners={partners.map((partner) => ({
            personId: partner.personId,
            label: partner.name,
            hint: partner.whyNot ? partnerRefusalNames[partner.whyNot] : loadOf(partner),
            possible: partner.whyNot === undefined,
          }))}
        />
      )}
    </section>
  );
}

function loadOf(partner: PartnerChoice): string {
  const away =
    partner.km === undefined
      ? ""
      : `, ${Math.round(partner.km)} km away${partner.beyondTravel ? ", farther than they travel" : ""}`;
  return `${partner.openCases} of ${count(partner.caseLimit, "case")}${away}`;
}
