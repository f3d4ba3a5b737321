import { createDatabase, type OpenDatabase } from "@/db/client";
import { env } from "@/lib/kernel/env";

const holder = globalThis as typeof globalThis & { mathsHubsDatabase?: OpenDatabase };

/** The web process's one pool. Kept on `globalThis`, because a development reload runs this file again. */
export function webDatabase(): OpenDatabase {
  holder.mathsHubsDatabase ??= createDatabase(env().DATABASE_URL, {
    max: env().DATABASE_POOL,
    name: "maths-hubs web",
  });
  return holder.mathsHubsDatabase;
}
