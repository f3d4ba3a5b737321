const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const words = /^[a-z0-9]{1,15}(?:-[a-z0-9]{1,15})*$/;

/**
 * The path as it may stand in a log: without the query, and without the secrets that a link from a mail carries.
 * @param {string} url
 */
export function loggedPath(url) {
  const [path = "/"] = url.split("?", 1);
  if (path.startsWith("/_next/")) return path;
  return path
    .slice(0, 300)
    .split("/")
    .map((part) => (part.length < 16 || uuid.test(part) || words.test(part) ? part : "…"))
    .join("/");
}

/**
 * Writes one line of JSON for each answer, ids and figures only. Lines are gathered for a moment: a write to the system costs
 * more than a page from the cache.
 */
export function createAccessLog() {
  let lines = [];
  let timer;

  function flush() {
    clearTimeout(timer);
    timer = undefined;
    if (lines.length > 0) process.stdout.write(`${lines.join("\n")}\n`);
    lines = [];
  }

  /**
   * @param {import("node:http").IncomingMessage} request
   * @param {import("node:http").ServerResponse} response
   * @param {{ id: string, started: number, cache: string }} facts `started`: of `performance.now()`
   */
  function write(request, response, { id, started, cache }) {
    const path = loggedPath(request.url ?? "/");
    const milliseconds = Math.round((performance.now() - started) * 10) / 10;
    const time = new Date().toISOString();
    const status = response.statusCode;
    lines.push(JSON.stringify({ time, id, method: request.method, path, status, milliseconds, cache }));
    if (lines.length >= 500) flush();
    timer ??= setTimeout(flush, 250);
  }

  process.on("exit", flush);
  // Whoever read the log may be gone; visitors are not.
  process.stdout.on("error", () => undefined);
  return { write };
}
