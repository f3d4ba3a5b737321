import { headTitleOf } from "@/lib/applications/agreement-rules";
import type { ApplicationView } from "@/lib/applications/queries/application";
import type { Part } from "@/lib/applications/rules";
import { capital } from "@/lib/kernel/words";

export interface Step {
  readonly part: Part | "check";
  readonly label: string;
  readonly href: string;
  readonly done: boolean;
}

/** The parts of an application in order, with their addresses. Where it is for one person, that person is chosen already. */
export function stepsOf(application: ApplicationView): readonly Step[] {
  const base = `/school/applications/${application.id}`;
  const head = headTitleOf(application.kind);
  const { finished, unit } = application;
  const parts = [
    { part: "wishes", label: "Days and travel", href: `${base}/wishes` },
    { part: "people", label: "People who take part", href: `${base}/participants` },
    { part: "commitment", label: "What your school agrees to", href: `${base}/commitment` },
    { part: "headteacher", label: capital(head), href: `${base}/headteacher` },
  ] as const;
  const steps = parts
    .filter(({ part }) => part !== "people" || unit === "school")
    .map((step) => ({ ...step, done: finished[step.part] }));
  return [...steps, { part: "check", label: "Check and send", href: `${base}/check`, done: false }];
}

/** "Mastering Number at Key Stage 2. Part 3 of 5"; without the part once it has been sent. */
export function eyebrowOf(application: ApplicationView, part: Step["part"]): string {
  const steps = stepsOf(application);
  const number = steps.findIndex((step) => step.part === part) + 1;
  const name = nameOf(application);
  return application.decision === "draft" ? `${name}. Part ${number} of ${steps.length}` : name;
}

/** The programme with its theme. */
export function nameOf({ programme, theme }: Pick<ApplicationView, "programme" | "theme">): string {
  return theme ? `${programme}: ${theme}` : programme;
}
