"use server";

import { redirect } from "next/navigation";
import { currentSession } from "@/lib/auth/current-user";
import { runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { endOtherSessions } from "@/lib/people/end-other-sessions";
import { endSession } from "@/lib/people/end-session";
import { endSessionInput, nothingInput } from "@/lib/people/input";
import { accessRefusals } from "@/lib/people/refusals";

const handling = { to: "/account", refusals: { not_found: "That browser is signed out already" } };

export async function signOutThere(state: FormState, formData: FormData): Promise<FormState> {
  return runForm(state, formData, endSessionInput, endSession, handling);
}

export async function signOutElsewhere(state: FormState, formData: FormData): Promise<FormState> {
  const session = await currentSession();
  if (!session) redirect("/sign-in?to=/account");
  return runForm(state, formData, nothingInput, (ctx) => endOtherSessions(ctx, { keep: session.sessionId }), {
    to: "/account",
    refusals: accessRefusals,
  });
}
