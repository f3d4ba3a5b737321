import { randomBytes } from "node:crypto";
import { Agent, get } from "node:http";

/** Marks a request that this server sends to itself; the value is known to this process only. */
export const renderHeader = "x-render-for-cache";

const keptHeaders = ["content-type", "vary", "link", "location"];

/**
 * Renders a page by asking this very server as a visitor without any traits: no header of the person who happened to
 * come first can get into a page that others are given.
 * @param {{ port: () => number, hostname: string, host: string }} options `host`: the name visitors know the service by
 */
export function createRenderer({ port, hostname, host }) {
  const token = randomBytes(24).toString("hex");
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });

  /** @param {string} path @returns {Promise<import("./html-cache.mjs").Page>} */
  function render(path) {
    const headers = { host, accept: "text/html", "accept-language": "en-GB", [renderHeader]: token };
    return new Promise((resolve, reject) => {
      const request = get({ hostname, port: port(), path, headers, agent, timeout: 30_000 }, (response) => {
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.once("error", reject);
        response.once("end", () => resolve(toPage(response, Buffer.concat(chunks))));
      });
      request.once("timeout", () => request.destroy(new Error("Rendering took too long.")));
      request.once("error", reject);
    });
  }

  return {
    render,
    isOwn: (request) => request.headers[renderHeader] === token,
    close: () => agent.destroy(),
  };
}

function toPage(response, body) {
  const nonce = /'nonce-([^']+)'/.exec(response.headers["content-security-policy"] ?? "")?.[1];
  const headers = {};
  for (const name of keptHeaders) {
    const value = response.headers[name];
    if (typeof value === "string" && !(nonce && value.includes(nonce))) headers[name] = value;
  }
  const html = response.headers["content-type"]?.startsWith("text/html") ?? false;
  const personal = response.headers["set-cookie"] !== undefined;
  const storable = response.statusCode === 200 && html && !personal;
  return { status: response.statusCode, headers, body, nonce, storable, personal };
}
