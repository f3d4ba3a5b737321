import { SummaryList } from "@/app/_components/summary-list";
import { sayDate } from "@/lib/kernel/dates";
import type { WhyLead as Why } from "@/lib/matching/queries/why-lead";
import { sayLeadExplanation } from "@/lib/matching/say-lead-explanation";

/** Why the reader leads this group: what was stored when it was decided, and nothing worked out since. */
export function WhyLead({ why }: { readonly why: Why }) {
  const { byMatch, explanation, reason } = why;
  return (
    <section className="panel" aria-labelledby="why-lead">
      <h2 id="why-lead">Why you lead this group</h2>
      <p>{sayDecided(why)}</p>
      {explanation ? (
        <SummaryList
          noBorder
          rows={sayLeadExplanation(explanation).map(({ about, says }) => ({ key: about, value: says }))}
        />
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

function sayDecided({ byMatch, assignedBy, since }: Why): string {
  const on = sayDate(since);
  if (byMatch)
    return `A match of schools, groups and leads gave it to you${assignedBy ? `, and ${assignedBy} published it` : ""} on ${on}. This is what it had found.`;
  if (!assignedBy) return `You have led it since ${on}. Who decided it was not recorded.`;
  return `${assignedBy} put you down as its lead on ${on}.`;
}
