import type { Mail } from "@/lib/applications/mails";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { type IsoDate, sayDate } from "@/lib/kernel/dates";
import type { Phase, Stage } from "./move-rules";
import { stageNames } from "./rules";

interface About {
  readonly school: string;
  readonly stage: Stage;
  readonly academicYear: number;
}

export function recommendedMail(about: About & { lead: string; by: IsoDate; changed: boolean }): Mail {
  const { school, lead, changed } = about;
  const what = `${stageNames[about.stage]} in ${sayAcademicYear(about.academicYear)}`;
  return {
    purpose: "stage_recommended",
    subject: `${lead} suggests ${what} for ${school}: please answer by ${sayDate(about.by)}`,
    text: `${lead} has ${changed ? "changed" : "written"} the review of the year with ${school} and suggests ${what}. It is a record of progress, not a grade, and you see every word.\n\nPlease say by ${sayDate(about.by)} whether your school continues.`,
    linkText: "Read the review and answer",
  };
}

export function confirmedMail(about: About & { by: IsoDate }): Mail {
  const { school } = about;
  return {
    purpose: "stage_confirmed",
    subject: `${school} continues: please decide its stage by ${sayDate(about.by)}`,
    text: `${school} has said that it continues. Its lead suggests ${stageNames[about.stage]} for ${sayAcademicYear(about.academicYear)}.`,
    linkText: "Read the evidence and decide",
  };
}

export function decidedMail(
  about: About & { phase: Phase; reason?: string; next: "started" | "later" },
): Mail {
  const { school, stage } = about;
  const year = sayAcademicYear(about.academicYear);
  const beside =
    about.phase === "secondary" && stage === "embedding"
      ? "\n\nEmbedding runs beside a Sustaining group, so apply for a Sustaining theme as well."
      : "";
  const next =
    about.next === "started"
      ? "We have filled in the application from this year’s. Read it, change what is different, and send it."
      : "You can apply when the programme’s window opens; the application will be filled in from this year’s.";
  return {
    purpose: "stage_decided",
    subject: `${school}: ${stageNames[stage]} from September ${about.academicYear}`,
    text: `Your hub has decided on ${stageNames[stage]} for ${school} in ${year}. ${next}${beside}${about.reason ? `\n\nYour hub writes: ${about.reason}` : ""}`,
    linkText: about.next === "started" ? "Check your application and send it" : "See what comes next",
  };
}
