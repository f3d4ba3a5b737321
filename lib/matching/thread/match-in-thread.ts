import { Worker } from "node:worker_threads";
import type { MatchInput } from "../match-input";
import type { SizeSettings } from "../match-sized";
import type { MatchAnswer } from "./match-answer";

/** None of the options that this process happens to have but what the sources need. */
const execArgv = ["--conditions=react-server"];

/**
 * Matches in a thread of its own, so that mails and other jobs of this process do not wait. Throws when the thread died,
 * or had no answer after so many seconds and was ended: a further try may do better.
 */
export function matchInThread(
  input: MatchInput,
  settings: SizeSettings,
  seconds: number,
): Promise<MatchAnswer> {
  const workerData = { input, settings };
  const thread = new Worker(new URL("./match-thread.mjs", import.meta.url), { workerData, execArgv });
  const limit = setTimeout(() => void thread.terminate(), 1000 * seconds);
  return new Promise<MatchAnswer>((resolve, reject) => {
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", (code) =>
      reject(new Error(`The thread of a match ended without an answer: ${code}`)),
    );
  }).finally(() => clearTimeout(limit));
}
