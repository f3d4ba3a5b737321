"use server";

import { redirect } from "next/navigation";
import { signOutHere } from "@/lib/auth/sign-out";

export async function signOut(): Promise<void> {
  await signOutHere();
  redirect("/");
}
