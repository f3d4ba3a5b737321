import type { z } from "zod";
import type { Ctx } from "@/lib/access/context";
import type { JobKind } from "./define-job";

/** A job and what it does. The handler gets a context of the system's own actor; it throws to be tried again. */
export interface JobHandler {
  readonly kind: JobKind;
  readonly run: (ctx: Ctx, data: unknown) => Promise<void>;
}

export function handleJob<Schema extends z.ZodType<object>>(
  kind: JobKind<Schema>,
  run: (ctx: Ctx, data: z.infer<Schema>) => Promise<void>,
): JobHandler {
  return { kind, run: (ctx, data) => run(ctx, kind.schema.parse(data)) };
}
