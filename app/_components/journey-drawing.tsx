import { sayAcademicYear } from "@/lib/kernel/academic-year";
import type { Journey, JourneyBar } from "@/lib/progression/draw-journey";
import { Details } from "./details";
import { Table } from "./table";

interface JourneyDrawingProps {
  readonly journey: Journey;
  readonly school: string;
}

/** A school's years as bars on squared paper, three squares a year; stacked on a narrow page; and the same as a table. */
export function JourneyDrawing({ journey, school }: JourneyDrawingProps) {
  const { years, strands } = journey;
  return (
    <>
      <div className={`ladder ladder--${years.length}`}>
        <div className="ladder__paper">
          <div className="ladder__axis" aria-hidden="true">
            {years.map((year) => (
              <span key={year}>{sayAcademicYear(year)}</span>
            ))}
          </div>
          {strands.map(({ title, bars }, index) => (
            <section key={title} aria-labelledby={`strand-${index + 1}`}>
              <h3 id={`strand-${index + 1}`}>{title}</h3>
              <ol>
                {bars.map((bar) => (
                  <Bar key={`${bar.label} ${bar.years}`} bar={bar} />
                ))}
              </ol>
            </section>
          ))}
        </div>
      </div>
      <Details summary="The journey as a table">
        <JourneyTable journey={journey} school={school} />
      </Details>
    </>
  );
}

function Bar({ bar }: { readonly bar: JourneyBar }) {
  return (
    <li className={`bar bar--${bar.kind} from-${bar.column} for-${bar.columns}`}>
      <span className="ladder__years">{bar.years}:</span> {bar.label}
      {bar.note ? <small>{bar.note}</small> : null}
    </li>
  );
}

function JourneyTable({ journey: { years, strands }, school }: JourneyDrawingProps) {
  return (
    <Table
      caption={school}
      captionClassName="govuk-table__caption--s"
      firstCellIsHeader
      small
      head={["Year", ...strands.map(({ title }) => title)]}
      rows={years.map((year) => [
        sayAcademicYear(year),
        ...strands.map(({ bars }) => {
          const told = bars.filter((bar) => bar.from <= year && year <= bar.to).map(sayBar);
          return told.length > 0 ? told.join(". ") : "None";
        }),
      ])}
    />
  );
}

function sayBar({ label, note }: JourneyBar): string {
  return note ? `${label}, ${note}` : label;
}
