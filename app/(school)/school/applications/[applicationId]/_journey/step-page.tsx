import type { ReactNode } from "react";
import { Columns } from "@/app/_components/columns";
import { Page } from "@/app/_components/page";
import type { ApplicationView } from "@/lib/applications/queries/application";
import { Progress } from "./progress";
import { type Step, stepsOf } from "./steps";

interface StepPageProps {
  readonly application: ApplicationView;
  readonly part: Step["part"];
  readonly back?: string;
  readonly children: ReactNode;
}

/** The frame of a question: the question, and beside it how far the application has come. */
export function StepPage({ application, part, back, children }: StepPageProps) {
  const home = `/school/applications/${application.id}`;
  if (application.decision !== "draft") {
    return (
      <Page back={back ?? home} narrow>
        {children}
      </Page>
    );
  }
  return (
    <Page back={back ?? home}>
      <Columns>
        <div className="measure">{children}</div>
        <aside className="panel panel--paper" aria-labelledby="your-application">
          <h2 id="your-application">Your application</h2>
          <Progress steps={stepsOf(application)} now={part} />
          <p className="small muted">
            Each part is saved when you go on. Others who act for {application.school} can see it and change
            it.
          </p>
        </aside>
      </Columns>
    </Page>
  );
}
