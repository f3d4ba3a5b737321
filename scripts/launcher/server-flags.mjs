/**
 * What Node is told for the web server: Node 20 spends a third less time on a page with more room for young objects, of which
 * a page makes many and keeps none. Node 24 is no faster for it.
 * @returns {string[]}
 */
export function serverFlags() {
  return Number(process.versions.node.split(".")[0]) < 22 ? ["--max-semi-space-size=64"] : [];
}
