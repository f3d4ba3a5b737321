import type { Refusal } from "@/lib/kernel/result";
import { type ApplicationRefusal, applicationRefusals } from "./refusals";

/** The sentence of a refusal, for a deed of another domain that passes it on. */
export function sayRefusal({ code, detail = {} }: Refusal<ApplicationRefusal>): string {
  const copy: string | ((detail: NonNullable<Refusal["detail"]>) => string) = applicationRefusals[code];
  return typeof copy === "function" ? copy(detail) : copy;
}
