/**
 * Loaded before the web server (`node --import`) by checks and benchmarks that count: notes every statement that node-postgres
 * sends, as one line of JSON, in the file RECORD_QUERIES. Nothing in the product loads it.
 */
import { appendFileSync } from "node:fs";
import pg from "pg";

const file = process.env.RECORD_QUERIES;
if (file && process.argv.some((argument) => argument.endsWith("serve.mjs"))) {
  const send = pg.Client.prototype.query;
  pg.Client.prototype.query = function query(...args) {
    const noted = noteOf(args);
    const callback = args.at(-1);
    if (typeof callback === "function") {
      const told = (error, answer) => {
        noted(answer);
        callback(error, answer);
      };
      return send.call(this, ...args.slice(0, -1), told);
    }
    const answer = send.apply(this, args);
    answer?.then?.(noted, () => noted(undefined));
    return answer;
  };
}

/** A statement is written down when it is answered, because only then is it known how many values it brings. */
function noteOf([config, values]) {
  const text = typeof config === "string" ? config : config?.text;
  const given = Array.isArray(values) ? values : (config?.values ?? []);
  return (answer) => {
    if (typeof text !== "string") return;
    const brings = JSON.stringify(answer?.rows ?? []).length;
    appendFileSync(file, `${JSON.stringify({ text, values: given, brings })}\n`);
  };
}
