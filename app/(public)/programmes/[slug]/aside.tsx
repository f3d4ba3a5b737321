import { Button } from "@/app/_components/button";
import { HubContactPanel } from "@/app/_components/hub-contact-panel";
import { Select } from "@/app/_components/select";
import type { HubContact } from "@/lib/hubs/queries";
import { count } from "@/lib/kernel/words";
import type { CatalogueEntry } from "@/lib/programmes/catalogue-rules";
import type { OfferView } from "@/lib/programmes/queries/offers";
import type { OwnOrganisation } from "@/lib/programmes/queries/own-organisations";
import { programmeAddress } from "../sections";

interface AsideProps {
  readonly offer: OfferView;
  readonly contact: HubContact | undefined;
  /** Programmes that are open to the school, where this one is not. */
  readonly instead: readonly CatalogueEntry[];
  readonly schools: readonly OwnOrganisation[];
  readonly school: string | undefined;
}

const MOST_INSTEAD = 3;

export function Aside({ offer, contact, instead, schools, school }: AsideProps) {
  return (
    <div>
      {schools.length > 1 ? <SchoolChoice offer={offer} schools={schools} school={school} /> : null}
      {contact ? <HubContactPanel contact={contact} title="Ask a person" /> : null}
      {instead.length > 0 ? (
        <Instead entries={instead} school={schools.length > 1 ? school : undefined} />
      ) : null}
      {offer.opensToApplications ? <Deciding offer={offer} /> : null}
    </div>
  );
}

function SchoolChoice({ offer, schools, school }: Pick<AsideProps, "offer" | "schools" | "school">) {
  return (
    <form className="panel" method="get" action={`/programmes/${offer.programme}`}>
      <input type="hidden" name="offer" value={offer.code} />
      <Select
        name="school"
        label="Show this for"
        {...(school ? { defaultValue: school } : {})}
        items={schools.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button variant="secondary">Show</Button>
    </form>
  );
}

function Instead({
  entries,
  school,
}: {
  readonly entries: readonly CatalogueEntry[];
  readonly school: string | undefined;
}) {
  const more = entries.length - MOST_INSTEAD;
  return (
    <section className="panel" aria-labelledby="instead">
      <h2 id="instead">Open to you instead</h2>
      <ul className="govuk-list">
        {entries.slice(0, MOST_INSTEAD).map((entry) => (
          <li key={entry.offer.id}>
            <a href={programmeAddress(entry, school)}>{entry.offer.name}</a>
          </li>
        ))}
        {more > 0 ? (
          <li>
            <a href={school ? `/programmes?open=now&school=${school}` : "/programmes?open=now"}>
              {count(more, "more programme")}
            </a>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

const decided: Readonly<Record<OfferView["allocation"], string>> = {
  disadvantage:
    "Places are not first come, first served. If too many schools apply, those with more disadvantaged pupils come first.",
  first_come:
    "Every school stands alike. If too many apply, travel and days decide, and then who applied earlier.",
  lottery: "Every school stands alike. If too many apply, travel and days decide, and then chance.",
};

function Deciding({ offer }: { readonly offer: OfferView }) {
  return (
    <section className="panel" aria-labelledby="deciding">
      <h2 id="deciding">If there are too few places</h2>
      <p>{decided[offer.allocation]}</p>
      <p>
        <a href="/how-places-are-decided">How places are decided</a>
      </p>
    </section>
  );
}
