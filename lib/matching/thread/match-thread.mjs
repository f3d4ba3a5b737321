/**
 * A thread that matches the input it was started with, posts the answer and ends: see `match-in-thread.ts`. Plain
 * JavaScript, which brings the loader of the TypeScript sources: a thread does not get it from the process.
 */
import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const { answerMatch } = await import("./match-answer.ts");
const { input, settings } = workerData;
parentPort?.postMessage(await answerMatch(input, settings));
