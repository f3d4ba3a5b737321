import { createHash, randomBytes } from "node:crypto";
import pg from "pg";

/** Of pages that differ only in whom they show, this many are opened. */
const samples = 2;
const mostPages = 120;

/**
 * Opens, as each persona of the demonstration and as a visitor, every kind of page that links lead to.
 * @param {{ address: string, databaseUrl: string, open: (path: string, cookie: string | undefined) => Promise<string> }} options
 * `open` answers the page as HTML; pages are opened one after another.
 */
export async function crawl({ address, databaseUrl, open }) {
  const visitors = [undefined, ...(await personas(databaseUrl))];
  for (const cookie of visitors) await crawlAs({ address, cookie, open });
}

async function crawlAs({ address, cookie, open }) {
  const waiting = ["/", ...(cookie ? ["/account", "/school", "/lead", "/hub"] : [])];
  const seen = new Map();
  for (let opened = 0; waiting.length > 0 && opened < mostPages; ) {
    const path = waiting.shift();
    const kind = kindOf(path);
    const times = seen.get(kind) ?? 0;
    if (times >= samples) continue;
    seen.set(kind, times + 1);
    opened += 1;
    const html = await open(path, cookie);
    waiting.push(...linksIn(html ?? "", address));
  }
}

/** `/school/6f…/people?page=2` and `/school/0a…/people` are one kind of page. */
export function kindOf(path) {
  const [bare] = path.split("?");
  return bare
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "[id]")
    .replace(/^\/programmes\/.+/, "/programmes/[slug]");
}

function linksIn(html, address) {
  const links = [...html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map(([, href]) =>
    href.replaceAll("&amp;", "&"),
  );
  return [...new Set(links)].filter(
    (href) => new URL(href, address).origin === new URL(address).origin && isPage(href),
  );
}

/** Downloads and what ends the visit are left out. */
function isPage(href) {
  return !/^\/(?:sign-out|calendar|api)\b|\.ics|\/notes$/.test(href);
}

/** Signs the personas in the short way: a session of each in the database. @returns {Promise<string[]>} cookies */
export async function personas(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query("select person_id from demonstration_personas order by position");
    const cookies = [];
    for (const { person_id } of rows) cookies.push(await session(client, person_id));
    return cookies;
  } finally {
    await client.end();
  }
}

async function session(client, personId) {
  const secret = randomBytes(32).toString("base64url");
  await client.query(
    `insert into account_sessions (person_id, secret_hash, method, device, created_at, last_seen_at, expires_at)
     values ($1, $2, 'persona', 'A check', now(), now(), now() + interval '1 hour')`,
    [personId, createHash("sha256").update(secret).digest("hex")],
  );
  return `mathshubs.session=${secret}`;
}
