"use client";

import { fieldProps } from "@/app/_components/field-props";
import { Radios } from "@/app/_components/radios";
import { StepForm, type StepPlace } from "../../_journey/step-form";
import { keepMeeting } from "./actions";

const schema = () => import("@/lib/applications/input").then(({ saveMeetingInput }) => saveMeetingInput);

export function MeetingForm({ place, mode }: { readonly place: StepPlace; readonly mode: string }) {
  return (
    <StepForm action={keepMeeting} schema={schema} place={place} values={{ mode }}>
      {(state) => (
        <Radios
          {...fieldProps(state, "mode")}
          legend="How would you like to meet?"
          legendSize="l"
          isPageHeading
          hint="A group of the other kind may still be found for you if no other is in reach."
          items={[
            { value: "face_to_face", label: "Face to face" },
            { value: "online", label: "Online" },
            { value: "either", label: "Either suits us" },
          ]}
        />
      )}
    </StepForm>
  );
}
