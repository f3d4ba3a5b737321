import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { ServerProcess } from "./server-process";

export interface Target {
  readonly server: ServerProcess;
  readonly path: string;
  readonly cookie?: string | undefined;
}

export interface Slice {
  readonly requests: number;
  readonly perSecond: number;
  /** CPU milliseconds of the server a request. */
  readonly cpu: number;
  readonly bytes: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One request: its bytes and how many milliseconds it took. Throws when the answer is not 200. */
export function ask({ server, path, cookie }: Target): Promise<{ bytes: number; milliseconds: number }> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request(
      `${server.address}${path}`,
      { agent, headers: cookie ? { cookie } : {} },
      (answer) => {
        let bytes = 0;
        answer.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
        });
        answer.once("end", () => {
          if (answer.statusCode === 200) resolve({ bytes, milliseconds: performance.now() - start });
          else reject(new Error(`${path} answered ${answer.statusCode}`));
        });
      },
    );
    asked.once("error", reject);
    asked.end();
  });
}

/** The page's markup without its scripts: what it would be if a server wrote it by hand. */
export async function markupOf({ server, path, cookie }: Target): Promise<string> {
  const answer = await fetch(`${server.address}${path}`, { headers: cookie ? { cookie } : {} });
  return (await answer.text()).replaceAll(/<script\b[^>]*>.*?<\/script>/gs, "");
}

/** As many requests as fit into the time, sixteen at once. */
export async function press(target: Target, milliseconds: number): Promise<Slice> {
  const [cpu, start] = [target.server.cpu(), performance.now()];
  let requests = 0;
  let bytes = 0;
  const askers = Array.from({ length: 16 }, async () => {
    while (performance.now() - start < milliseconds) {
      ({ bytes } = await ask(target));
      requests += 1;
    }
  });
  await Promise.all(askers);
  const seconds = (performance.now() - start) / 1000;
  return { requests, perSecond: requests / seconds, cpu: (target.server.cpu() - cpu) / requests, bytes };
}

/** A steady visitor: so many requests a second, whether the last has been answered or not. Milliseconds of each. */
export async function pace(target: Target, perSecond: number, seconds: number): Promise<number[]> {
  const start = performance.now();
  const answers: Promise<{ milliseconds: number }>[] = [];
  for (let sent = 0; sent < perSecond * seconds; sent++) {
    await sleep(Math.max(0, start + (sent * 1000) / perSecond - performance.now()));
    answers.push(ask(target));
  }
  return (await Promise.all(answers)).map(({ milliseconds }) => milliseconds);
}

/** The value below which the given share lies. */
export function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((x, y) => x - y);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
