"use server";

import { notFound, redirect } from "next/navigation";
import { homePathFor } from "@/app/_shell/navigation";
import { signInThrough } from "@/lib/auth/sign-in";

export async function signInAsPersona(formData: FormData): Promise<void> {
  const answer = await signInThrough("persona", { personId: String(formData.get("personId")) });
  if (!answer.ok) notFound();
  redirect(homePathFor(answer.value.actor));
}
