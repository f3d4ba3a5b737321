import { eq } from "drizzle-orm";
import { hubs } from "@/db/schema/hubs";
import { referrals } from "@/db/schema/referrals";
import { organisations } from "@/db/schema/schools";
import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { addDays, endOfLondonDate, londonDate, sayDate } from "@/lib/kernel/dates";
import { env } from "@/lib/kernel/env";
import { hashSecret, newSecret } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { queueMessage } from "@/lib/notifications/queue-message";
import { consentAsked } from "./events";
import { lockReferral } from "./locks";
import { canSeeReferral } from "./policy";
import type { ReferralRefusal } from "./refusals";
import { CONSENT_DAYS } from "./rules";

/** Sends the headteacher a link to agree to support. A new link makes the earlier one useless. */
export async function askConsent(
  ctx: Ctx,
  input: { referralId: string },
): Promise<Result<{ expiresOn: string }, ReferralRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const row = await lockReferral(tx, input.referralId);
    if (!row || !canSeeReferral(tx.actor, row)) return refuse("not_found");
    if (row.status !== "raised" && row.status !== "triaged") return refuse("already_decided");
    const [about] = await tx.db
      .select({ school: organisations.name, hub: hubs.name, telephone: hubs.telephone })
      .from(organisations)
      .innerJoin(hubs, eq(hubs.id, row.hubId))
      .where(eq(organisations.id, row.organisationId));
    if (!about) throw new Error("A referral without a school or hub");
    const secret = newSecret();
    const expiresOn = addDays(londonDate(tx.now), CONSENT_DAYS);
    await tx.db
      .update(referrals)
      .set({
        consentSecretHash: hashSecret(secret),
        consentAskedAt: tx.now,
        consentExpiresAt: endOfLondonDate(expiresOn),
        consentAnsweredAt: null,
        consentGiven: null,
      })
      .where(eq(referrals.id, row.id));
    await recordEvent(tx, consentAsked, {
      referralId: row.id,
      organisationId: row.organisationId,
      hubId: row.hubId,
      payload: {},
    });
    await queueMessage(tx, {
      purpose: "referral_consent",
      toName: row.headName,
      toEmail: row.headEmail,
      referralId: row.id,
      hubId: row.hubId,
      subject: `Targeted Support in maths for ${about.school}: please answer by ${sayDate(expiresOn)}`,
      body: consentMail({
        ...about,
        headName: row.headName,
        link: `${env().NEXTAUTH_URL}/consent/${secret}`,
        expiresOn,
      }),
    });
    return ok({ expiresOn });
  });
}

function consentMail(mail: {
  headName: string;
  school: string;
  hub: string;
  telephone: string | null;
  link: string;
  expiresOn: string;
}): string {
  return `Hello ${mail.headName},

${mail.hub} has been asked to support maths at ${mail.school}. The support is free, and it starts only if you agree.

It takes time: release for you and your maths lead on the days you plan together.

Read what it involves, and answer by ${sayDate(mail.expiresOn)}:
${mail.link}

${mail.hub}${mail.telephone ? `, ${mail.telephone}` : ""}
`;
}
