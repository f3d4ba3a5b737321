import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * What belongs to the government's own site and may not be used by anybody else, as it would show in a file's name or text.
 */
const governmentsOwn = [
  ["the crest", /govuk-crest/i],
  ["the crown", /govuk-(?:logotype-)?crown|logotype-crown/i],
  ["the typeface GDS Transport", /GDS Transport|light-[0-9a-f]{10}-v2|bold-[0-9a-f]{10}-v2/],
  ["an image of GOV.UK", /govuk-(?:icon|opengraph|apple-touch|icon-mask)/i],
];
const readable = /\.(?:css|html|js|json|svg|txt|webmanifest|xml)$/;

/**
 * Files that visitors can fetch and that carry something of the government's own.
 * @param {string[]} folders
 * @returns {string[]} a sentence for each
 */
export function governmentAssets(folders) {
  return folders.flatMap((folder) =>
    filesIn(folder).flatMap((path) => {
      const text = readable.test(path) ? readFileSync(path, "utf8") : "";
      return governmentsOwn
        .filter(([, pattern]) => pattern.test(path) || pattern.test(text))
        .map(([what]) => `${relative(folder, path)} carries ${what}. Only services of GOV.UK may use it.`);
    }),
  );
}

/**
 * Pages that were rendered at build time: their scripts carry no nonce, so a browser would run none of them.
 * @param {string} built the folder of the build
 */
export function pagesWithoutNonce(built) {
  const { routes } = JSON.parse(readFileSync(join(built, "prerender-manifest.json"), "utf8"));
  return Object.entries(routes)
    .filter(([route, { dataRoute }]) => dataRoute !== null && route !== "/_global-error")
    .map(
      ([route]) =>
        `${route} is rendered at build time. Its layout has to be dynamic, or its scripts carry no nonce.`,
    );
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
