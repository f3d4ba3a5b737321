"use client";

import { Checkboxes } from "@/app/_components/checkboxes";
import { listProps } from "@/app/_components/field-props";
import { weekdayNames } from "@/lib/kernel/dates";
import { StepForm, type StepPlace } from "../../_journey/step-form";
import { type Around, WithinReach } from "../within-reach";
import { keepBestDays } from "./actions";

const schema = () => import("@/lib/applications/input").then(({ saveBestDaysInput }) => saveBestDaysInput);

interface BestDaysFormProps {
  readonly place: StepPlace;
  readonly possible: readonly number[];
  readonly best: string[];
  /** How the groups of this offer meet: where it is one way, that question is left out. */
  readonly meets: string;
  readonly around: Around;
}

export function BestDaysForm({ place, possible, best, meets, around }: BestDaysFormProps) {
  return (
    <StepForm action={keepBestDays} schema={schema} place={place} values={{ best }}>
      {(state) => (
        <>
          <input type="hidden" name="meets" value={meets} />
          <Checkboxes
            {...listProps(state, "best")}
            legend="Does one of them suit you best?"
            legendSize="l"
            isPageHeading
            hint="Choose none if they are all the same to you. We look for these days first."
            items={possible.map((day) => ({ value: String(day), label: weekdayNames[day] }))}
          />
          <WithinReach
            around={around}
            askedFor="best"
            values={{}}
            promise="Saying which days suit you best takes no group out of your reach."
          />
        </>
      )}
    </StepForm>
  );
}
