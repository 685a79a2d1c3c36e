import type { OnSpawn, ServerProcess } from './server-process';
import { messageOf, sleep, type Say } from './say';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** One that ran this long has recovered: its next restart is immediate again. */
const HEALTHY_AFTER_MS = 60_000;

export type SupervisedOptions = {
  readonly name: string;
  /** Starts the process, tells `onSpawn` of it at once, and answers when it is ready. */
  readonly start: (onSpawn: OnSpawn) => Promise<ServerProcess>;
  readonly say: Say;
  /** Told of every start, so that orphans of a killed launcher are found. */
  readonly onStart?: (process: ServerProcess) => void;
};

/** Keeps one process running: when it ends unasked it is started again, with growing pauses, and said. */
export class Supervised {
  private process: ServerProcess | undefined;
  private stopping = false;
  private watching: Promise<void> = Promise.resolve();

  constructor(private readonly options: SupervisedOptions) {}

  get name(): string {
    return this.options.name;
  }

  /** Starts it and answers when it is ready; a first start that fails is thrown, not repeated. */
  async start(): Promise<void> {
    await this.startOnce();
    this.watching = this.watch();
  }

  /** Stops it, and whatever restart is under way. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.process?.stop();
    await this.watching;
  }

  /** Ends it by force: the user is in a hurry. */
  kill(): void {
    this.stopping = true;
    void this.process?.kill();
  }

  private async startOnce(): Promise<void> {
    this.process = await this.options.start((spawned) => {
      this.process = spawned;
      this.options.onStart?.(spawned);
      if (this.stopping) void spawned.stop();
    });
  }

  private async watch(): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!this.stopping && this.process !== undefined) {
      const startedAt = Date.now();
      const how = await this.process.exited;
      if (this.stopping) return;
      if (Date.now() - startedAt > HEALTHY_AFTER_MS) pause = FIRST_PAUSE_MS;
      this.options.say(`${this.name} ended (${how}); it is started again in ${pause / 1000} s`);
      pause = await this.restart(pause);
    }
  }

  /** Tries until it runs again; answers the pause for the next time. */
  private async restart(first: number): Promise<number> {
    for (let pause = first; ; pause = longer(pause)) {
      await this.pause(pause);
      if (this.stopping) return pause;
      try {
        await this.startOnce();
        if (!this.stopping) this.options.say(`${this.name} runs again`);
        return longer(pause);
      } catch (error) {
        this.options.say(`${this.name} cannot be started: ${messageOf(error)}`);
      }
    }
  }

  private async pause(milliseconds: number): Promise<void> {
    for (let waited = 0; waited < milliseconds && !this.stopping; waited += 100) await sleep(100);
  }
}

const longer = (pause: number): number => Math.min(pause * 2, LONGEST_PAUSE_MS);
