/**
 * `npm run demo:national`: a second database of the size of the whole country, for measuring. It is called
 * `maths_hubs_national` and stands beside the usual one: in the installation's own Postgres, which is started when it does not
 * run, or on the server of DATABASE_URL. `-- --again` drops what an earlier call has filled.
 */
import { join } from "node:path";
import pg from "pg";
import { root } from "./launcher/paths.mjs";
import { run, runScript } from "./launcher/run.mjs";
import { childEnvironment, readSettingsFile } from "./launcher/settings.mjs";
import { runningUrl, startPostgres } from "./postgres.mjs";

const name = "maths_hubs_national";
const again = process.argv.includes("--again");

async function usualUrl() {
  const known = process.env.DATABASE_URL ?? runningUrl();
  if (known) return known;
  const { url } = await startPostgres({ detach: true });
  console.log("Started the installation's Postgres. To stop it: npm run postgres -- stop");
  return url;
}

/** Makes the database where it is missing. Answers whether it holds schools already. */
async function prepare(usual, url) {
  await onServer(usual, async (client) => {
    if (again) await client.query(`drop database if exists ${name} with (force)`);
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount === 0) await client.query(`create database ${name}`);
  });
  return onServer(url, async (client) => {
    const { rows } = await client.query("select to_regclass('organisations') is not null as migrated");
    if (!rows[0].migrated) return false;
    const filled = await client.query("select from organisations limit 1");
    return filled.rowCount === 1;
  });
}

async function onServer(url, work) {
  const client = new pg.Client({ connectionString: url, application_name: "maths-hubs national" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function fill(env) {
  await runScript("migrate.ts", {
    env,
    log: "national-migrate.log",
    what: "Migrating the national database",
  });
  const flags = ["--conditions=react-server", "--import", "tsx"];
  return run(process.execPath, [...flags, join(root, "scripts", "demo.ts"), "--national"], {
    env,
    log: "national.log",
    what: "Filling the national database",
  });
}

async function main() {
  readSettingsFile();
  const usual = await usualUrl();
  const url = new URL(usual);
  url.pathname = `/${name}`;
  const started = performance.now();
  if (await prepare(usual, url.href)) {
    console.log(`${name} is filled already. To fill it afresh: npm run demo:national -- --again`);
  } else {
    console.log(`Filling ${name}. This takes a minute or two.`);
    console.log((await fill(childEnvironment({ databaseUrl: url.href }))).trimEnd());
    console.log(`All together: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  console.log(`To look at it:\n  DATABASE_URL=${url.href} npm start`);
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
