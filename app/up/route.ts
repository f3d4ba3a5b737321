import { connection } from "next/server";

/** Says that the process answers, and nothing about what it depends on. */
export async function GET(): Promise<Response> {
  await connection();
  return new Response("up\n", {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
