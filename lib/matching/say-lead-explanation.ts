import { weekdayNames } from "@/lib/kernel/dates";
import { count } from "@/lib/kernel/words";
import { sayDesignation } from "@/lib/people/say-designation";
import type { LeadExplanation } from "./lead-explanation";
import { sayTenths } from "./say-result";

export interface LeadFact {
  readonly about: string;
  readonly says: string;
}

/** Why this group, to the lead: each rule of the match with its numbers, no other person and no school named. */
export function sayLeadExplanation(explanation: LeadExplanation): LeadFact[] {
  return [
    { about: "Role", says: sayRole(explanation) },
    { about: "Day", says: sayDay(explanation) },
    { about: "Way there", says: sayWay(explanation) },
    { about: "Your groups", says: sayLoad(explanation) },
    { about: "Its schools", says: sayContinuity(explanation) },
    { about: "Others", says: sayOthers(explanation) },
  ];
}

function sayRole({ designation }: LeadExplanation): string {
  return designation === null
    ? "The programme asks for no designation, so everybody who leads for the hub may lead it."
    : `The programme asks for a ${sayDesignation(designation)}, which you are.`;
}

const weeks = ["", " of odd weeks", " of even weeks"] as const;

function sayDay({ weekday, saidDay, pattern }: LeadExplanation): string {
  const said = saidDay ? ", a day on which you said you can lead" : "";
  return `It meets on ${weekdayNames[weekday]}s${said}. No other group of yours met on ${weekdayNames[weekday]}s${weeks[pattern] ?? ""}.`;
}

function sayWay({ tenths, maximumKm }: LeadExplanation): string {
  if (tenths === null) return "It meets online, so there is no journey.";
  return `${sayTenths(tenths)} in a straight line from your school, within the ${maximumKm} km that are counted for you.`;
}

function sayLoad({ leads, room, given, daysLeft }: LeadExplanation): string {
  const led =
    leads === 0
      ? "You led no group of the same year yet"
      : `You led ${count(leads, "group")} of the same year`;
  const gives = `The match gives you ${given}.`;
  if (daysLeft !== null)
    return `${led} and had ${count(daysLeft, "day")} left, enough for ${count(room, "more group", "more groups")}. ${gives}`;
  return `${led}. You have not said how many days you offer, so ${leads + room} groups are counted: there was room for ${room}${leads > 0 ? " more" : ""}. ${gives}`;
}

function sayContinuity({ schools, ledBefore }: LeadExplanation): string {
  if (schools === 1)
    return ledBefore === 1
      ? "The 1 school placed in it had you as its lead last year."
      : "The 1 school placed in it did not have you as its lead last year.";
  const who = ledBefore === 0 ? "None" : String(ledBefore);
  return `${who} of the ${schools} schools placed in it had you as their lead last year.`;
}

function sayOthers({ options, ledElsewhere }: LeadExplanation): string {
  if (options === 1) return "You were the one person who could lead it.";
  const start = `Of the ${options} people who could lead it,`;
  if (ledElsewhere === 0) return `${start} nobody would have suited it better.`;
  return `${start} ${ledElsewhere} would have suited it better and ${ledElsewhere === 1 ? "leads another group" : "lead other groups"} of the same match: moving them would not help all groups together.`;
}
