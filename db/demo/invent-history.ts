import { endOfAcademicYear, startOfAcademicYear } from "@/lib/kernel/academic-year";
import type { Country } from "./country";
import type { InventedSchool } from "./invent-schools";

type Stage = "readiness" | "development" | "embedding" | "sustaining";
const ladder = {
  primary: ["readiness", "development", "embedding", "sustaining"],
  secondary: ["development", "embedding", "sustaining"],
} as const;

/** The stage each school is in this year, by school and phase. */
export type CurrentStages = Map<
  string,
  { school: InventedSchool; phase: "primary" | "secondary"; stage: Stage }
>;

/** Draws each school's way through the stages: some have not begun, some took a break, most go on year by year. */
export function inventHistory(country: Country): CurrentStages {
  const current: CurrentStages = new Map();
  for (const school of country.schools) {
    for (const phase of school.phases) {
      const stage = walk(country, school, phase);
      if (stage) current.set(`${school.id} ${phase}`, { school, phase, stage });
    }
  }
  return current;
}

function walk(country: Country, school: InventedSchool, phase: "primary" | "secondary"): Stage | undefined {
  const { chance, year, scale } = country;
  if (chance.happens(0.36)) return undefined;
  const stages = ladder[phase];
  const began = year - chance.between(0, scale.yearsOfHistory + 2);
  let rung = phase === "primary" && chance.happens(0.15) ? 0 : stages.indexOf("development");
  let inBreak = 0;
  for (let now = began; now <= year; now += 1) {
    if (inBreak > 0) {
      inBreak -= 1;
      continue;
    }
    const stage = stages[Math.min(rung, stages.length - 1)];
    if (!stage) return undefined;
    const open = now === year;
    country.stagePeriods.push({
      organisationId: school.id,
      phase,
      stage,
      startedOn: startOfAcademicYear(now),
      finishedOn: open ? null : endOfAcademicYear(now),
      outcome: open ? null : "completed",
    });
    if (open) return stage;
    rung += 1;
    if (stage === "sustaining" && chance.happens(0.12)) inBreak = chance.between(1, 2);
  }
  return undefined;
}
