import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of package.json. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** What this installation keeps between starts; never committed. */
export const dataFolder = join(root, ".data");
