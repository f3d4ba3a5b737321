import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { createDatabase, type Database } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { type Ctx, createContext } from "@/lib/access/context";
import { TEST_NOW } from "./factories";
import { databaseUrl, onServer } from "./test-server";

export interface FreshDatabase {
  readonly db: Database;
  readonly url: string;
  /** A context on the pool: each deed has its own transaction, so several really run at once. */
  as(actor: Actor, now?: Date): Ctx;
  drop(): Promise<void>;
}

/**
 * A database of its own, migrated and with the reference data, for tests that need more than one connection.
 * Take it in `beforeAll`, `drop` it in `afterAll`.
 */
export async function freshDatabase(options: { connections?: number } = {}): Promise<FreshDatabase> {
  const { url: serverUrl, prefix } = inject("testServer");
  const name = `${prefix}_${randomUUID().slice(0, 8)}`;
  await onServer(serverUrl, (client) =>
    client.query(`create database "${name}" template "${prefix}_template"`),
  );
  const url = databaseUrl(serverUrl, name);
  const database = createDatabase(url, { max: options.connections ?? 10 });
  return {
    db: database.db,
    url,
    as: (actor, now = TEST_NOW) => createContext(database.db, actor, now),
    async drop() {
      await database.close();
      await onServer(serverUrl, (client) => client.query(`drop database "${name}" with (force)`));
    },
  };
}
