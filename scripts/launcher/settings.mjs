import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder, root } from "./paths.mjs";

/** Reads `.env` beside package.json; what the environment says already wins. */
export function readSettingsFile() {
  const file = join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

/** Made once for this installation: sessions and form tokens outlive a restart. */
function installationSecrets() {
  const file = join(dataFolder, "secrets.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const secrets = {
    NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
  };
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

/** @param {NodeJS.ProcessEnv} [env] */
export function isProduction(env = process.env) {
  return env.NODE_ENV === "production" || env.PRODUCTION === "on";
}

/**
 * What the build, the server and the worker are told. A setting of the environment is kept.
 * @param {{ databaseUrl?: string, port?: number, host?: string }} facts
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment({ databaseUrl, port, host }) {
  const production = isProduction();
  if (production && !process.env.NEXTAUTH_URL) {
    throw new Error(
      "In production set NEXTAUTH_URL to the address visitors use, such as https://enrol.example.org",
    );
  }
  const demonstration = !production && process.env.DEMO !== "off";
  return {
    ...installationSecrets(),
    NEXTAUTH_URL: `http://127.0.0.1:${port}`,
    NEXT_TELEMETRY_DISABLED: "1",
    ...process.env,
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    ...(port && { PORT: String(port) }),
    ...(host && { HOST: host }),
    PRODUCTION: production ? "on" : "off",
    DEMONSTRATION: demonstration ? "on" : "off",
  };
}
