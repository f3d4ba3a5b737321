import { sayDate } from "@/lib/kernel/dates";
import type { WhyLead as Why } from "@/lib/matching/queries/why-lead";
import { sayLeadExplanation } from "@/lib/matching/say-lead-explanation";

/** Why the reader leads this group: what was stored when it was decided, and nothing worked out since. */
export function WhyLead({ why }: { readonly why: Why }) {
  const { byMatch, explanation, reason } = why;
  return (
    <section className="measure" aria-labelledby="why-lead">
      <h2 id="why-lead">Why you lead this group</h2>
      <p>{sayDecided(why)}</p>
      {explanation ? (
        <dl className="facts">
          {sayLeadExplanation(explanation).map(({ about, says }) => (
            <Fact key={about} about={about} says={says} />
          ))}
        </dl>
      ) : null}
      {reason && !explanation ? (
        <p>
          {byMatch ? null : "The reason given: "}
          {reason}
        </p>
      ) : null}
    </section>
  );
}

function Fact({ about, says }: { readonly about: string; readonly says: string }) {
  return (
    <>
      <dt>{about}</dt>
      <dd>{says}</dd>
    </>
  );
}

function sayDecided({ byMatch, assignedBy, since }: Why): string {
  const on = sayDate(since);
  if (byMatch)
    return `A match of schools, groups and leads gave it to you${assignedBy ? `, and ${assignedBy} published it` : ""} on ${on}. This is what it found on that day.`;
  if (!assignedBy) return `You have led it since ${on}. Who decided it was not recorded.`;
  return `${assignedBy} put you down as its lead on ${on}.`;
}
