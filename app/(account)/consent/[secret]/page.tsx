import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/app/_components/page";
import { systemActor } from "@/lib/access/actor";
import { requestContext } from "@/lib/auth/request-context";
import { sayMoment } from "@/lib/kernel/dates";
import { hashSecret } from "@/lib/kernel/ids";
import { getConsentRequest } from "@/lib/referrals/queries/referrals";
import { type Barrier, barriers } from "@/lib/referrals/rules";
import { ConsentForm } from "./consent-form";

export const metadata: Metadata = { title: "Targeted Support", robots: { index: false } };

export default async function ConsentPage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  const ctx = await requestContext(systemActor("consent-link"));
  const asked = await getConsentRequest(ctx, hashSecret(secret));
  if (!asked) notFound();
  const { school, hub, telephone } = asked;
  const contact = `${hub}${telephone ? `, ${telephone}` : ""}`;
  if (asked.answeredAt)
    return (
      <Page title={asked.given ? "You agreed" : "You did not agree"} eyebrow={school} narrow>
        <p>
          We have your answer of {sayMoment(asked.answeredAt)}.{" "}
          {asked.given ? "Your hub will be in touch with the next step." : "Nothing else happens."}
        </p>
        <p>To change it, ring {contact}.</p>
      </Page>
    );
  const open = asked.status === "raised" || asked.status === "triaged";
  if (!open || !asked.expiresAt || asked.expiresAt < ctx.now)
    return (
      <Page title="This link no longer works" eyebrow={school} narrow>
        <p>{contact}, can send you a new one.</p>
      </Page>
    );
  return (
    <Page title="Targeted Support in maths" eyebrow={school} narrow>
      <p className="govuk-body-l">
        It takes time first: release for you and your maths lead on the days you plan together with a partner
        from outside your school and trust. The support itself is free.
      </p>
      <p>
        {asked.raisedBy} asked {hub} for it, because of:
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {asked.barriers.map((barrier) => (
          <li key={barrier}>{barriers[barrier as Barrier]}</li>
        ))}
      </ul>
      <p>
        Notes about your school are read by the partner, those at the hub who decide, your maths lead and you.
        Nobody else, and each reading is recorded.
      </p>
      <ConsentForm secret={secret} school={school} />
    </Page>
  );
}
