import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { prepareDatabase } from "../launcher/database.mjs";
import { dataFolder, root } from "../launcher/paths.mjs";
import { anyFreePort } from "../launcher/ports.mjs";
import { logFolder } from "../launcher/run.mjs";
import { childEnvironment } from "../launcher/settings.mjs";
import { supervise } from "../launcher/supervisor.mjs";
import { startTestPostgres } from "../postgres.mjs";

/**
 * When the browser tests begin, whatever the day: a school year has days on which nothing can be applied for, and the
 * demonstration is another one each day. Time goes on from there.
 */
const BEGINNING = "2026-11-26T10:00:00Z";

/**
 * The built application as visitors get it, on an empty Postgres filled with the demonstration, with a mail server that
 * keeps what it is sent, and an identity provider when the browser tests bring one.
 * @param {{ built: () => Promise<unknown> }} until the database is filled while the application is built; it is served then
 * @returns {Promise<Application>}
 *
 * @typedef {object} Application
 * @property {NodeJS.ProcessEnv} env what the browser tests need to know
 * @property {(settings: NodeJS.ProcessEnv) => Promise<string>} serveAgain starts another server on the same database, with
 *   further settings, and answers its address
 * @property {() => Promise<void>} stop
 */
export async function startApplication({ built }) {
  /** @type {(() => Promise<unknown>)[]} */
  const running = [];
  const stop = async () => {
    for (const end of running.reverse()) await end();
  };
  try {
    const env = await start(running, built);
    return { env, serveAgain: (settings) => serveAgain({ ...env, ...settings }, running), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function serveAgain(env, running) {
  const port = await anyFreePort();
  const address = `http://127.0.0.1:${port}`;
  const own = { ...env, PORT: String(port), NEXTAUTH_URL: address };
  await serve(own, running, "second-server", ["scripts/serve.mjs"]);
  return address;
}

async function start(running, built) {
  const postgres = await startTestPostgres();
  running.push(postgres.stop);
  const port = await anyFreePort();
  const companions = await startCompanions(`http://127.0.0.1:${port}`, running);
  const env = { ...childEnvironment({ databaseUrl: postgres.url, port, host: "127.0.0.1" }), ...companions };
  env.NEXTAUTH_URL = `http://127.0.0.1:${port}`;
  env.CLOCK_AHEAD_SECONDS = String(Math.round((Date.parse(BEGINNING) - Date.now()) / 1000));
  await prepareDatabase({ env, demonstration: true });
  await built();
  const ready = [serve(env, running, "server", ["scripts/serve.mjs"])];
  if (existsSync(join(root, "scripts", "worker.ts"))) {
    const worker = ["--conditions=react-server", "--import", "tsx", "scripts/worker.ts"];
    ready.push(serve(env, running, "worker", worker));
  }
  await Promise.all(ready);
  return { ...env, BASE_URL: env.NEXTAUTH_URL, LOG_FOLDER: logFolder };
}

function serve(env, running, name, args) {
  return new Promise((resolve, reject) => {
    const child = supervise({
      name: `test-${name}`,
      args,
      env: { ...env, NODE_ENV: "production" },
      toTerminal: false,
      say: (sentence) => console.log(`  ${sentence}`),
      giveUp: (sentence) => reject(new Error(sentence)),
    });
    running.push(child.stop);
    child.ready.then(resolve);
  });
}

/** Services beside the application that the browser tests talk to. */
async function startCompanions(address, running) {
  const mailFolder = join(dataFolder, "test-mail");
  rmSync(mailFolder, { recursive: true, force: true });
  mkdirSync(mailFolder, { recursive: true });
  const { startMailCatcher } = await import("../../e2e/companions/mail-catcher.mjs");
  const mail = await startMailCatcher(mailFolder);
  running.push(mail.stop);
  const settings = { SMTP_URL: mail.url, MAIL_FOLDER: mailFolder };
  const provider = join(root, "e2e", "companions", "identity-provider.mjs");
  if (!existsSync(provider)) return settings;
  const { startIdentityProvider } = await import(provider);
  const identity = await startIdentityProvider({ address });
  running.push(identity.stop);
  return { ...settings, ...identity.settings };
}
