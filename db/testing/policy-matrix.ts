import type { Actor } from "@/lib/access/actor";
import type { Ctx } from "@/lib/access/context";
import type { CastName, World } from "./cast";

/**
 * One deed in the policy matrix: who gets past its policy. Everybody else of the cast must be answered `not_found`.
 * Each domain keeps its rows in `lib/<domain>/policy-matrix.ts` as `export const policyMatrix: readonly MatrixRow[]`.
 */
export interface MatrixRow {
  /** The deed's file, as `applications/approve-application`. */
  readonly deed: string;
  /** `every browser` is everyone but our own jobs; `everyone signed in` leaves out visitors too. */
  readonly opens: readonly CastName[] | "everyone" | "every browser" | "everyone signed in";
  /** Further actors for this deed alone, such as the holder of a link; `opens` says whether each gets past the policy. */
  readonly extras?: Readonly<Record<string, Extra>>;
  /** Makes what the deed acts on, in the world's own hub, school and group, and tries it. Undone after each try. */
  readonly attempt: (world: World, ctx: Ctx) => Promise<unknown>;
}

interface Extra {
  readonly opens: boolean;
  readonly actor: (world: World) => Actor | Promise<Actor>;
}
