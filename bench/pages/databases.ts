import { execFileSync } from "node:child_process";
import pg from "pg";
import { prepareDatabase } from "../../scripts/launcher/database.mjs";
import { childEnvironment } from "../../scripts/launcher/settings.mjs";

/** Two databases of one Postgres: the demonstration, and a country of the real size. */
export async function fillDatabases(url: string): Promise<{ demonstration: string; national: string }> {
  const demonstration = await create(url, "demonstration");
  await prepareDatabase({ env: environmentOf(demonstration), demonstration: true });
  return { demonstration, national: await fillNational(url) };
}

/** A country of the real size in a database of its own; answers its address. */
export async function fillNational(url: string): Promise<string> {
  const national = await create(url, "national");
  await prepareDatabase({ env: environmentOf(national), demonstration: false });
  execFileSync(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "scripts/demo.ts", "--national"],
    { env: environmentOf(national), stdio: ["ignore", "ignore", "inherit"] },
  );
  return national;
}

export function environmentOf(databaseUrl: string, port = 3000): NodeJS.ProcessEnv {
  return {
    ...childEnvironment({ databaseUrl, port, host: "127.0.0.1" }),
    NODE_ENV: "production",
    LOG_LEVEL: "error",
  };
}

async function create(url: string, name: string): Promise<string> {
  await withClient(url, (client) => client.query(`create database ${name}`));
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

export async function withClient<Answer>(
  url: string,
  work: (client: pg.Client) => Promise<Answer>,
): Promise<Answer> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
