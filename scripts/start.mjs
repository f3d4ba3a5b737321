/**
 * `npm start`: from a fresh clone to a running service, and the same again in a moment the next time.
 * Nothing here needs a package until it has installed them.
 *
 * Settings (environment or `.env`): PORT, HOST, DATABASE_URL for a Postgres of your own, DEMO=off for no demonstration.
 * `--dev` serves the sources as they change.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { build, buildStyles } from "./launcher/build.mjs";
import { prepareDatabase } from "./launcher/database.mjs";
import { announce, lock, unlock } from "./launcher/lock.mjs";
import { watchNpm } from "./launcher/npm-parent.mjs";
import { checkNode, installPackages } from "./launcher/packages.mjs";
import { freePortFrom } from "./launcher/ports.mjs";
import { stopLeftovers, stopRunning } from "./launcher/run.mjs";
import { serverFlags } from "./launcher/server-flags.mjs";
import { childEnvironment, isProduction, readSettingsFile } from "./launcher/settings.mjs";
import { supervise } from "./launcher/supervisor.mjs";
import { startPostgres } from "./postgres.mjs";

const dev = process.argv.includes("--dev");
const toTerminal = dev || isProduction();

/** What has to be stopped, last started first. @type {(() => Promise<unknown>)[]} */
const running = [];
let stopping = false;

function say(sentence) {
  console.log(`  ${sentence}`);
}

async function stopAll(code) {
  if (stopping) return;
  stopping = true;
  stopRunning();
  for (const stop of running.reverse()) await stop().catch((error) => say(error.message));
  unlock();
  process.exit(code);
}

function giveUp(sentence) {
  console.error(`\n${sentence}`);
  stopAll(1);
}

async function timed(name, work) {
  const started = performance.now();
  const note = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`${name.padEnd(12)} ${seconds.padStart(5)} s  ${note}`);
}

/** Our own Postgres, unless DATABASE_URL names another. */
async function openDatabase() {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, where: "the one of DATABASE_URL" };
  const first = await startPostgres();
  let current = first;
  running.push(() => current.stop());
  const watch = (server) =>
    server.child.once("exit", () => stopping || revive().catch((error) => giveUp(error.message)));
  async function revive() {
    say("Postgres stopped and is started again.");
    current = await startPostgres({ port: first.port });
    if (current.port !== first.port) throw new Error("Postgres could not get its port back. Start again.");
    watch(current);
  }
  watch(first);
  return { url: first.url, where: first.folder };
}

async function prepare(env) {
  let database;
  let personas = [];
  await timed("Database", async () => {
    database = await openDatabase();
    const demonstration = env.DEMONSTRATION === "on";
    const answer = await prepareDatabase({
      env: { ...env, DATABASE_URL: database.url },
      demonstration,
    });
    personas = answer.personas;
    return [database.where, ...answer.did].join("; ");
  });
  return { url: database.url, personas };
}

function serve(env) {
  const common = { env: { ...env, NODE_ENV: dev ? "development" : "production" }, toTerminal, say, giveUp };
  const server = supervise({
    name: "server",
    args: [...serverFlags(), "scripts/serve.mjs", ...(dev ? ["--dev"] : [])],
    ...common,
  });
  running.push(server.stop);
  const script = ["--conditions=react-server", "--import", "tsx", "scripts/worker.ts"];
  // The worker comes after the server: beside it, it would keep visitors waiting.
  return server.ready.then(() => {
    if (!stopping) running.push(supervise({ name: "worker", args: script, ...common }).stop);
  });
}

async function untilUp(address) {
  for (const deadline = performance.now() + 90_000; performance.now() < deadline; await sleep(50)) {
    const answer = await fetch(`${address}/up`, { redirect: "manual" }).catch(() => undefined);
    if (answer && answer.status < 500) return;
  }
  throw new Error(`The server does not answer at ${address}. Its log: .data/log/server.log`);
}

function tellPersonas(personas, address) {
  if (personas.length === 0) return;
  console.log(`  Sign in as one of them at ${address}/personas\n`);
  const width = Math.max(...personas.map(({ name }) => name.length));
  for (const { name, situation } of personas) console.log(`  ${name.padEnd(width)}  ${situation}`);
  console.log("");
}

async function start() {
  checkNode();
  readSettingsFile();
  await lock();
  stopLeftovers();
  console.log("Maths Hubs enrolment");
  await timed("Packages", async () => ((await installPackages()) ? "installed" : "in place"));
  const host = process.env.HOST ?? "127.0.0.1";
  const wanted = Number(process.env.PORT ?? 3000);
  const port = await freePortFrom(wanted, host);
  if (port !== wanted) say(`Port ${wanted} is in use, so this is port ${port}.`);
  const env = childEnvironment({ port, host });
  const building = dev
    ? timed("Styles", () => buildStyles(env).then(() => "built"))
    : timed("Build", async () => ((await build(env)) ? "built" : "in place"));
  const [{ url, personas }] = await Promise.all([prepare(env), building]);
  await Promise.race([serve({ ...env, DATABASE_URL: url }), sleep(60_000, undefined, { ref: false })]);
  const local = `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}`;
  await untilUp(local);
  announce(env.NEXTAUTH_URL);
  console.log(`\n  ${env.NEXTAUTH_URL}\n`);
  tellPersonas(personas, env.NEXTAUTH_URL);
  console.log("ready");
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stopAll(0));
// A terminal that has gone must not keep us from stopping what we started.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
watchNpm(() => stopAll(0));

start().catch((error) => {
  if (!stopping) giveUp(error.message);
});
