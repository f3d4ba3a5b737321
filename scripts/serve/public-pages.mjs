const publicPage =
  /^\/(?:(?:programmes|hubs)(?:\/[a-z0-9-]+)?|how-places-are-decided|help(?:\/[a-z0-9/-]+)?)?$/;
/** What the router's client sends with a request for data instead of a document. */
const routerHeaders = [
  "rsc",
  "next-router-prefetch",
  "next-router-state-tree",
  "next-action",
  "authorization",
];
const longestQuery = 300;

/**
 * The address a public page is kept under, or nothing when the answer could depend on who asks.
 * @param {Pick<import("node:http").IncomingMessage, "method" | "url" | "headers">} request
 * @returns {string | undefined}
 */
export function publicPageKey({ method, url = "/", headers }) {
  if (method !== "GET" && method !== "HEAD") return undefined;
  // Every cookie of ours has this in its name.
  if (headers.cookie?.includes("mathshubs.")) return undefined;
  if (routerHeaders.some((name) => headers[name] !== undefined)) return undefined;
  const start = url.indexOf("?");
  const path = start === -1 ? url : url.slice(0, start);
  if (!publicPage.test(path)) return undefined;
  return start === -1 ? path : withQuery(path, url.slice(start + 1));
}

/** Queries that were asked for lately, in their one order: working it out costs as much as the page. */
const known = new Map();

function withQuery(path, query) {
  const url = `${path}?${query}`;
  if (known.size > 2_000) known.clear();
  if (!known.has(url)) known.set(url, inOneOrder(path, query));
  return known.get(url);
}

/** The same filters in another order are the same page. */
function inOneOrder(path, query) {
  if (query.length > longestQuery) return undefined;
  const fields = new URLSearchParams(query);
  if (fields.has("_rsc")) return undefined;
  fields.sort();
  return fields.size === 0 ? path : `${path}?${fields}`;
}
