import { PAGE_SIZE } from "@/lib/kernel/paging";
import { count } from "@/lib/kernel/words";
import type { FoundSchool } from "@/lib/schools/queries/search-schools";
import { sayNotFound, sayWhichSchool } from "./school-words";

interface SchoolAnswersProps {
  /** What was asked, not empty. */
  readonly text: string;
  readonly schools: readonly FoundSchool[];
  readonly hrefOf: (school: FoundSchool) => string;
}

/** The schools that fit, each a link to go on with; or what to try instead. */
export function SchoolAnswers({ text, schools, hrefOf }: SchoolAnswersProps) {
  if (schools.length === 0) return <p>{sayNotFound(text)}</p>;
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">
        {schools.length === 1 ? "Is it this school?" : `Which of these ${count(schools.length, "school")}?`}
      </h2>
      <ul className="school-answers">
        {schools.map((school) => (
          <li key={school.urn}>
            <a className="govuk-link" href={hrefOf(school)}>
              {school.name}
            </a>
            <small>{sayWhichSchool(school)}</small>
          </li>
        ))}
      </ul>
      {schools.length === PAGE_SIZE ? (
        <p>Only the first {PAGE_SIZE} are shown. Add the town, or try the postcode or URN.</p>
      ) : null}
    </section>
  );
}
