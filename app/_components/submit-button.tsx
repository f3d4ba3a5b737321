"use client";

import { use } from "react";
import { Button, type ButtonProps } from "./button";
import { FormBusy } from "./form-frame";

/** Sends its form. While that takes its time it says so and stays focusable; the form ignores a second press. */
export function SubmitButton({ attributes, ...props }: Omit<ButtonProps, "href" | "type" | "disabled">) {
  const busy = use(FormBusy);
  return <Button {...props} attributes={{ ...attributes, "aria-disabled": busy || undefined }} />;
}
