import { mkdirSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { startApi, startWorker } from './application';
import { findMongo, type MongoFound } from './find-mongo';
import { findTemporal } from './find-temporal';
import { adminToken, apiPort, notesKey, turnLog } from './launch-options';
import { engineOf, mongoUri, startMongo } from './mongo-server';
import { RunningFile } from './orphans';
import { LOOPBACK, serverPort } from './ports';
import { messageOf, type Surroundings } from './say';
import type { Screen } from './screen';
import type { OnSpawn, ServerProcess } from './server-process';
import { Supervised } from './supervised';
import { NAMESPACE, startTemporal, temporalAnswers } from './temporal-server';

export type LaunchOptions = {
  readonly at: Surroundings;
  /** Folder of everything that must outlive a restart. */
  readonly data: string;
  /** Files that node runs. */
  readonly worker: string;
  readonly api: string;
};

/** Starts the servers, then the application on them, and keeps all of them running until `stop`. */
export class Supervisor {
  private readonly running: RunningFile;
  private readonly children: Supervised[] = [];
  private stopping = false;

  constructor(private readonly options: LaunchOptions) {
    mkdirSync(join(options.data, 'logs'), { recursive: true });
    this.running = new RunningFile(options.data);
  }

  /** Answers what the start screen tells, except how long it took. */
  async start(): Promise<Omit<Screen, 'seconds'>> {
    const { at, data } = this.options;
    await this.running.stopOrphans(at.say);
    // Asked twice: a port that was asked for is refused at once, and one that is taken while servers are fetched, too.
    await apiPort({ ...at, say: () => undefined });
    const [temporal, mongo] = await this.startServers();
    const token = adminToken(at.env, data);
    const port = await apiPort(at);
    const notes = notesKey(at.env, data);
    await this.startApplication(port, { temporal: temporal.address, mongo: mongo.uri, token, notes });
    return {
      ...{ port, token, data, temporalPage: temporal.page },
      ...{ temporalAddress: temporal.address, temporalWhy: temporal.why },
      ...{ mongoUri: mongo.uri, mongoWhy: mongo.why },
    };
  }

  /** Stops the application, then the servers it used: the last started first. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (const child of [...this.children].reverse()) {
      await child.stop();
      this.options.at.say(`${child.name} has stopped`);
    }
    this.running.clear();
  }

  /** Ends everything by force. */
  kill(): void {
    for (const child of this.children) child.kill();
  }

  /** Both at once. When one of them fails, the other's end is awaited all the same, so that it can be stopped. */
  private async startServers(): Promise<[TemporalServer, MongoServer]> {
    const [mongo, temporal] = await Promise.allSettled([this.startMongo(), this.startTemporal()]);
    if (temporal.status === 'rejected') throw temporal.reason;
    if (mongo.status === 'rejected') throw mongo.reason;
    return [temporal.value, mongo.value];
  }

  private async startTemporal(): Promise<TemporalServer> {
    const { at, data } = this.options;
    const { taken } = await findTemporal(at);
    if (taken.kind === 'address') {
      await temporalAnswers(taken.address).catch((error: unknown) => at.say(messageOf(error)));
      return taken;
    }
    const port = await serverPort(data, 'temporal');
    const uiPort = await serverPort(data, 'temporalUi');
    const options = {
      ...{ program: taken.program, port, uiPort },
      ...{ database: join(data, 'temporal.db'), log: this.log('temporal') },
    };
    await this.supervise('Temporal', taken.program, (onSpawn) => startTemporal(options, onSpawn));
    return { address: `${LOOPBACK}:${port}`, why: taken.why, page: `http://${LOOPBACK}:${uiPort}` };
  }

  private async startMongo(): Promise<MongoServer> {
    const { at, data } = this.options;
    const folder = join(data, 'mongo');
    const taken: MongoFound = (await findMongo(at, engineOf(folder))).taken;
    if (taken.kind === 'uri') return taken;
    const port = await serverPort(data, 'mongo');
    const options = { found: taken, folder, port, cacheMegabytes: cacheMegabytes(), log: this.log('mongo') };
    await this.supervise('MongoDB', taken.program, (onSpawn) => startMongo(options, onSpawn));
    return { uri: mongoUri(port, 'kairyo'), why: taken.why };
  }

  private async startApplication(port: number, { temporal, mongo, token, notes }: Addresses): Promise<void> {
    const { at, data, worker, api } = this.options;
    const env = {
      ...{ MONGODB_URI: mongo, TEMPORAL_ADDRESS: temporal, PORT: String(port), KAIRYO_DATA: data },
      ...{ TEMPORAL_NAMESPACE: at.env['TEMPORAL_NAMESPACE'] ?? NAMESPACE, KAIRYO_ADMIN_TOKEN: token },
      KAIRYO_NOTES_KEY: notes,
      // Some shells export HOST, the machine's name: only KAIRYO_HOST opens the API to others.
      HOST: at.env['KAIRYO_HOST'] ?? LOOPBACK,
    };
    at.say('starting worker and API');
    await this.supervise('Worker', worker, (onSpawn) =>
      startWorker({ program: worker, env, onSpawn, log: this.log('worker') }),
    );
    await this.supervise('API', api, (onSpawn) => startApi({ program: api, env, onSpawn, log: this.log('api') }, port));
  }

  private async supervise(name: string, program: string, start: Start): Promise<void> {
    if (this.stopping) throw new Error('stopped while starting');
    const { say } = this.options.at;
    const onStart = ({ pid }: ServerProcess): void => this.running.add(name, pid, program);
    const child = new Supervised({ name, start, say, onStart });
    this.children.push(child);
    await child.start();
    say(`${name} is ready`);
  }

  private log(name: string): string {
    const file = join(this.options.data, 'logs', `${name}.log`);
    turnLog(file);
    return file;
  }
}

type Start = (onSpawn: OnSpawn) => Promise<ServerProcess>;
type TemporalServer = { readonly address: string; readonly why: string; readonly page?: string };
type MongoServer = { readonly uri: string; readonly why: string };
type Addresses = { readonly temporal: string; readonly mongo: string; readonly token: string; readonly notes: string };

/** An eighth of the machine's memory, between 256 MiB and 1 GiB. */
const cacheMegabytes = (): number => Math.round(Math.min(1024, Math.max(256, totalmem() / 2 ** 20 / 8)));
