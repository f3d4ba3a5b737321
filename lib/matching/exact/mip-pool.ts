import { Worker } from "node:worker_threads";
import type { MipAnswer, MipModel } from "./mip-model";

interface Task {
  readonly model: MipModel;
  readonly settle: (answer: MipAnswer | undefined) => void;
}

type Message = { readonly answer: MipAnswer } | { readonly fault: string };

/** Threads that solve mixed-integer problems, the smallest of those that wait first, until the time is over. */
export class MipPool {
  /** What went wrong in a thread; the model counts as not solved. */
  readonly faults: string[] = [];
  private readonly threads: number;
  private readonly waiting: Task[] = [];
  private readonly idle: Worker[] = [];
  private readonly running = new Map<Worker, Task>();
  private readonly timer: NodeJS.Timeout;
  private isOver = false;

  constructor({ threads, milliseconds }: { readonly threads: number; readonly milliseconds: number }) {
    this.threads = threads;
    // Only once what the threads had answered in time has been read: the search may have kept this thread busy past the limit.
    this.timer = setTimeout(() => setImmediate(() => this.close()), milliseconds);
  }

  /** The answer to a model; undefined when the time was over before, or the thread broke down. */
  solve(model: MipModel): Promise<MipAnswer | undefined> {
    if (this.isOver) return Promise.resolve(undefined);
    return new Promise((settle) => {
      this.waiting.push({ model, settle });
      this.waiting.sort((x, y) => x.model.matrix.indices.length - y.model.matrix.indices.length);
      this.serve();
    });
  }

  /** Ends all threads, with what they are at; what they hold is freed with them. */
  close(): void {
    if (this.isOver) return;
    this.isOver = true;
    clearTimeout(this.timer);
    for (const { settle } of [...this.waiting.splice(0), ...this.running.values()]) settle(undefined);
    for (const worker of [...this.idle, ...this.running.keys()]) void worker.terminate();
    this.running.clear();
  }

  private serve(): void {
    while (this.waiting.length > 0) {
      const worker = this.idle.pop() ?? this.start();
      const task = worker && this.waiting.shift();
      if (!worker || !task) return;
      this.running.set(worker, task);
      worker.postMessage(task.model);
    }
  }

  private start(): Worker | undefined {
    if (this.running.size + this.idle.length >= this.threads) return undefined;
    // Without the options of this process: a loader of TypeScript would take a second to start and has nothing to do.
    const worker = new Worker(new URL("./mip-worker.mjs", import.meta.url), { execArgv: [] });
    worker.on("message", (message: Message) => this.finish(worker, message));
    worker.on("error", (error) => this.finish(worker, { fault: error.message }));
    return worker;
  }

  private finish(worker: Worker, message: Message): void {
    const task = this.running.get(worker);
    this.running.delete(worker);
    if ("fault" in message) {
      this.faults.push(message.fault);
      void worker.terminate();
    } else if (!this.isOver) this.idle.push(worker);
    task?.settle("answer" in message ? message.answer : undefined);
    if (!this.isOver) this.serve();
  }
}
