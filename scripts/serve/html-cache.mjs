import { nextLondonMidnight } from "./london-day.mjs";

/**
 * @typedef {object} Page           an answer that any anonymous visitor may be given
 * @property {number} status
 * @property {Record<string, string>} headers
 * @property {Buffer} body
 * @property {string} [nonce]        the nonce the body was rendered with
 * @property {boolean} storable
 *
 * @typedef {Page & { marks: number[], expires: number }} Entry  `marks`: where in the body the nonce stands
 */

const lifetime = 600_000;

/**
 * Rendered pages of anonymous visitors, by address. The least recently used goes first when space runs out.
 * It keeps nothing until `enable()`, because a page may only be kept while somebody listens for changes.
 * @param {{ now: () => number, maxEntries?: number, maxBytes?: number }} options
 */
export function createHtmlCache({ now, maxEntries = 500, maxBytes = 20 * 1024 * 1024 }) {
  /** @type {Map<string, Entry>} */
  let entries = new Map();
  /** @type {Map<string, Promise<Entry>>} */
  let renderings = new Map();
  let bytes = 0;
  let enabled = false;

  function clear() {
    entries = new Map();
    // Renderings under way read the old data: those who wait for them get it, nobody who comes later does.
    renderings = new Map();
    bytes = 0;
  }

  function remove(key, entry) {
    entries.delete(key);
    bytes -= entry.body.length;
  }

  function find(key) {
    const entry = entries.get(key);
    if (!entry) return undefined;
    entries.delete(key);
    if (entry.expires > now()) {
      entries.set(key, entry);
      return entry;
    }
    bytes -= entry.body.length;
    return undefined;
  }

  function keep(key, entry) {
    const previous = entries.get(key);
    if (previous) remove(key, previous);
    entries.set(key, entry);
    bytes += entry.body.length;
    for (const [oldKey, old] of entries) {
      if (bytes <= maxBytes && entries.size <= maxEntries) return;
      remove(oldKey, old);
    }
  }

  function render(key, produce) {
    const under = renderings.get(key);
    if (under) return under;
    const generation = renderings;
    const rendering = produce()
      .then((page) => {
        const entry = { ...page, marks: findMarks(page), expires: expiry(now()) };
        if (page.storable && enabled && generation === renderings) keep(key, entry);
        return entry;
      })
      .finally(() => generation.delete(key));
    generation.set(key, rendering);
    return rendering;
  }

  return {
    clear,
    find,
    render,
    get enabled() {
      return enabled;
    },
    get size() {
      return entries.size;
    },
    get bytes() {
      return bytes;
    },
    enable() {
      clear();
      enabled = true;
    },
    disable() {
      enabled = false;
      clear();
    },
  };
}

const expiry = (moment) => Math.min(moment + lifetime, nextLondonMidnight(moment));

function findMarks({ body, nonce }) {
  const marks = [];
  if (!nonce) return marks;
  for (let at = body.indexOf(nonce); at !== -1; at = body.indexOf(nonce, at + nonce.length)) marks.push(at);
  return marks;
}

/**
 * The entry's body with another nonce of the same length: one copy of memory and a few short writes.
 * @param {Entry} entry
 * @param {string} nonce
 */
export function bodyWithNonce(entry, nonce) {
  const body = Buffer.from(entry.body);
  for (const mark of entry.marks) body.latin1Write(nonce, mark, nonce.length);
  return body;
}
