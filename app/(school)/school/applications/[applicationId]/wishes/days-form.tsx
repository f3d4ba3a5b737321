"use client";

import { Checkboxes } from "@/app/_components/checkboxes";
import { listProps } from "@/app/_components/field-props";
import { weekdayNames } from "@/lib/kernel/dates";
import { StepForm, type StepPlace } from "../_journey/step-form";
import { keepDays } from "./actions";
import { type Around, WithinReach } from "./within-reach";

const schema = () => import("@/lib/applications/input").then(({ saveDaysInput }) => saveDaysInput);

interface DaysFormProps {
  readonly place: StepPlace;
  readonly days: string[];
  readonly around: Around;
}

export function DaysForm({ place, days, around }: DaysFormProps) {
  return (
    <StepForm action={keepDays} schema={schema} place={place} values={{ days }}>
      {(state) => (
        <>
          <Checkboxes
            {...listProps(state, "days")}
            legend="Which days could you attend?"
            legendSize="l"
            isPageHeading
            hint="Choose at least 2. Each extra day makes a nearer group more likely."
            items={weekdayNames.slice(0, 5).map((label, day) => ({ value: String(day), label }))}
          />
          <WithinReach
            around={around}
            askedFor="days"
            values={state.values}
            promise="Each day that you name can only help: every group within your reach stays there."
          />
        </>
      )}
    </StepForm>
  );
}
