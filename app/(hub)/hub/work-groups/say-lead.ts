import { EVERY_DAY, sayWeekdays } from "@/lib/kernel/weekdays";
import { count, listWords } from "@/lib/kernel/words";
import { sayDesignation } from "@/lib/people/say-designation";
import type { HubLead } from "@/lib/workgroups/queries/hub-leads";

/** "Primary Mastery Specialist, leads 2 groups with 7 sessions ahead, offers 20 days a year" */
export function sayLead(lead: HubLead, leadRole: string | null): string {
  const load =
    lead.groups === 0
      ? "leads no group now"
      : `leads ${count(lead.groups, "group")} with ${count(lead.sessionsAhead, "session")} ahead`;
  const missing = leadRole && !lead.qualified ? `not yet a ${sayDesignation(leadRole)}` : "";
  return [
    lead.designations.length > 0
      ? listWords(lead.designations.map(sayDesignation))
      : "No designation recorded",
    missing,
    load,
    lead.daysOffered ? `offers ${count(lead.daysOffered, "day")} a year` : "",
    lead.weekdays
      ? `can lead on ${lead.weekdays === EVERY_DAY ? "any weekday" : sayWeekdays(lead.weekdays)}`
      : "",
  ]
    .filter(Boolean)
    .join(", ");
}
