import { STARTED_VARIABLE } from './servers';

/** Runs before each file of system tests: says at once, not test by test, when the servers are missing. */
if (process.env[STARTED_VARIABLE] === undefined) throw new Error('the servers of global-setup.ts are not there');
