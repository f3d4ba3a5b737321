/**
 * Loaded first into the server and the worker. The start that runs them holds the other end of a channel; when it is killed,
 * nobody else would ever stop them.
 */
const grace = 6_000;

if (process.send) {
  if (!process.connected) process.exit(1);
  process.once("disconnect", () => setTimeout(() => process.exit(1), grace).unref());
}
