import type { TestProject } from "vitest/node";
import { createDatabase } from "@/db/client";
import { loadReference } from "@/db/reference/load";
import { migrateDatabase } from "@/scripts/migrate";
import { startTestPostgres } from "@/scripts/postgres.mjs";
import { databaseUrl, onServer } from "./test-server";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the databases of this test run are made, and what their names begin with. */
    testServer: { readonly url: string; readonly prefix: string };
  }
}

/**
 * One Postgres for the run: the embedded one, with `TEST_POSTGRES=15` the system's, or the server of TEST_DATABASE_URL or
 * DATABASE_URL, where only databases of our own prefix are made. All tests' databases are copies of one template.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await findServer();
  const prefix = `maths_hubs_test_${process.pid}`;
  try {
    await makeTemplate(server.url, `${prefix}_template`);
  } catch (fault) {
    await server.stop();
    throw fault;
  }
  project.provide("testServer", { url: server.url, prefix });
  return async () => {
    await dropAll(server.url, prefix);
    await server.stop();
  };
}

async function findServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const version = process.env.TEST_POSTGRES;
  if (version) return startTestPostgres({ binaries: `/usr/lib/postgresql/${version}/bin` });
  const url = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL;
  return url ? { url, stop: async () => undefined } : startTestPostgres();
}

async function makeTemplate(serverUrl: string, name: string): Promise<void> {
  await onServer(serverUrl, (client) => client.query(`create database "${name}"`));
  const url = databaseUrl(serverUrl, name);
  await migrateDatabase(url);
  const database = createDatabase(url, { max: 1, statementTimeout: 60_000 });
  await loadReference(database.db);
  await database.close();
}

async function dropAll(serverUrl: string, prefix: string): Promise<void> {
  await onServer(serverUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select datname as name from pg_database where starts_with(datname, $1)",
      [prefix],
    );
    for (const { name } of rows) await client.query(`drop database "${name}" with (force)`);
  });
}
