import { runScript } from "./run.mjs";
import { hashSources, preparedFrom } from "./sources.mjs";

const oldestServer = 15;

/**
 * Brings a database into shape: the newest tables and reference data, and the demonstration when it is wanted and there are
 * no schools. What was done is noted in the database itself, so a start that finds everything in place only looks.
 * @param {object} options
 * @param {NodeJS.ProcessEnv} options.env   with DATABASE_URL
 * @param {boolean} options.demonstration
 * @returns {Promise<{ personas: { name: string, situation: string }[], did: string[] }>}
 */
export async function prepareDatabase({ env, demonstration }) {
  const client = await connect(env.DATABASE_URL);
  try {
    await checkServer(client);
    const did = [];
    const wanted = hashSources(preparedFrom);
    if ((await preparedWith(client)) !== wanted) {
      await runScript("migrate.ts", { env, log: "migrate.log", what: "Migrating the database" });
      await runScript("reference.ts", { env, log: "reference.log", what: "Loading the reference data" });
      await notePrepared(client, wanted);
      did.push("migrated");
    }
    if (demonstration && (await hasNoSchools(client))) {
      // It fills in one transaction: killed half way, it has filled nothing.
      await runScript("demo.ts", { env, log: "demonstration.log", what: "Filling the demonstration" });
      did.push("demonstration filled");
    }
    return { personas: demonstration ? await personas(client) : [], did };
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
}

async function preparedWith(client) {
  await client.query("create schema if not exists launch");
  await client.query("create table if not exists launch.prepared (sources text not null)");
  const { rows } = await client.query("select sources from launch.prepared");
  return rows[0]?.sources;
}

async function notePrepared(client, sources) {
  await client.query("delete from launch.prepared");
  await client.query("insert into launch.prepared values ($1)", [sources]);
}

async function hasNoSchools(client) {
  const { rows } = await client.query("select not exists (select from organisations) as empty");
  return rows[0].empty;
}

/** Who can be tried out in the demonstration. */
async function personas(client) {
  const sql =
    "select name, situation from demonstration_personas join people on people.id = person_id order by position";
  const { rows } = await client.query(sql);
  return rows;
}
