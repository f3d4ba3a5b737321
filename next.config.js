import { existsSync } from "node:fs";
import { join } from "node:path";

const distDir = process.env.NEXT_DIST_DIR ?? ".next";
/** Keeping what was compiled takes a fifth of the time of a build and pays from the next one on, which most clones never see. */
const isBuiltAgain = existsSync(join(import.meta.dirname, distDir, "BUILD_ID"));

// The custom server (scripts/serve.mjs) sets the security headers; see docs/decisions.
/** @type {import("next").NextConfig} */
const config = {
  distDir,
  // A lock file in a folder above is not ours.
  turbopack: { root: import.meta.dirname },
  // `npm test` checks types in a step of its own; whoever starts the product need not wait for it.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // The typeface changes with a release at most, and an older letter does no harm: nobody asks for it on every page.
  headers: async () => [
    { source: "/fonts/:file", headers: [{ key: "Cache-Control", value: "public, max-age=2592000" }] },
  ],
  // Only what runs in a plain Node process anyway stays outside the bundle.
  serverExternalPackages: ["pg", "pg-boss", "pino", "nodemailer"],
  experimental: { serverActions: { bodySizeLimit: "1mb" }, turbopackFileSystemCacheForBuild: isBuiltAgain },
};

export default config;
