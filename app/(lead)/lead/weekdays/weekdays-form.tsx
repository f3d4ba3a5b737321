"use client";

import { Checkboxes } from "@/app/_components/checkboxes";
import { CheckedForm } from "@/app/_components/checked-form";
import { listProps } from "@/app/_components/field-props";
import { SubmitButton } from "@/app/_components/submit-button";
import { initialFormState } from "@/lib/forms/form-state";
import { weekdayNames } from "@/lib/kernel/dates";
import { keepWeekdays } from "./actions";

const schema = () => import("@/lib/people/input").then(({ chooseWeekdaysInput }) => chooseWeekdaysInput);

export function WeekdaysForm({ days }: { readonly days: string[] }) {
  return (
    <CheckedForm action={keepWeekdays} schema={schema} initial={initialFormState({ days })}>
      {(state) => (
        <>
          <Checkboxes
            {...listProps(state, "days")}
            legend="On which weekdays can you lead a group?"
            legendSize="l"
            isPageHeading
            hint="A match gives you new groups on these days only. Each extra day helps a group near you to find its lead."
            items={weekdayNames.slice(0, 5).map((label, day) => ({ value: String(day), label }))}
          />
          <SubmitButton>Save your days</SubmitButton>
        </>
      )}
    </CheckedForm>
  );
}
