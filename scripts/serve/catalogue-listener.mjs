import pg from "pg";

const channel = "catalogue_changed";
const heartbeat = 15_000;

/**
 * Listens for changes of the public catalogue on a connection of its own, and comes back after any loss of it.
 * @param {{ url: string, onListening: () => void, onChange: () => void, onLost: () => void }} options
 */
export function listenForCatalogueChanges({ url, onListening, onChange, onLost }) {
  let stopped = false;
  let client;
  let pulse;
  let retry;
  let delay = 250;

  function lose(lost) {
    if (lost !== client) return;
    clearInterval(pulse);
    client = undefined;
    onLost();
    lost.end().catch(() => undefined);
    if (stopped) return;
    retry = setTimeout(connect, delay);
    retry.unref();
    delay = Math.min(delay * 2, 5_000);
  }

  async function connect() {
    const mine = new pg.Client({
      connectionString: url,
      application_name: "maths-hubs-listener",
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
    });
    client = mine;
    mine.on("error", () => lose(mine));
    mine.on("end", () => lose(mine));
    mine.on("notification", onChange);
    try {
      await mine.connect();
      await mine.query(`listen ${channel}`);
      delay = 250;
      // A connection can die without a word; then no change would ever be heard.
      pulse = setInterval(() => mine.query("select 1").catch(() => lose(mine)), heartbeat);
      pulse.unref();
      onListening();
    } catch {
      lose(mine);
    }
  }

  connect();
  return {
    async stop() {
      stopped = true;
      clearTimeout(retry);
      clearInterval(pulse);
      await client?.end().catch(() => undefined);
    },
  };
}
