import { connection } from "next/server";
import { webDatabase } from "@/lib/auth/database";
import { requestNow } from "@/lib/auth/request-clock";
import { databaseIsSilent, type Health, readHealth } from "@/lib/reporting/queries/health";

/** Whether the service can do its work: 200, or 503 with what is wrong. */
export async function GET(): Promise<Response> {
  await connection();
  const health = await check();
  return Response.json(health, {
    status: health.ok ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}

/** The demonstration's clock stands in the same database, so that asking it may fail too. */
async function check(): Promise<Health> {
  try {
    return await readHealth(webDatabase().db, await requestNow());
  } catch {
    return databaseIsSilent;
  }
}
