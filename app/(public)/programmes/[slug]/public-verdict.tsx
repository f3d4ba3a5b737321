import { Button } from "@/app/_components/button";
import { type StatusKind, StatusTag } from "@/app/_components/status-tag";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { type IsoDate, sayDate } from "@/lib/kernel/dates";
import { publicStanding } from "@/lib/programmes/catalogue-rules";
import type { OfferView } from "@/lib/programmes/queries/offers";

interface PublicVerdictProps {
  readonly offer: OfferView;
  readonly conditions: readonly string[];
  readonly today: IsoDate;
  /** Set for visitors; somebody signed in who acts for no school has nothing to apply for. */
  readonly signIn: boolean;
}

/** For readers of whom nothing is known: when it can be applied for, and by whom. */
export function PublicVerdict({ offer, conditions, today, signIn }: PublicVerdictProps) {
  const { kind, status, heading } = wordsFor(offer, today);
  const isByReferral = !offer.opensToApplications;
  const address = `/programmes/${offer.programme}?offer=${offer.code}`;
  return (
    <section className={kind === "done" ? "panel panel--ok" : "panel panel--tint"} aria-labelledby="verdict">
      <p>
        <StatusTag kind={kind}>{status}</StatusTag>
      </p>
      <h2 id="verdict">{heading}</h2>
      <p>{isByReferral ? "It is for your school if:" : "You can apply if:"}</p>
      <ul>
        {conditions.map((condition) => (
          <li key={condition}>{condition}</li>
        ))}
      </ul>
      {signIn && !isByReferral ? (
        <>
          <p>
            <Button href={`/sign-in?to=${encodeURIComponent(address)}`}>Sign in to apply</Button>
          </p>
          <p className="small">
            When you are signed in we check the conditions against your school’s history. No account yet?{" "}
            <a href="/get-access">Ask your hub for one</a>.
          </p>
        </>
      ) : null}
    </section>
  );
}

function wordsFor(
  offer: OfferView,
  today: IsoDate,
): { readonly kind: StatusKind; readonly status: string; readonly heading: string } {
  const year = sayAcademicYear(offer.academicYear);
  switch (publicStanding(offer, today)) {
    case "open":
      return { kind: "done", status: `Open for ${year}`, heading: `Apply by ${sayDate(offer.closesOn)}` };
    case "later":
      return {
        kind: "plain",
        status: `Opens later for ${year}`,
        heading: `Applications open on ${sayDate(offer.opensOn)}`,
      };
    case "by_referral":
      return { kind: "plain", status: "By referral", heading: "This begins with a referral" };
    default:
      return {
        kind: "plain",
        status: `Closed for ${year}`,
        heading: `Applications closed on ${sayDate(offer.closesOn)}`,
      };
  }
}
