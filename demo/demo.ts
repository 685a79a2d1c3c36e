import { Caller, must, StepFailed } from './caller';
import { castOf, putOffice } from './office';
import { openStage, type Stage } from './stage';
import { checked, decided, importRegister, kept, planned, reviewed } from './story';
import { say, secondsSoFar } from './tell';

/** The story, act by act. Every step throws when it does not give what it should. */
async function play({ base, token }: Stage): Promise<void> {
  const admin = new Caller(base, token);
  await putOffice(admin);
  say('The administrator has put a province: 5 units, 11 people, a calendar, a reminder policy, business licensing.');
  const cast = await castOf(admin, base);
  say('Lan, Quang, Sơn and Thảo have their tokens. Lan imports the register as of 1 July 2025:');
  const before = await importRegister(cast.lan, '2025-07-01');
  must(before.added > 500 && before.updated === 0, 'the first import adds the cases of half a year');
  await planned(cast);
  say('While Do runs the cases of the second half of the year come in; open cases of the first half are completed:');
  const after = await importRegister(cast.lan, '2026-01-01');
  must(after.added > 500 && after.updated > 0, 'the second import adds cases and updates those that were open');
  await checked(cast);
  await reviewed(cast);
  await decided(cast);
  await kept(cast);
}

/** Plays it and answers the exit code. */
async function main(): Promise<number> {
  let stage: Stage | undefined;
  const stop = async (): Promise<void> => stage?.stop();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().finally(() => process.exit(130)));
  try {
    say('Starting Temporal, a MongoDB-compatible database, a worker and the API, in a temporary folder.');
    stage = await openStage((line) => say(`  ${line}`));
    await play(stage);
    say(`Every step gave what it should, after ${secondsSoFar()} s.`);
    return 0;
  } catch (error) {
    const why = error instanceof StepFailed ? error.message : error instanceof Error ? error.stack : String(error);
    console.error(`\nThe demonstration failed: ${why}`);
    return 1;
  } finally {
    await stop();
    say('All servers have stopped.');
  }
}

void main().then((code) => process.exit(code));
