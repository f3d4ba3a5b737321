import { randomFillSync } from "node:crypto";

const size = 18;
const pool = Buffer.allocUnsafe(size * 256);
let next = pool.length;

/** 144 random bits in 24 characters, never given twice. Drawn by the hundred: a call to the generator costs more than a page. */
export function newNonce() {
  if (next === pool.length) {
    randomFillSync(pool);
    next = 0;
  }
  next += size;
  return pool.toString("base64url", next - size, next);
}
