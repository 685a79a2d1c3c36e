import { mongoUri } from '../../../src/stack/mongo-server';
import { runServers, type OwnServers, type Programs } from './run-servers';

/** What the global setup started; see global-setup.ts. */
export type Started = {
  readonly programs: Programs;
  readonly temporalAddress: string;
  readonly mongoPort: number;
};
export const STARTED_VARIABLE = 'KAIRYO_TEST_SERVERS';

export type Servers = {
  /** host:port of the run's Temporal server. Use a task queue of your own: other test files share the server. */
  readonly temporalAddress: string;
  /** URI of a database of the run's MongoDB. Use a name of your own: other test files share the server. */
  mongoUri(database: string): string;
  /** Path of the time-skipping test server; throws where there is none for this machine. */
  readonly timeSkippingServerPath: string;
};

/** The servers of this test run: started once, shared by all test files. Costs nothing. */
export function servers(): Servers {
  const { temporalAddress, mongoPort, programs } = started();
  return {
    temporalAddress,
    mongoUri: (database) => mongoUri(mongoPort, database),
    get timeSkippingServerPath() {
      if (programs.timeSkipping === undefined) throw new Error('no time-skipping test server on this machine');
      return programs.timeSkipping;
    },
  };
}

/**
 * A Temporal and a MongoDB for this test alone, which may be killed and started again on the same data. Takes about two
 * seconds; `close()` them.
 */
export const ownServers = (): Promise<OwnServers> => runServers(started().programs, process.env['KAIRYO_TEST_FOLDER']);

/** Whether the time-skipping test server was found. */
export const hasTimeSkipping = (): boolean => started().programs.timeSkipping !== undefined;

/** The programs the run found, for tests of the stack itself. */
export const programs = (): Programs => started().programs;

function started(): Started {
  const text = process.env[STARTED_VARIABLE];
  if (text === undefined) throw new Error('system tests need the servers of global-setup.ts: run them by jest');
  return JSON.parse(text) as Started;
}
