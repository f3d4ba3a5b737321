"use client";

import { fieldProps } from "@/app/_components/field-props";
import { Radios } from "@/app/_components/radios";
import { StepForm, type StepPlace } from "../../_journey/step-form";
import { type Around, WithinReach } from "../within-reach";
import { keepMeeting } from "./actions";

const schema = () => import("@/lib/applications/input").then(({ saveMeetingInput }) => saveMeetingInput);

interface MeetingFormProps {
  readonly place: StepPlace;
  readonly mode: string;
  readonly around: Around;
}

export function MeetingForm({ place, mode, around }: MeetingFormProps) {
  return (
    <StepForm action={keepMeeting} schema={schema} place={place} values={{ mode }}>
      {(state) => (
        <>
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
          <WithinReach
            around={around}
            askedFor="meeting"
            values={{}}
            promise="Whichever you choose, groups of the other kind stay within your reach."
          />
        </>
      )}
    </StepForm>
  );
}
