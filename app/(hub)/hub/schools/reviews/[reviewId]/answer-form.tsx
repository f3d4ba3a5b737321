"use client";

import { Checkboxes } from "@/app/_components/checkboxes";
import { fieldProps, listProps } from "@/app/_components/field-props";
import { Form } from "@/app/_components/form";
import { Radios } from "@/app/_components/radios";
import { SubmitButton } from "@/app/_components/submit-button";
import { Textarea } from "@/app/_components/textarea";
import { initialFormState } from "@/lib/forms/form-state";
import { answerReview } from "./actions";

interface AnswerFormProps {
  readonly reviewId: string;
  readonly answers: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  /** Whether one of the answers joins two records. */
  readonly mayJoin: boolean;
}

export function AnswerForm({ reviewId, answers, mayJoin }: AnswerFormProps) {
  return (
    <Form action={answerReview} initial={initialFormState()} label="Answer">
      {(state) => (
        <>
          <input type="hidden" name="reviewId" value={reviewId} />
          <Radios
            {...fieldProps(state, "answer")}
            legend="What happens to the history?"
            legendSize="m"
            items={answers}
          />
          <Textarea
            {...fieldProps(state, "note")}
            label="How do you know?"
            hint="Others of the hub read this later, such as “Same site, head and children”"
            rows={3}
          />
          {mayJoin ? (
            <Checkboxes
              {...listProps(state, "checked")}
              legend="If a history goes on in another school"
              legendSize="s"
              items={[
                { value: "yes", label: "I have checked it. Two records become one, which cannot be undone" },
              ]}
            />
          ) : null}
          <SubmitButton>Save the answer</SubmitButton>
        </>
      )}
    </Form>
  );
}
