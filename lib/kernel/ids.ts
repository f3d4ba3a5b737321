import { createHash, randomBytes, randomInt, randomUUID } from "node:crypto";

export function newId(): string {
  return randomUUID();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether text from an address can be an id at all; what cannot answers 404 before it reaches the database. */
export function isId(text: string | undefined): text is string {
  return text !== undefined && UUID.test(text);
}

/** Letters and figures that are not mistaken for one another when read aloud. */
const READABLE = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A reference that can be read out on the telephone, such as `MH-7K3P-Q2XD`. About 6.5 × 10^11 of them. */
export function newReference(): string {
  const mark = (length: number) =>
    Array.from({ length }, () => READABLE[randomInt(READABLE.length)]).join("");
  return `MH-${mark(4)}-${mark(4)}`;
}

/** 256 random bits for a link, as text that fits in an address. Only its hash is kept. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** Six figures for typing by hand. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
