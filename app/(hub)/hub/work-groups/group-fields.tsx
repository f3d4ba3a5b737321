"use client";

import { fieldProps } from "@/app/_components/field-props";
import { Input } from "@/app/_components/input";
import { Radios } from "@/app/_components/radios";
import { Select } from "@/app/_components/select";
import { Textarea } from "@/app/_components/textarea";
import type { FormState } from "@/lib/forms/form-state";
import { weekdayNames } from "@/lib/kernel/dates";
import { weekPatternNames } from "@/lib/workgroups/input";

const weekdays = weekdayNames.slice(0, 5).map((label, index) => ({ value: String(index), label }));
const weekPatterns = Object.entries(weekPatternNames).map(([value, label]) => ({ value, label }));

/** The questions about a group: the same when it is planned and when it is changed. */
export function GroupFields({ state }: { readonly state: FormState }) {
  return (
    <>
      <Input
        {...fieldProps(state, "name")}
        label="Name of the group"
        hint="Schools see it. A place and a day are easy to remember, like Fernley Tuesday"
        width={30}
        autoComplete="off"
      />
      <Radios
        {...fieldProps(state, "meets")}
        legend="How does it meet?"
        legendSize="s"
        items={[
          { value: "face_to_face", label: "Face to face" },
          { value: "online", label: "Online" },
        ]}
      />
      <Input
        {...fieldProps(state, "venueName")}
        label="Venue"
        hint="Leave this and the postcode empty when the group meets online"
        width={30}
        autoComplete="off"
      />
      <Input
        {...fieldProps(state, "venuePostcode")}
        label="Postcode of the venue"
        hint="Schools are placed by their distance to it"
        width={10}
        autoComplete="off"
        spellCheck={false}
      />
      <Select
        {...fieldProps(state, "weekday")}
        label="Weekday"
        items={[{ value: "", label: "Choose" }, ...weekdays]}
      />
      <Select
        {...fieldProps(state, "weekPattern")}
        label="Weeks"
        hint="Odd or even weeks let a lead run two groups on one weekday"
        items={weekPatterns}
      />
      <Input
        {...fieldProps(state, "minimumSchools")}
        label="Smallest number of schools"
        hint="Below this the group runs only with a reason"
        width={3}
        inputMode="numeric"
      />
      <Input
        {...fieldProps(state, "maximumSchools")}
        label="Largest number of schools"
        width={3}
        inputMode="numeric"
      />
      <Textarea
        {...fieldProps(state, "whatToPrepare")}
        label="What schools should prepare"
        hint="Optional. Schools read it on the page of their group"
        rows={4}
      />
    </>
  );
}
