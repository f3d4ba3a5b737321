import type { z } from "zod";

/** A kind of event: its name, the shape of its payload, and the sentence a timeline tells it with. */
export interface EventKind<
  Schema extends z.ZodType<Record<string, unknown>> = z.ZodType<Record<string, unknown>>,
> {
  readonly type: string;
  readonly schema: Schema;
  readonly sentence: (payload: z.infer<Schema>) => string;
  /** Who may read it on a timeline: everyone who sees the subject, or hub staff only. */
  readonly audience: "all" | "staff";
  /** The sentence of a recorded event; undefined when its payload no longer fits the kind. */
  readonly tell: (payload: unknown) => string | undefined;
}

export function defineEvent<Schema extends z.ZodType<Record<string, unknown>>>(
  type: `${string}.${string}`,
  schema: Schema,
  sentence: (payload: z.infer<Schema>) => string,
  audience: "all" | "staff" = "all",
): EventKind<Schema> {
  const tell = (payload: unknown) => {
    const parsed = schema.safeParse(payload);
    return parsed.success ? sentence(parsed.data) : undefined;
  };
  return { type, schema, sentence, audience, tell };
}
