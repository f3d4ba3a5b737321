import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { runScript } from "./run.mjs";
import { hashSources, preparedFrom } from "./sources.mjs";

const oldestServer = 15;

/**
 * Brings a database into shape: the newest tables, the reference data, and the demonstration when it is wanted and the
 * database is empty. What has been done is noted in the database itself, so a start that finds everything in place only looks.
 * @param {object} options
 * @param {NodeJS.ProcessEnv} options.env   with DATABASE_URL
 * @param {boolean} options.ours            whether the database may be made anew: never one that somebody else set up
 * @param {boolean} options.demonstration
 * @returns {Promise<{ personas: string, did: string[] }>}
 */
export async function prepareDatabase({ env, ours, demonstration }) {
  const did = [];
  let client = await connect(env.DATABASE_URL);
  try {
    await checkServer(client);
    if ((await fact(client, "demonstration")) === "filling") {
      client = await startOver(client, env.DATABASE_URL, ours);
      did.push("began again after an interrupted fill");
    }
    await migrate(client, env, did);
    if (await isEmpty(client)) await fill(client, env, demonstration, did);
    return { personas: demonstration ? await personas(client, env) : "", did };
  } finally {
    await client.end();
  }
}

async function connect(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: "maths-hubs start",
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new Error(`The database of DATABASE_URL does not answer: ${error.message}`);
  }
  return client;
}

async function checkServer(client) {
  const { rows } = await client.query("select current_setting('server_version_num')::int / 10000 as major");
  if (rows[0].major < oldestServer) {
    throw new Error(`The database is Postgres ${rows[0].major}; this needs ${oldestServer} or later.`);
  }
  await client.query("create schema if not exists launch");
  await client.query("create table if not exists launch.facts (name text primary key, value text not null)");
}

async function fact(client, name) {
  const { rows } = await client.query("select value from launch.facts where name = $1", [name]);
  return rows[0]?.value;
}

async function note(client, name, value) {
  const sql =
    "insert into launch.facts values ($1, $2) on conflict (name) do update set value = excluded.value";
  await client.query(sql, [name, value]);
}

async function migrate(client, env, did) {
  const wanted = hashSources(preparedFrom);
  if ((await fact(client, "prepared")) === wanted) return;
  await runScript("migrate.ts", { env, log: "migrate.log", what: "Migrating the database" });
  await note(client, "prepared", wanted);
  did.push("migrated");
}

async function isEmpty(client) {
  const { rows } = await client.query("select not exists (select from hubs) as empty");
  return rows[0].empty;
}

async function fill(client, env, demonstration, did) {
  if (!demonstration) {
    await runScript("reference.ts", { env, log: "reference.log", what: "Loading the reference data" });
    did.push("reference data loaded");
    return;
  }
  await note(client, "demonstration", "filling");
  await runScript("demo.ts", { env, log: "demonstration.log", what: "Filling the demonstration" });
  await note(client, "demonstration", "filled");
  did.push("demonstration filled");
}

/** Nobody has seen a half-filled demonstration: it is made again from nothing. */
async function startOver(client, url, ours) {
  if (!ours) {
    throw new Error(
      "Filling this database with the demonstration was interrupted. Empty the database and start again.",
    );
  }
  const name = new URL(url).pathname.slice(1);
  await client.end();
  const keeper = await connect(Object.assign(new URL(url), { pathname: "/postgres" }).href);
  await keeper.query(`drop database "${name}" with (force)`);
  await keeper.query(`create database "${name}"`);
  await keeper.end();
  const fresh = await connect(url);
  await checkServer(fresh);
  return fresh;
}

/** Who can be tried out in the demonstration, one line each; worked out once and kept. */
async function personas(client, env) {
  const known = await fact(client, "personas");
  if (known !== undefined || !existsSync(join(root, "scripts", "personas.ts"))) return known ?? "";
  const text = (
    await runScript("personas.ts", { env, log: "personas.log", what: "Listing the personas" })
  ).trimEnd();
  await note(client, "personas", text);
  return text;
}
