import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { sayShortDate } from "@/lib/kernel/dates";
import type { Condition, Judges, World } from "./condition";
import { placesFinishedBy, placesTaken, sayYears, statementOf } from "./history";
import type { RuleOf } from "./rule";
import { routeVia } from "./stage-conditions";
import { statements } from "./statements";

const ordinals = ["", "first", "second", "third", "fourth", "fifth", "sixth"];

/** Conditions on the person to be enrolled. While nobody is named they are confirmed in the application. */
export const personJudges: Judges<
  "person_states" | "person_teaching_year" | "person_completed" | "person_not_taken" | "person_leads"
> = {
  person_states: judgeStatement,
  person_teaching_year: judgeTeachingYear,
  person_completed: judgeCompleted,
  person_not_taken: judgeNotTaken,
  person_leads: (rule, { facts }) => ({
    code: rule.code,
    state: facts.person ? (facts.person.leads ? "met" : "not_yet") : "to_confirm",
    sentence: "the person leads for a hub",
    ...(facts.person && !facts.person.leads
      ? { route: { sentence: "A hub names its leads; ask the hub how to become one", steps: [] } }
      : {}),
  }),
};

function judgeStatement(rule: RuleOf<"person_states">, { facts, words }: World): Condition {
  const about = { code: rule.code, sentence: statements[rule.statement].sentence, asks: rule.statement };
  const stated = facts.person && statementOf(facts.person.statements, rule.statement);
  if (!stated) return { ...about, state: "to_confirm" };
  const evidence = `${words.told} on ${sayShortDate(stated.statedOn)}`;
  if (stated.value > 0) return { ...about, state: "met", evidence };
  return {
    ...about,
    state: "not_yet",
    evidence: `${evidence} that this is not so`,
    route: { sentence: "Change the answer when this changes, or name somebody else", steps: [] },
  };
}

function judgeTeachingYear(rule: RuleOf<"person_teaching_year">, { facts, offer, words }: World): Condition {
  const about = { code: rule.code, sentence: sayTeachingYears(rule, offer.academicYear), asks: rule.since };
  const stated = facts.person && statementOf(facts.person.statements, rule.since);
  if (!stated) return { ...about, state: "to_confirm" };
  const yearOfTeaching = offer.academicYear - stated.value + 1;
  const evidence = `Began in ${sayAcademicYear(stated.value)}. ${words.told} on ${sayShortDate(stated.statedOn)}`;
  if (yearOfTeaching < rule.from)
    return {
      ...about,
      state: "not_yet",
      evidence,
      route: {
        sentence: `From ${sayAcademicYear(stated.value + rule.from - 1)} on`,
        steps: [],
        metFor: stated.value + rule.from - 1,
      },
    };
  const late = rule.to !== undefined && yearOfTeaching > rule.to;
  return late
    ? {
        ...about,
        state: "never",
        evidence,
        route: { sentence: "The hub may make an exception, or name somebody else", steps: [] },
      }
    : { ...about, state: "met", evidence };
}

function sayTeachingYears(rule: RuleOf<"person_teaching_year">, year: number): string {
  const what = rule.since === "began_core_maths" ? "teaching Core Maths" : "teaching";
  const first = ordinals[rule.from] ?? `${rule.from}th`;
  if (rule.to === undefined)
    return `the person is in the ${first} year of ${what} or a later one in ${sayAcademicYear(year)}`;
  const years = rule.to === rule.from ? first : `${first} or ${ordinals[rule.to] ?? `${rule.to}th`}`;
  return `the person is in the ${years} year of ${what} in ${sayAcademicYear(year)}`;
}

function judgeCompleted(rule: RuleOf<"person_completed">, world: World): Condition {
  const { facts, offer } = world;
  const about = { code: rule.code, sentence: `the person has done ${rule.theme}` };
  if (!facts.person) return { ...about, state: "to_confirm" };
  const isPart = (place: { theme: string | null }) => place.theme === rule.theme;
  const by = { today: facts.today, by: offer.startsOn };
  const done = placesFinishedBy(facts.person.places, rule.programme, by).filter(isPart);
  if (done.length > 0)
    return { ...about, state: "met", evidence: sayYears(done.map((place) => place.academicYear)) };
  const running = placesTaken(facts.person.places, rule.programme, facts.today).find(isPart);
  if (running)
    return {
      ...about,
      state: "not_yet",
      evidence: `${sayAcademicYear(running.academicYear)}, not finished`,
      route: { sentence: `${rule.theme} ends first`, steps: [], metFor: running.academicYear + 1 },
    };
  return {
    ...about,
    state: "not_yet",
    evidence: "No record",
    route: routeVia(world.through(rule.programme, rule.theme), 1),
  };
}

function judgeNotTaken(rule: RuleOf<"person_not_taken">, { facts, offer }: World): Condition {
  const about = { code: rule.code, sentence: "the person has not done this before" };
  if (!facts.person) return { ...about, state: "to_confirm" };
  const taken = placesTaken(facts.person.places, rule.programme, facts.today).filter(
    (place) => place.offerId !== offer.id && (rule.theme === null || place.theme === rule.theme),
  );
  if (taken.length === 0) return { ...about, state: "met" };
  return {
    ...about,
    state: "never",
    evidence: sayYears(taken.map((place) => place.academicYear)),
    route: { sentence: "Name somebody else", steps: [] },
  };
}
