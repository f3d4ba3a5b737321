import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { dataFolder, root } from "../launcher/paths.mjs";
import { runScript } from "../launcher/run.mjs";
import { childEnvironment } from "../launcher/settings.mjs";
import { startTestPostgres } from "../postgres.mjs";
import { tool } from "./tools.mjs";

/** Debian's Postgres of the lowest version we support, where it is installed. */
const oldest = "/usr/lib/postgresql/15/bin";

/** Generating again from db/schema must find nothing to do. */
export async function migrationsAreCurrent() {
  const copy = mkdtempSync(join(dataFolder, "migrations-"));
  try {
    cpSync(join(root, "drizzle"), copy, { recursive: true });
    const before = readdirSync(copy).length;
    const schema = [
      "--dialect=postgresql",
      "--schema=./db/schema/all.ts",
      "--casing=snake_case",
      "--prefix=timestamp",
    ];
    const output = await tool("drizzle-kit", ["generate", ...schema, `--out=./${relative(root, copy)}`]);
    if (readdirSync(copy).length !== before) {
      throw new Error(`db/schema has changed without a migration. Run npx drizzle-kit generate.\n${output}`);
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** An empty database migrates, and migrating it again changes nothing. */
export async function emptyDatabaseMigrates() {
  const versions = existsSync(oldest) ? [undefined, oldest] : [undefined];
  for (const binaries of versions) {
    const postgres = await startTestPostgres({ binaries });
    try {
      const env = childEnvironment({ databaseUrl: postgres.url, port: 3000 });
      for (const time of ["first", "second"]) {
        const what = `Migrating on ${binaries ?? "the embedded Postgres"} the ${time} time`;
        await runScript("migrate.ts", { env, log: "migrate-check.log", what });
      }
    } finally {
      await postgres.stop();
    }
  }
  return { passed: versions.length, failed: 0 };
}
