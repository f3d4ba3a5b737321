"use client";

import { fieldProps } from "@/app/_components/field-props";
import { Input } from "@/app/_components/input";
import { Radios } from "@/app/_components/radios";
import { Textarea } from "@/app/_components/textarea";
import type { FormState } from "@/lib/forms/form-state";
import { StepForm, type StepPlace } from "../../_journey/step-form";
import { type Around, WithinReach } from "../within-reach";
import { keepTravel } from "./actions";

const schema = () => import("@/lib/applications/input").then(({ saveTravelInput }) => saveTravelInput);

interface TravelFormProps {
  readonly place: StepPlace;
  readonly unit: string;
  readonly hub: string;
  readonly online: boolean;
  readonly values: FormState["values"];
  readonly around: Around;
}

export function TravelForm({ place, unit, hub, online, values, around }: TravelFormProps) {
  return (
    <StepForm action={keepTravel} schema={schema} place={place} values={values}>
      {(state) => (
        <>
          <h1 className="govuk-heading-l">
            {online ? "Which groups could you join?" : "How far could you travel?"}
          </h1>
          <input type="hidden" name="unit" value={unit} />
          {online ? null : (
            <Input
              {...fieldProps(state, "maximumKm")}
              label="Farthest distance from school"
              hint="In a straight line. Most groups are within 20 km."
              suffix="km"
              width={3}
              inputMode="numeric"
              autoComplete="off"
            />
          )}
          <Radios
            {...fieldProps(state, "neighbourHubs")}
            legend="Could it be a group of a neighbouring hub?"
            legendSize="m"
            hint={`We look in ${hub} first.`}
            items={[
              { value: "yes", label: "Yes, if it is in our reach" },
              { value: "no", label: `No, only ${hub}` },
            ]}
          />
          <WithinReach
            around={around}
            askedFor={online ? "hubs" : "travel"}
            values={state.values}
            promise={`${online ? "A neighbouring hub" : "Travelling farther, or to a neighbouring hub,"} can only help: every group within your reach stays there.`}
          />
          <Textarea
            {...fieldProps(state, "note")}
            label="Is there anything your hub should know?"
            hint="Optional. Why you apply now, or what somebody needs to take part. Leave out anything private about pupils or staff."
            rows={4}
          />
        </>
      )}
    </StepForm>
  );
}
