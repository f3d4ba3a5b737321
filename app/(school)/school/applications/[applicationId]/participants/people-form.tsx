"use client";

import { fieldProps } from "@/app/_components/field-props";
import { Radios } from "@/app/_components/radios";
import { StepForm, type StepPlace } from "../_journey/step-form";
import { goOnWithPeople } from "./actions";

const schema = () =>
  import("@/lib/applications/input").then(({ confirmParticipantsInput }) => confirmParticipantsInput);

interface PeopleFormProps {
  readonly place: StepPlace;
  readonly named: number;
  readonly least: number;
  readonly most: number;
}

/** Asks whether somebody else is to be named; where the offer takes nobody more, only goes on. */
export function PeopleForm({ place, named, least, most }: PeopleFormProps) {
  const enough = named >= least;
  return (
    <StepForm action={goOnWithPeople} schema={schema} place={place} isBelowTitle>
      {(state) =>
        named >= most ? (
          <input type="hidden" name="another" value="no" />
        ) : (
          <Radios
            {...fieldProps(state, "another")}
            legend={named === 0 ? "Do you know who will take part?" : "Do you want to add somebody else?"}
            legendSize="m"
            items={[
              { value: "yes", label: named === 0 ? "Yes, add somebody now" : "Yes" },
              { value: "no", label: enough ? "No" : "Not yet. We will name people later" },
            ]}
          />
        )
      }
    </StepForm>
  );
}
