import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const skipped = ["node_modules/**", ".next*/**", ".data/**", "e2e/**"];

/** The national register is no part of the project. Where somebody has its files beside the repository, it is tried. */
const registers = process.env.REGISTER_FOLDER ?? fileURLToPath(new URL("../shared/data", import.meta.url));
const haveRegister = existsSync(join(registers, "edubasealldata20240708_assembled.csv.gz"));
if (!haveRegister) skipped.push("bench/national-register.db.test.ts");

/** Files that take half a minute. One that begins last has the machine wait for it alone. */
const long = ["places-at-once", "national-register", "policy-matrix"];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => long.some((name) => moduleId.includes(`/${name}.`));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** `x.test.ts` needs nothing but Node; `x.db.test.ts` needs Postgres, which the run brings itself. */
export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    // Generous, because a machine that does other things at the same time is no fault of the product.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    sequence: { sequencer: LongFirst },
    // Far from London: whoever takes the machine's time zone for the service's finds out here.
    env: {
      TZ: "America/New_York",
      REGISTER_FOLDER: registers,
      NEXTAUTH_SECRET: "a secret that only tests know",
      DEMONSTRATION: "on",
      // Settings must be whole; the tests' own databases are given to them by db/testing.
      DATABASE_URL: "postgres://nowhere.invalid/none",
    },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Files share their modules, none of which keeps anything: loading them anew for each took four times as long.
          pool: "threads",
          isolate: false,
          setupFiles: ["./scripts/checks/repeatable-draws.ts"],
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...skipped, "**/*.db.test.ts"],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["**/*.db.test.ts"],
          exclude: skipped,
          globalSetup: "./db/testing/global-setup.ts",
          pool: "forks",
          isolate: false,
          maxWorkers: 2,
          // After the unit tests: groups that run together must have the same number of workers.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
