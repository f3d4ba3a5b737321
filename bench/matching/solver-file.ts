import { readFileSync } from "node:fs";
import type { ProblemInput } from "../../lib/matching/solver/problem";

const MAGIC = 0x4d484d31;

/** A placement problem at the level of numbers, as the interchange format's NAME.bin holds it. */
export interface SolverFile extends ProblemInput {
  readonly tier: Uint8Array;
}

/** Reads a NAME.bin: a header of six integers, three weights, tiers padded to eight bytes, then integer columns. */
export function readSolverFile(path: string): SolverFile {
  const bytes = readFileSync(path);
  const header = Array.from({ length: 6 }, (_, i) => bytes.readInt32LE(4 * i));
  const [magic = 0, applications = 0, groups = 0, pairs = 0] = header;
  if (magic !== MAGIC) throw new Error(`${path} is not a placement problem.`);
  const weights = [24, 32, 40].map((at) => bytes.readDoubleLE(at));
  const tier = Uint8Array.from(bytes.subarray(48, 48 + applications));
  let at = 48 + 8 * Math.ceil(applications / 8);
  const column = (length: number) => {
    const copy = bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + at + 4 * length);
    at += 4 * length;
    return new Int32Array(copy);
  };
  const capacity = column(groups);
  column(groups);
  return {
    applications,
    tier,
    capacity,
    pairs: { application: column(pairs), group: column(pairs), cost: column(pairs) },
    waitingWeight: Float64Array.from(tier, (t) => weights[t] ?? 0),
  };
}
