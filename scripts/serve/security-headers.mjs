/**
 * @param {{ nonce: string, issuer?: string, https?: boolean, dev?: boolean }} options `issuer`: the OpenID provider, to
 *   which the sign-in form is redirected
 */
export function contentSecurityPolicy({ nonce, issuer, https, dev }) {
  const forms = issuer ? `'self' ${new URL(issuer).origin}` : "'self'";
  const directives = [
    "default-src 'none'",
    // The development server evaluates code and writes style elements; the built application does neither.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "manifest-src 'self'",
    `form-action ${forms}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  if (https) directives.push("upgrade-insecure-requests");
  return directives.join("; ");
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
