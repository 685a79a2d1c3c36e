import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { commandOf, isSameProcess, startMark } from './process-table';
import type { Say } from './say';
import { stopStranger } from './server-process';

/** A process a launcher started. `mark` tells it from a later process with the same id, `program` from another one. */
export type Started = {
  readonly name: string;
  readonly pid: number;
  readonly mark?: string;
  readonly program: string;
};

/** The processes of this data folder, kept in `running.json` so that a next start finds those of a killed launcher. */
export class RunningFile {
  private readonly file: string;
  private started: readonly Started[];

  constructor(data: string) {
    this.file = join(data, 'running.json');
    this.started = this.read();
  }

  /** Takes the place of an earlier process of the same name. */
  add(name: string, pid: number, program: string): void {
    const mark = startMark(pid);
    this.write([...this.started.filter((one) => one.name !== name), { name, pid, mark, program }]);
  }

  clear(): void {
    this.write([]);
  }

  /** Stops what an earlier launcher left running: the last started first, so that servers outlive their users. */
  async stopOrphans(say: Say): Promise<void> {
    for (const orphan of [...this.started].reverse()) {
      if (!stillRuns(orphan)) continue;
      say(`${orphan.name} (process ${orphan.pid}) was left running by a launcher that was killed; stopping it`);
      await stopStranger(orphan.pid);
    }
    this.clear();
  }

  private write(started: readonly Started[]): void {
    this.started = started;
    writeFileSync(`${this.file}.new`, `${JSON.stringify(started, undefined, 2)}\n`);
    renameSync(`${this.file}.new`, this.file);
  }

  private read(): readonly Started[] {
    try {
      return JSON.parse(readFileSync(this.file, 'utf8')) as readonly Started[];
    } catch {
      return [];
    }
  }
}

/** A process id may belong to somebody else by now: start time and program must be those that were recorded. */
export const stillRuns = ({ pid, mark, program }: Started): boolean =>
  isSameProcess(pid, mark) && commandOf(pid).includes(basename(program));
