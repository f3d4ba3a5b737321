/**
 * The web server: Next.js behind security headers, a fresh nonce for every answer, limits, and a cache of the public pages.
 * Settings: PORT, HOST, NEXTAUTH_URL, DATABASE_URL, OIDC_ISSUER, PRODUCTION, TRUST_PROXY; `--dev` for development.
 */
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import next from "next";
import { createAccessLog } from "./serve/access-log.mjs";
import { listenForCatalogueChanges } from "./serve/catalogue-listener.mjs";
import { bodyWithNonce, createHtmlCache } from "./serve/html-cache.mjs";
import { newNonce } from "./serve/nonce.mjs";
import { publicPageKey } from "./serve/public-pages.mjs";
import { createRenderer } from "./serve/renderer.mjs";
import { cleanHeaders, whyNotServe } from "./serve/request-checks.mjs";
import { fixedHeaders, policyWriter } from "./serve/security-headers.mjs";

const dev = process.argv.includes("--dev");
const port = Number(process.env.PORT ?? 3000);
const hostname = process.env.HOST ?? "127.0.0.1";
const publicAddress = new URL(process.env.NEXTAUTH_URL ?? `http://${hostname}:${port}`);
const https = publicAddress.protocol === "https:" && process.env.PRODUCTION === "on";
const trustProxy = process.env.TRUST_PROXY === "on";
const compress = promisify(gzip);

const everywhere = fixedHeaders({ https });
const policyFor = policyWriter({ issuer: process.env.OIDC_ISSUER, https, dev });
const log = createAccessLog();
const cache = createHtmlCache({ now: Date.now });
const server = createServer({ connectionsCheckingInterval: 5_000 });
const renderer = createRenderer({
  port: () => server.address().port,
  hostname: hostname === "0.0.0.0" || hostname === "::" ? "127.0.0.1" : hostname,
  host: publicAddress.host,
});
const app = next({ dev, hostname, port, httpServer: server });

/** Answers a page that anybody may see; false when this answer turned out to be a person's own. */
async function answerPublicPage(key, request, response, facts) {
  const found = cache.find(key);
  facts.cache = found ? "hit" : "miss";
  const page = found ?? (await cache.render(key, () => renderer.render(key)));
  if (page.personal) return false;
  const nonce = newNonce();
  const headers = [
    ...everywhere,
    ...Object.entries(page.headers),
    ["content-security-policy", policyFor(nonce)],
    ["cache-control", "private, no-cache"],
    ["x-request-id", facts.id],
  ];
  let body = bodyWithNonce(page, nonce);
  if (/\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) {
    body = await compress(body, { level: 4 });
    headers.push(["content-encoding", "gzip"]);
  }
  headers.push(["content-length", String(body.length)]);
  response.writeHead(page.status, headers.flat());
  response.end(body);
  return true;
}

function answerWithNext(request, response, facts) {
  const policy = policyFor(newNonce());
  for (const [name, value] of everywhere) response.setHeader(name, value);
  response.setHeader("Content-Security-Policy", policy);
  response.setHeader("X-Request-Id", facts.id);
  // Next reads the nonce for its own scripts from this header of the request.
  request.headers["content-security-policy"] = policy;
  request.headers["x-request-id"] = facts.id;
  return handle(request, response);
}

function refuse(response, { status, sentence }) {
  response.writeHead(
    status,
    [...everywhere, ["content-type", "text/plain; charset=utf-8"], ["connection", "close"]].flat(),
  );
  response.end(`${sentence}\n`);
}

async function answer(request, response) {
  const facts = { id: randomUUID(), started: performance.now(), cache: "none" };
  const internal = renderer.isOwn(request);
  cleanHeaders(request, { trustProxy });
  if (!internal) response.once("close", () => log.write(request, response, facts));
  const why = whyNotServe(request);
  if (why) return refuse(response, why);
  const key = internal || !cache.enabled ? undefined : publicPageKey(request);
  if (key && (await answerPublicPage(key, request, response, facts))) return;
  await answerWithNext(request, response, facts);
}

function fail(error, response) {
  console.error(
    JSON.stringify({ level: "error", message: "An answer failed", error: error?.stack ?? String(error) }),
  );
  if (response.headersSent) response.destroy();
  else refuse(response, { status: 500, sentence: "Something went wrong here. Try again in a minute." });
}

/** Empties the cache when the catalogue changes. In development every request renders anew. */
function followCatalogue() {
  if (dev || !process.env.DATABASE_URL) return undefined;
  const { enable, clear, disable } = cache;
  const url = process.env.DATABASE_URL;
  return listenForCatalogueChanges({ url, onListening: enable, onChange: clear, onLost: disable });
}

let listener;
let stopping = false;

/** Lets answers under way finish, within reason. */
async function stop() {
  if (stopping) return;
  stopping = true;
  setTimeout(() => server.closeAllConnections(), 3_000).unref();
  setTimeout(() => process.exit(0), 4_500).unref();
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  renderer.close();
  await closed;
  await listener?.stop();
  await app.close().catch(() => undefined);
  process.exit(0);
}

for (const event of ["SIGTERM", "SIGINT", "disconnect"]) process.on(event, stop);

// A visitor who sends slowly, or never stops, holds a connection for so long and no longer.
server.headersTimeout = 10_000;
server.requestTimeout = 30_000;
server.keepAliveTimeout = 65_000;
server.maxHeadersCount = 100;
server.maxConnections = 2_000;
server.on("error", (error) => {
  console.error(error.message);
  process.exit(1);
});

await app.prepare();
const handle = app.getRequestHandler();
listener = followCatalogue();
if (dev) server.on("upgrade", app.getUpgradeHandler());
server.on("request", (request, response) => {
  answer(request, response).catch((error) => fail(error, response));
});
server.listen(port, hostname, () => process.send?.({ listening: port }));
