import pino from "pino";

/** Lines of JSON on standard output. Ids and codes only: no names, addresses, mails or what people wrote. */
export const log = pino({ level: process.env.LOG_LEVEL ?? "info", base: undefined });
