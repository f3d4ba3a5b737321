import { listWords } from "@/lib/kernel/words";
import type { CatalogueOffer } from "@/lib/programmes/queries/offers";

const formats: Readonly<Record<CatalogueOffer["format"], string>> = {
  work_group: "Work Group",
  sktm_programme: "Programme for one person",
  community: "Community",
  riwg: "Research and Innovation Work Group",
  bespoke_support: "Support in your school",
  national_programme: "National programme",
  llme_development: "Programme for local leaders",
  targeted_support: "Targeted Support",
};

/** "Work Group, Key Stage 2, code NCP26-06" */
export function kindOf({ format, keyStages, code }: CatalogueOffer): string {
  return [formats[format], sayKeyStages(keyStages), `code ${code}`].filter(Boolean).join(", ");
}

/** "Early years and Key Stage 1", "Key Stages 3 and 4"; every phase is not worth saying. */
function sayKeyStages(keyStages: readonly string[]): string {
  if (keyStages.length > 4) return "";
  const numbers = keyStages.filter((stage) => stage.startsWith("KS")).map((stage) => stage.slice(2));
  const early = keyStages.includes("EYFS") ? ["early years"] : [];
  const later = keyStages.includes("post16") ? ["16 to 18"] : [];
  const stages =
    numbers.length === 0 ? [] : [`Key Stage${numbers.length > 1 ? "s" : ""} ${listWords(numbers)}`];
  return listWords([...early, ...stages, ...later]);
}
