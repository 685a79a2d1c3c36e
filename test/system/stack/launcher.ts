import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';
import type { Started } from '../../../src/stack/orphans';
import { nextFreePort } from '../../../src/stack/ports';

const SOURCE = join(__dirname, '..', '..', '..', 'src', 'stack');
const FIXTURES = join(__dirname, 'fixtures');

/** What the fixture API tells of its environment. */
export type ApiFacts = {
  readonly MONGODB_URI: string;
  readonly TEMPORAL_ADDRESS: string;
  readonly KAIRYO_ADMIN_TOKEN: string;
  readonly pid: number;
};

/** The launcher of `npm start` as a process of its own, with fixtures in place of worker and API. */
export class Launcher {
  private constructor(
    readonly process: ChildProcess,
    private readonly port: number,
    private readonly data: string,
    private readonly output: { text: string },
  ) {}

  static async start(program: string, data: string, env: Record<string, string> = {}): Promise<Launcher> {
    const port = Number(env['PORT'] ?? (await portAside()));
    await chooseServerPorts(data);
    const programs = ['--worker', join(FIXTURES, 'worker.mjs'), '--api', join(FIXTURES, 'api.mjs')];
    const child = spawn(process.execPath, [program, ...programs], {
      env: { ...process.env, KAIRYO_DATA: data, PORT: String(port), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const output = { text: '' };
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output.text += chunk.toString()));
    return new Launcher(child, port, data, output);
  }

  get text(): string {
    return this.output.text;
  }

  /** The processes the launcher recorded. */
  children(): readonly Started[] {
    return JSON.parse(readFileSync(join(this.data, 'running.json'), 'utf8')) as readonly Started[];
  }

  pidOf(name: string): number {
    const found = this.children().find((child) => child.name === name);
    if (found === undefined) throw new Error(`${name} is not running:\n${this.text}`);
    return found.pid;
  }

  async ready(): Promise<this> {
    await until(
      () => this.text.includes('Kairyo is ready'),
      () => this.text,
    );
    return this;
  }

  async api(): Promise<ApiFacts> {
    return (await (await fetch(`http://127.0.0.1:${this.port}/`)).json()) as ApiFacts;
  }

  /** Resolves with the exit code (or the signal) once the process is gone. */
  async ended(): Promise<number | string | null> {
    await until(
      () => this.process.exitCode !== null || this.process.signalCode !== null,
      () => this.text,
    );
    return this.process.exitCode ?? this.process.signalCode;
  }
}

/** Ports of the servers that no `npm start` on this machine wants, kept over the starts of a test. */
async function chooseServerPorts(data: string): Promise<void> {
  const file = join(data, 'ports.json');
  if (existsSync(file)) return;
  const ports = { temporal: await portAside(), temporalUi: await portAside(), mongo: await portAside() };
  writeFileSync(file, JSON.stringify(ports));
}

/** Waits until something holds; throws with the explanation when it does not within a minute. */
export async function until(holds: () => boolean | Promise<boolean>, explain: () => string): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it did not come about:\n${explain()}`);
}

/** Compiles the stack, which needs nothing but node, into a folder; answers the launcher's file. */
export function compileStack(): string {
  const out = mkdtempSync(join(process.env['KAIRYO_TEST_FOLDER'] ?? tmpdir(), 'stack-'));
  for (const name of readdirSync(SOURCE).filter((file) => file.endsWith('.ts'))) {
    const { code } = transformFileSync(join(SOURCE, name));
    writeFileSync(join(out, name.replace(/\.ts$/, '.js')), code);
  }
  return join(out, 'main.js');
}

/** Below those that the system hands out by itself: the launcher listens seconds later, and nobody must take it meanwhile. */
const portAside = (): Promise<number> => nextFreePort(10_000 + Math.floor(Math.random() * 20_000));
