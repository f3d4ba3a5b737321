/** Gives somebody a role in the database of DATABASE_URL; see `npm run appoint -- --help`. */
import { createDatabase } from "@/db/client";
import { systemActor } from "@/lib/access/actor";
import { createContext } from "@/lib/access/context";
import { systemClock } from "@/lib/kernel/clock";
import { runAppointCommand, usage } from "./appoint/run-appoint-command";

const terminal = {
  say: (line: string) => console.log(line),
  complain: (sentence: string) => console.error(sentence),
};

async function main(): Promise<number> {
  const argv = process.argv.slice(2);
  const url = process.env.DATABASE_URL;
  if (!url && !argv.includes("--help")) {
    console.error("Set DATABASE_URL to the database of the installation.");
    return 64;
  }
  if (!url) {
    console.log(usage);
    return 0;
  }
  const database = createDatabase(url, { max: 1, name: "maths-hubs appoint" });
  try {
    const ctx = createContext(database.db, systemActor("appoint"), systemClock.now());
    return await runAppointCommand(argv, ctx, terminal);
  } finally {
    await database.close();
  }
}

process.exitCode = await main();
