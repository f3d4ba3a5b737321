import { sayAcademicYear } from "@/lib/kernel/academic-year";
import type { Condition, Judges, WayThrough, World } from "./condition";
import type { EligibilityFacts } from "./facts";
import { placesTaken, sayYears, stagePeriods, stageYears } from "./history";
import { type LadderPhase, type LadderStage, ladderStages, type RuleOf } from "./rule";

export const stageJudges: Judges<
  "stage_current" | "stage_year_before" | "stage_ever" | "on_ladder" | "before_stage"
> = {
  stage_current: judgeCurrent,
  stage_year_before: judgeYearBefore,
  stage_ever: judgeEver,
  on_ladder: judgeOnLadder,
  before_stage: judgeBefore,
};

/** "Sustaining"; on the other ladder "Secondary Sustaining", for all-through schools stand on both. */
function sayStage({ phase, stage }: Rung): string {
  const name = stage.charAt(0).toUpperCase() + stage.slice(1);
  return phase === "secondary" ? `Secondary ${name}` : name;
}

/** Years at a stage from its periods and, where these are not written yet, from places in its programme. */
function yearsAt(facts: EligibilityFacts, rung: Rung, programme: string): number[] {
  const places = placesTaken(facts.places, programme, facts.today).map((place) => place.academicYear);
  return [...stageYears(facts, rung.phase, rung.stage), ...places];
}

interface Rung {
  readonly phase: LadderPhase;
  readonly stage: LadderStage;
}

function judgeCurrent(rule: RuleOf<"stage_current">, world: World): Condition {
  const { facts, offer, words } = world;
  const about = { code: rule.code, sentence: `${words.are} in a ${sayStage(rule)} Work Group` };
  const since = stagePeriods(facts, rule.phase, rule.stage).find(
    (period) => (period.finishedOn ?? facts.today) >= facts.today || period.startedOn > facts.today,
  );
  if (since && since.startedOn <= offer.startsOn)
    return { ...about, state: "met", evidence: `Since ${sayAcademicYear(unbrokenSince(facts, rule))}` };
  const asked = facts.places.find(
    (place) => place.programme === rule.throughProgramme && place.academicYear === offer.academicYear,
  );
  if (asked)
    return {
      ...about,
      state: "met",
      evidence: `${words.You} ${asked.progress === "asked" ? "applied for it" : "took a place"} for ${sayAcademicYear(offer.academicYear)}`,
    };
  const way = world.through(rule.throughProgramme);
  return { ...about, state: "not_yet", evidence: sayNow(world, rule.phase), route: routeVia(way, 0) };
}

/** The first of the years that run to now without a gap. */
function unbrokenSince(facts: EligibilityFacts, { phase, stage }: Rung): number {
  const years = stageYears(facts, phase, stage);
  return years.reduceRight((first, year) => (year === first - 1 ? year : first), years.at(-1) ?? 0);
}

function judgeYearBefore(rule: RuleOf<"stage_year_before">, world: World): Condition {
  const { facts, offer, words } = world;
  const before = offer.academicYear - 1;
  const about = {
    code: rule.code,
    sentence: `${words.are} in ${sayStage(rule)} in ${sayAcademicYear(before)}, the year before`,
  };
  const years = yearsAt(facts, rule, rule.throughProgramme);
  if (years.includes(before)) return { ...about, state: "met", evidence: sayYears(years) };
  if (years.some((year) => year < before))
    return {
      ...about,
      state: "never",
      evidence: `${sayStage(rule)} in ${sayYears(years)}`,
      route: {
        sentence: `${world.nameOf(rule.insteadProgramme)} is open to every school that was in ${sayStage(rule)}`,
        steps: [],
      },
    };
  if (years.length > 0)
    return {
      ...about,
      state: "not_yet",
      evidence: `${sayStage(rule)} in ${sayYears(years)}`,
      route: {
        sentence: `${world.offer.shortName} follows the year after ${sayStage(rule)}`,
        steps: [],
        metFor: Math.max(...years) + 1,
      },
    };
  const way = world.through(rule.throughProgramme);
  return { ...about, state: "not_yet", evidence: sayNow(world, rule.phase), route: routeVia(way, 1) };
}

function judgeEver(rule: RuleOf<"stage_ever">, world: World): Condition {
  const { facts, offer, words } = world;
  const about = { code: rule.code, sentence: `${words.have} been in ${sayStage(rule)}` };
  const years = yearsAt(facts, rule, rule.throughProgramme).filter((year) => year < offer.academicYear);
  if (years.length > 0) return { ...about, state: "met", evidence: sayYears(years) };
  if (rule.orSpecialist && facts.organisation.designations.includes(rule.orSpecialist))
    return { ...about, state: "met", evidence: "A Mastery Specialist works here, which counts as well" };
  const now = yearsAt(facts, rule, rule.throughProgramme);
  if (now.length > 0)
    return {
      ...about,
      state: "not_yet",
      evidence: `${sayStage(rule)} in ${sayYears(now)}`,
      route: {
        sentence: `${offer.shortName} may follow the year after ${sayStage(rule)}`,
        steps: [],
        metFor: Math.max(...now) + 1,
      },
    };
  const way = world.through(rule.throughProgramme);
  return { ...about, state: "not_yet", evidence: sayNow(world, rule.phase), route: routeVia(way, 1) };
}

function judgeOnLadder(rule: RuleOf<"on_ladder">, { facts, words }: World): Condition {
  const open = facts.stages.find((period) => period.finishedOn === null && period.startedOn <= facts.today);
  return {
    code: rule.code,
    state: open ? "met" : "not_yet",
    sentence: `${words.are} in a Teaching for Mastery Work Group`,
    evidence: open ? sayStage(open) : "No stage at present",
  };
}

function judgeBefore(rule: RuleOf<"before_stage">, { facts, words }: World): Condition {
  const reached = ladderStages
    .slice(ladderStages.indexOf(rule.stage))
    .filter((stage) => stagePeriods(facts, rule.phase, stage).length > 0);
  const sentence = `${words.have} not begun ${sayStage(rule)}`;
  const furthest = reached.at(-1);
  if (!furthest) return { code: rule.code, state: "met", sentence };
  return {
    code: rule.code,
    state: "never",
    sentence,
    evidence: `${sayStage({ ...rule, stage: furthest })} in ${sayYears(stageYears(facts, rule.phase, furthest))}`,
    route: { sentence: "To step back, talk to the hub", steps: [] },
  };
}

/** Where a school stands on a ladder now, as its own evidence. */
function sayNow({ facts, words }: World, phase: LadderPhase): string {
  const open = facts.stages.find(
    (period) => period.phase === phase && period.finishedOn === null && period.startedOn <= facts.today,
  );
  if (open) return `${words.You} ${words.You === "You" ? "are" : "is"} in ${sayStage(open)} this year`;
  const last = facts.stages
    .filter((period) => period.phase === phase && period.outcome !== "withdrew")
    .at(-1);
  return last ? `${sayStage(last)} until ${last.finishedOn?.slice(0, 4)}` : "No record";
}

/** The route by way of another programme, after `yearsLater` years of it. */
export function routeVia(way: WayThrough, yearsLater: number): NonNullable<Condition["route"]> {
  const route = { sentence: way.sentence, steps: way.steps };
  return way.year === undefined ? route : { ...route, metFor: way.year + yearsLater };
}
