/** The largest body taken, in bytes: a form with a long text, not a file. */
export const largestBody = 1_100_000;

const reading = ["GET", "HEAD", "OPTIONS"];

/**
 * Whether a page of another origin has a browser send a request that may change something. Browsers name the page's origin
 * on every such request and no page can take that away; what names none is no browser and carries nobody's cookie.
 * @param {{ method: string, headers: import("node:http").IncomingHttpHeaders }} request with headers that are cleaned
 */
function isSentByAnotherSite({ method, headers }) {
  const { origin, host } = headers;
  if (reading.includes(method) || origin === undefined) return false;
  if (!URL.canParse(origin)) return true;
  const named = new URL(origin).host;
  return named !== host && named !== headers["x-forwarded-host"]?.toString().split(",")[0].trim();
}

/**
 * Why a request is not passed on, as a status and a sentence; nothing when it may pass.
 * @param {Pick<import("node:http").IncomingMessage, "method" | "url" | "headers">} request with headers that are cleaned
 * @returns {{ status: number, sentence: string } | undefined}
 */
export function whyNotServe({ method = "GET", url = "/", headers }) {
  if (!["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].includes(method)) {
    return { status: 405, sentence: "This method is not used here." };
  }
  if (!url.startsWith("/") || url.startsWith("//"))
    return { status: 400, sentence: "This address is not used here." };
  if (isSentByAnotherSite({ method, headers })) {
    return {
      status: 403,
      sentence: "This was sent from another site. Open the page here and send it again.",
    };
  }
  // Every browser says how long a form is; a body without a length could go on for ever.
  if (headers["transfer-encoding"] !== undefined)
    return { status: 411, sentence: "Say how long the request is." };
  if (Number(headers["content-length"] ?? 0) > largestBody) {
    return { status: 413, sentence: "That is more than the service takes at once. Send less." };
  }
  return undefined;
}

const ours = ["content-security-policy", "content-security-policy-report-only", "x-nonce", "x-request-id"];
const proxys = [
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-proto",
  "forwarded",
  "x-real-ip",
];

/**
 * Removes what only this server or a proxy that we trust may say, and says who asks.
 * @param {import("node:http").IncomingMessage} request
 * @param {{ trustProxy: boolean }} options
 */
export function cleanHeaders(request, { trustProxy }) {
  for (const name of ours) delete request.headers[name];
  if (trustProxy) return;
  for (const name of proxys) delete request.headers[name];
  request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? "";
}
