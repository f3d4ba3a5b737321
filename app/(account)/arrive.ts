import { redirect } from "next/navigation";
import { homePathFor } from "@/app/_shell/navigation";
import type { JustSignedIn } from "@/lib/auth/sign-in";
import type { FormState } from "@/lib/forms/form-state";

/** Where somebody goes who has just signed in: the page they were on their way to, or their own first page. */
export function landingOf({ returnTo, actor }: JustSignedIn): string {
  return returnTo ?? homePathFor(actor);
}

/** Ends a sign-in's action. It redirects with JavaScript too, since the header must be drawn anew for whoever is signed in now. */
export function arrive(state: FormState): FormState {
  if (state.to) redirect(state.to);
  return state;
}
