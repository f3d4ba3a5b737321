/**
 * A function that writes the policy for one answer's nonce.
 * @param {{ issuer?: string, https?: boolean, dev?: boolean }} options `issuer`: the OpenID provider, to which the sign-in
 *   form is redirected
 * @returns {(nonce: string) => string}
 */
export function policyWriter({ issuer, https, dev }) {
  // The development server evaluates code and writes style elements; the built application does neither.
  const before = "default-src 'none'; script-src 'self' 'nonce-";
  const after = [
    `' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "manifest-src 'self'",
    `form-action 'self'${issuer ? ` ${new URL(issuer).origin}` : ""}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
  return (nonce) => before + nonce + after;
}

/**
 * The headers that are the same on every answer.
 * @param {{ https?: boolean }} options
 * @returns {[string, string][]}
 */
export function fixedHeaders({ https }) {
  const features = ["camera", "geolocation", "microphone", "payment", "usb", "browsing-topics"];
  /** @type {[string, string][]} */
  const headers = [
    ["X-Content-Type-Options", "nosniff"],
    ["X-Frame-Options", "DENY"],
    ["Referrer-Policy", "same-origin"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
    ["Permissions-Policy", features.map((feature) => `${feature}=()`).join(", ")],
  ];
  if (https) headers.push(["Strict-Transport-Security", "max-age=31536000; includeSubDomains"]);
  return headers;
}
