import { listWords } from "@/lib/kernel/words";
import type { HubSchool } from "@/lib/schools/queries/hub-schools";
import { sayPhases, sayStage } from "@/lib/schools/say-phases";
import type { SchoolsTableRow } from "./schools-table";

/** A row of the list in words. */
export function tableRow(school: HubSchool): SchoolsTableRow {
  const { id, name, urn, town, postcode, pupils, disadvantaged, stages, moved } = school;
  return {
    id,
    name,
    urn: urn === null ? "" : `URN ${urn}`,
    place: [town, postcode].filter(Boolean).join(", ") || "Not known",
    phases: sayPhases(school),
    pupils: pupils === null ? "Not known" : pupils.toLocaleString("en-GB"),
    disadvantaged: disadvantaged === null ? "Not known" : `${Math.round(disadvantaged)}%`,
    stages: stages.length === 0 ? "None yet" : listWords(stages.map(sayStage)),
    note: moved ? "Moved from its authority’s hub" : "",
  };
}
