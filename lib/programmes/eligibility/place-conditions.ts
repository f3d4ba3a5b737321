import { type AcademicYear, sayAcademicYear } from "@/lib/kernel/academic-year";
import { count, listWords } from "@/lib/kernel/words";
import type { Condition, Judges, World } from "./condition";
import { type EligibilityFacts, sayKeyStage, teachesAny } from "./facts";
import { placesFinishedBy, placesTaken, sayYears, stagePeriods, stageYears } from "./history";
import type { RuleOf } from "./rule";
import { routeVia } from "./stage-conditions";

export const placeJudges: Judges<"never_taken" | "programme_years" | "not_beside" | "runs_beside"> = {
  never_taken: judgeNeverTaken,
  programme_years: judgeYears,
  not_beside: judgeNotBeside,
  runs_beside: judgeRunsBeside,
};

function judgeNeverTaken(rule: RuleOf<"never_taken">, world: World): Condition {
  const { facts, offer, words } = world;
  const about = { code: rule.code, sentence: `${words.have} not done this before: it is done once` };
  const places = placesTaken(facts.places, rule.programme, facts.today).filter(
    (place) => place.offerId !== offer.id,
  );
  const onLadder = rule.rung ? stageYears(facts, rule.rung.phase, rule.rung.stage) : [];
  // The place in this very offer opens a period of its own; that is not another time.
  const mine = places.length === 0 && facts.places.some((place) => place.offerId === offer.id);
  const years = [
    ...onLadder.filter((year) => !mine || year !== offer.academicYear),
    ...places.map((place) => place.academicYear),
  ];
  if (years.length === 0) return { ...about, state: "met" };
  const next = listWords(rule.next.map(world.nameOf), "or");
  return {
    ...about,
    state: "never",
    evidence: `${sayYears(years)}${sayEarlierUrn(facts, rule)}`,
    ...(next ? { route: { sentence: `What comes next is ${next}`, steps: [] } } : {}),
  };
}

/** ", when the URN was 123456" where the first time was under an earlier URN. */
function sayEarlierUrn(facts: EligibilityFacts, rule: RuleOf<"never_taken">): string {
  const first = rule.rung
    ? stagePeriods(facts, rule.rung.phase, rule.rung.stage)
        .map((period) => period.startedOn)
        .sort()[0]
    : undefined;
  const then = facts.organisation.earlierUrns.findLast(
    ({ finishedOn }) => first && finishedOn && first <= finishedOn,
  );
  return then ? `, when the URN was ${then.urn}` : "";
}

function judgeYears(rule: RuleOf<"programme_years">, world: World): Condition {
  const { facts, offer, words } = world;
  const name = world.nameOf(rule.programme);
  const years = rule.years === 1 ? "a year" : count(rule.years, "year");
  const about = { code: rule.code, sentence: `${words.have} done ${years} of ${name}` };
  const exempt = rule.exemptUnlessTeaches;
  if (exempt && !teachesAny(facts.organisation, exempt))
    return {
      ...about,
      state: "met",
      evidence: `Not asked of schools without ${listWords(exempt.map(sayKeyStage), "or")}`,
    };
  const done = yearsFinished(facts, rule.programme, offer.startsOn);
  if (done.length >= rule.years) return { ...about, state: "met", evidence: sayYears(done) };
  const taken = placesTaken(facts.places, rule.programme, facts.today);
  const running = taken.find((place) => place.endsOn >= facts.today);
  if (running)
    return {
      ...about,
      state: "not_yet",
      evidence: `${sayAcademicYear(running.academicYear)}, under way`,
      route: {
        sentence: `The year of ${name} ends first`,
        steps: [],
        metFor: running.academicYear + rule.years - done.length,
      },
    };
  return { ...about, state: "not_yet", ...notDone(rule, world, rule.years - done.length) };
}

function notDone(
  rule: RuleOf<"programme_years">,
  world: World,
  missing: number,
): Pick<Condition, "evidence" | "route"> {
  const begun = placesTaken(world.facts.places, rule.programme, world.facts.today).find(
    (place) => place.progress === "started",
  );
  if (begun)
    return {
      evidence: `Begun in ${sayAcademicYear(begun.academicYear)}; nobody has recorded that the year was finished`,
      route: { sentence: "Ask the lead of that group, or the hub, to complete the record", steps: [] },
    };
  return { evidence: "No record", route: routeVia(world.through(rule.programme), missing) };
}

function yearsFinished(facts: EligibilityFacts, programme: string, by: string): AcademicYear[] {
  const places = placesFinishedBy(facts.places, programme, { today: facts.today, by });
  return [...new Set(places.map((place) => place.academicYear))];
}

function judgeNotBeside(rule: RuleOf<"not_beside">, { facts, offer, words, nameOf }: World): Condition {
  const year = sayAcademicYear(offer.academicYear);
  const other = facts.places.find(
    (place) => rule.programmes.includes(place.programme) && place.academicYear === offer.academicYear,
  );
  const sentence = `${words.are} not in ${listWords(rule.programmes.map(nameOf), "or")} in ${year} as well`;
  if (!other) return { code: rule.code, state: "met", sentence };
  const name = nameOf(other.programme);
  return {
    code: rule.code,
    state: "not_yet",
    sentence,
    evidence:
      other.progress === "asked" ? `Applied for ${name} for ${year}` : `A place in ${name} in ${year}`,
    route: {
      sentence: `Withdraw from ${name} first, or go on with it and come back next year`,
      steps: [],
      metFor: offer.academicYear + 1,
    },
  };
}

function judgeRunsBeside(rule: RuleOf<"runs_beside">, world: World): Condition {
  const { facts, offer, words } = world;
  const name = world.nameOf(rule.programme);
  const about = { code: rule.code, sentence: `${words.are} in ${name} in the same year` };
  const beside = facts.places.find(
    (place) => place.programme === rule.programme && place.academicYear === offer.academicYear,
  );
  if (beside) return { ...about, state: "met", evidence: sayAcademicYear(beside.academicYear) };
  const way = routeVia(world.through(rule.programme), 0);
  return { ...about, state: "to_confirm", route: { ...way, sentence: `Apply for ${name} as well` } };
}
