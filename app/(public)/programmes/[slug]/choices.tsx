import { type AcademicYear, sayAcademicYear } from "@/lib/kernel/academic-year";
import type { CatalogueOffer } from "@/lib/programmes/queries/offers";

interface ChoicesProps {
  readonly chances: readonly CatalogueOffer[];
  readonly chosen: CatalogueOffer;
  readonly school: string | undefined;
}

/** The themes, pathways or starts of a programme; the page speaks of the one that is chosen. */
export function Choices({ chances, chosen, school }: ChoicesProps) {
  if (chances.length < 2) return null;
  const years = new Set(chances.map(({ academicYear }) => academicYear));
  return (
    <nav aria-labelledby="choices">
      <h2 className="govuk-heading-s" id="choices">
        Choose one of {chances.length}
      </h2>
      <ul className="chips">
        {chances.map((offer) => (
          <li key={offer.id}>
            <a href={addressOf(offer, school)} aria-current={offer.id === chosen.id ? "page" : undefined}>
              {labelOf(offer, years)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function labelOf({ theme, academicYear }: CatalogueOffer, years: ReadonlySet<AcademicYear>): string {
  const year = sayAcademicYear(academicYear);
  if (!theme) return year;
  return years.size > 1 ? `${theme}, ${year}` : theme;
}

function addressOf({ programme, code }: CatalogueOffer, school: string | undefined): string {
  const fields = new URLSearchParams({ offer: code, ...(school ? { school } : {}) });
  return `/programmes/${programme}?${fields}`;
}
