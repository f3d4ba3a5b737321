"use client";

import { type ReactNode, useEffect, useId, useState } from "react";
import type { SearchPurpose } from "@/lib/schools/input";
import { Button } from "./button";
import type { Size } from "./class-names";
import { FormGroup } from "./form-group";
import { Hint } from "./hint";
import { Label } from "./label";
import { SchoolBox } from "./school-box";

export interface SchoolPickerProps {
  /** The page that answers `?q=` with a list, and what was chosen from the suggestions under `chosenName`. */
  readonly action: string;
  readonly chosenName: "school" | "urn";
  readonly label: string;
  readonly labelSize?: Size;
  readonly button: string;
  readonly purpose?: SearchPurpose;
  readonly defaultValue?: string;
  /** Beside the box and its button, inside the form. */
  readonly children?: ReactNode;
}

/**
 * One box to find a school. Without JavaScript the form asks its page, which lists what fits; with it, schools are suggested
 * while somebody types, and the chosen one goes along.
 */
export function SchoolPicker(props: SchoolPickerProps) {
  const { action, chosenName, label, labelSize, button, purpose, defaultValue, children } = props;
  const id = useId();
  const [chosen, setChosen] = useState<string>();
  const awake = useAwake();
  return (
    <form className="finder" action={action} method="get" aria-label={label}>
      <FormGroup>
        <Label htmlFor={id} size={labelSize}>
          {label}
        </Label>
        <Hint id={`${id}-hint`}>Name with the town, postcode or URN</Hint>
        <div className="finder__row">
          <SchoolBox
            id={id}
            awake={awake}
            purpose={purpose}
            defaultValue={defaultValue}
            onChoose={(school) =>
              setChosen(
                chosenName === "urn" ? school && String(school.urn) : (school?.organisationId ?? undefined),
              )
            }
          />
          <Button>{button}</Button>
        </div>
      </FormGroup>
      {chosen ? <input type="hidden" name={chosenName} value={chosen} /> : null}
      {children}
    </form>
  );
}

/** True once the page's script runs: before that the box promises nothing that it cannot do. */
function useAwake(): boolean {
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  return awake;
}
