import { z } from "zod";

const flag = z
  .enum(["on", "off"])
  .default("off")
  .transform((value) => value === "on");

const environment = z.object({
  DATABASE_URL: z.string().min(1),
  DATABASE_POOL: z.coerce.number().int().positive().default(10),
  /** "on" opens personas, outbox and time travel. Ignored in production. */
  DEMONSTRATION: flag,
  PRODUCTION: flag,
  NEXTAUTH_URL: z.url().default("http://localhost:3000"),
  NEXTAUTH_SECRET: z.string().min(16),
  MAIL_FROM: z.string().default("Maths Hubs Enrolment <no-reply@maths-hubs.example>"),
  /** smtp://user:password@host:port; without it mails stay in the outbox. */
  SMTP_URL: z.string().optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Environment = z.infer<typeof environment>;

let parsed: Environment | undefined;

/** The process's settings, read and checked once. Throws with the names of what is missing or wrong. */
export function env(): Environment {
  if (!parsed) {
    const answer = environment.safeParse(process.env);
    if (!answer.success) throw new Error(`Settings are missing or wrong:\n${z.prettifyError(answer.error)}`);
    parsed = answer.data;
  }
  return parsed;
}

/** Whether personas, the outbox page and time travel may exist. Never in production, whatever else is set. */
export function isDemonstration(): boolean {
  return env().DEMONSTRATION && !env().PRODUCTION;
}
