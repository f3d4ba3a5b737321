import type { z } from "zod";

/** A kind of job: its queue, the shape of what it is given, how often it is tried again. */
export interface JobKind<Schema extends z.ZodType<object> = z.ZodType<object>> {
  readonly name: string;
  readonly schema: Schema;
  readonly retries: number;
  /** Seconds after which a job that has not ended counts as failed. */
  readonly timeout: number;
  /** `minute hour day month weekday`, Europe/London, for work that comes round by itself. */
  readonly schedule?: string;
}

export function defineJob<Schema extends z.ZodType<object>>(
  name: string,
  schema: Schema,
  options: { retries?: number; timeout?: number; schedule?: string } = {},
): JobKind<Schema> {
  return {
    name,
    schema,
    retries: options.retries ?? 5,
    timeout: options.timeout ?? 60,
    ...(options.schedule ? { schedule: options.schedule } : {}),
  };
}
