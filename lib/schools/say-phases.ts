import { capital, listWords } from "@/lib/kernel/words";

/** "Primary", "Primary and secondary", "College". */
export function sayPhases({ kind, phases }: { kind: string; phases: readonly string[] }): string {
  if (kind === "college") return "College";
  return phases.length === 0 ? "Not known" : capital(listWords(phases));
}

const stages: Readonly<Record<string, string>> = {
  readiness: "Mastery Readiness",
  development: "Development",
  embedding: "Embedding",
  sustaining: "Sustaining",
};

export function sayStage(stage: string): string {
  return stages[stage] ?? capital(stage);
}
