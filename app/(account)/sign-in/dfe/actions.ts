"use server";

import { notFound, redirect } from "next/navigation";
import { leaveForOpenid } from "@/lib/auth/openid-sign-in";
import { safeReturnPath } from "@/lib/auth/return-path";

export async function goToDfeSignIn(formData: FormData): Promise<void> {
  const to = formData.get("to");
  const address = await leaveForOpenid(safeReturnPath(typeof to === "string" ? to : undefined));
  redirect(address ?? notFound());
}
