const words: Readonly<Record<string, string>> = {
  primary_mastery_specialist: "Primary Mastery Specialist",
  secondary_mastery_specialist: "Secondary Mastery Specialist",
  pd_lead: "Professional Development Lead",
  readiness_lead: "Readiness Lead",
};

/** What a lead is trained for, in words. */
export function sayDesignation(designation: string): string {
  return words[designation] ?? designation.replaceAll("_", " ");
}
