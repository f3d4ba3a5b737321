import type { Metadata } from "next";
import { Chips } from "@/app/_components/chips";
import { Columns } from "@/app/_components/columns";
import { Details } from "@/app/_components/details";
import { Page } from "@/app/_components/page";
import { requestContext } from "@/lib/auth/request-context";
import { currentAcademicYear, sayAcademicYear } from "@/lib/kernel/academic-year";
import { londonDate } from "@/lib/kernel/dates";
import { count } from "@/lib/kernel/words";
import { arrangeCatalogue, type CatalogueEntry, type CatalogueView } from "@/lib/programmes/catalogue-rules";
import { catalogueFilters } from "@/lib/programmes/input";
import { getEligibilityFacts } from "@/lib/programmes/queries/facts";
import { listCatalogue } from "@/lib/programmes/queries/offers";
import { chooseOrganisation, listChoices } from "@/lib/programmes/queries/own-organisations";
import { type Asked, type Chip, chipsOf, clearedAddress, filterWords, single } from "./address";
import { Cards } from "./cards";
import { Filters } from "./filters";
import { programmeAddress, sectionsOf } from "./sections";

export const metadata: Metadata = {
  title: "Programmes",
  description: "Every programme of England's Maths Hubs: who it is for, what it takes and when to apply.",
};

export default async function ProgrammesPage({ searchParams }: { readonly searchParams: Promise<Asked> }) {
  const asked = await searchParams;
  const filters = catalogueFilters.parse(asked);
  const ctx = await requestContext();
  const organisationId = chooseOrganisation(ctx, single(asked, "school"));
  const [offers, facts, schools] = await Promise.all([
    listCatalogue(ctx),
    organisationId ? getEligibilityFacts(ctx, { organisationId }) : undefined,
    listChoices(ctx),
  ]);
  const view = arrangeCatalogue({ offers, filters, facts, today: londonDate(ctx.now) });
  const school = schools.length > 1 ? organisationId : undefined;
  const chips = chipsOf(filters, school);
  const year = currentAcademicYear(ctx.now);
  return (
    <Page breadcrumbs={[{ text: "Home", href: "/" }, { text: "Programmes" }]} title={titleOf(view)}>
      <Columns kind="filters">
        <Filters
          filters={filters}
          inUse={chips.length}
          years={[year, year + 1]}
          school={facts ? organisationId : undefined}
          schools={schools}
        />
        <div>
          <Found view={view} schoolName={facts?.organisation.name} />
          {chips.length === 0 && !facts ? <Phases /> : null}
          <FiltersInUse chips={chips} clear={clearedAddress(school)} />
          <Results view={view} school={school} clear={clearedAddress(school)} />
        </div>
      </Columns>
    </Page>
  );
}

/** The year is in the heading when all that is shown is of one year. */
function titleOf({ entries }: CatalogueView): string {
  const years = new Set(entries.map(({ offer }) => offer.academicYear));
  const [year] = years;
  return years.size === 1 && year !== undefined ? `Programmes for ${sayAcademicYear(year)}` : "Programmes";
}

function Found({
  view,
  schoolName,
}: {
  readonly view: CatalogueView;
  readonly schoolName: string | undefined;
}) {
  const { matching, all } = view;
  return (
    <p>
      <strong>{count(matching, "programme")}</strong>
      {matching < all ? ` of ${all} match. ` : ". "}
      {schoolName
        ? `Sorted for ${schoolName}: open to you first, soonest deadline first.`
        : "Soonest deadline first."}{" "}
      <span className="muted">
        SKTM means Specialist Knowledge for Teaching Mathematics: programmes for one person at a time.
      </span>
    </p>
  );
}

/** For readers of whom nothing is known the list is long: one press makes it theirs. */
function Phases() {
  return (
    <Chips
      label="Programmes of one phase"
      chips={Object.entries(filterWords.phase).map(([phase, label]) => ({
        label,
        href: `/programmes?phase=${phase}`,
      }))}
    />
  );
}

function FiltersInUse({ chips, clear }: { readonly chips: readonly Chip[]; readonly clear: string }) {
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label="Filters in use">
      {chips.map(({ label, href }) => (
        <li key={href}>
          <a href={href}>
            <span className="govuk-visually-hidden">Remove filter: </span>
            {label} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      <li>
        <a href={clear}>Clear filters</a>
      </li>
    </ul>
  );
}

function Results({
  view,
  school,
  clear,
}: {
  readonly view: CatalogueView;
  readonly school: string | undefined;
  readonly clear: string;
}) {
  if (view.matching === 0)
    return (
      <div className="empty">
        <p>No programme matches all of these filters.</p>
        <p>
          <a href={clear}>See every programme</a>
        </p>
      </div>
    );
  const others = view.entries.filter(({ standing }) => standing === "not_for_you");
  return (
    <>
      {sectionsOf(view.entries, school).map(({ title, cards }) => (
        <section key={title}>
          <h2>{title}</h2>
          <Cards cards={cards} />
        </section>
      ))}
      {others.length > 0 ? <Others entries={others} school={school} /> : null}
    </>
  );
}

/** What fits other schools, or is behind this one, in one quiet list. */
function Others({
  entries,
  school,
}: {
  readonly entries: readonly CatalogueEntry[];
  readonly school: string | undefined;
}) {
  return (
    <Details summary={`${count(entries.length, "programme")} for other schools, or that you have done`}>
      <ul>
        {entries.map((entry) => (
          <li key={entry.offer.id}>
            <a href={programmeAddress(entry, school)}>{entry.offer.name}</a>
          </li>
        ))}
      </ul>
    </Details>
  );
}
