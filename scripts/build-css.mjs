// Compiles app/_styles/style.scss to app/_styles/build/style.css and lays the typeface into public/fonts.
// Runs before every build; does nothing when no input is newer than the output.
import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const styles = join(root, "app/_styles");
const modules = join(root, "node_modules");
const output = join(styles, "build/style.css");
const fontSource = join(modules, "@fontsource-variable/atkinson-hyperlegible-next");
const fontTarget = join(root, "public/fonts");
const fonts = ["normal", "italic"].map((style) => `atkinson-hyperlegible-next-latin-wght-${style}.woff2`);

if (isCurrent()) process.exit(0);
const started = performance.now();
copyFonts();
const css = await compile();
mkdirSync(join(styles, "build"), { recursive: true });
writeFileSync(output, css);
console.log(`Styles: ${Math.round(css.length / 1024)} kB in ${Math.round(performance.now() - started)} ms`);

function isCurrent() {
  const outputs = [output, ...fonts.map((font) => join(fontTarget, font))];
  if (!outputs.every(existsSync)) return false;
  const builtAt = statSync(output).mtimeMs;
  const inputs = readdirSync(styles)
    .filter((name) => name.endsWith(".scss"))
    .map((name) => join(styles, name));
  inputs.push(fileURLToPath(import.meta.url), join(modules, "govuk-frontend/package.json"));
  return inputs.every((input) => statSync(input).mtimeMs <= builtAt);
}

function copyFonts() {
  mkdirSync(fontTarget, { recursive: true });
  for (const font of fonts) copyFileSync(join(fontSource, "files", font), join(fontTarget, font));
  copyFileSync(join(fontSource, "LICENSE"), join(fontTarget, "LICENSE.txt"));
}

async function compile() {
  const { compileAsync } = await import("sass");
  const { css } = await compileAsync(join(styles, "style.scss"), {
    loadPaths: [modules],
    style: "compressed",
    quietDeps: true,
  });
  return withoutOldHacks(css);
}

/** `@media screen\0 { … }` speaks to Internet Explorer only, and Lightning CSS refuses to read it. */
function withoutOldHacks(css) {
  let rest = css;
  for (let at = rest.search(/@media[^{]*\\0[^{]*\{/); at >= 0; at = rest.search(/@media[^{]*\\0[^{]*\{/)) {
    rest = rest.slice(0, at) + rest.slice(endOfBlock(rest, at));
  }
  return rest;
}

function endOfBlock(css, from) {
  let depth = 0;
  for (let at = css.indexOf("{", from); at < css.length; at++) {
    if (css[at] === "{") depth++;
    if (css[at] === "}" && --depth === 0) return at + 1;
  }
  throw new Error("The compiled stylesheet has an unclosed block.");
}
