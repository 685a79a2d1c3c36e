import { describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { checkActivities, type CheckDeps, type CheckInput } from '../../../src/activities/check.activities';
import type { CaseFact } from '../../../src/domain/cases/case';
import type { Procedure } from '../../../src/domain/organisation/organisation.schema';
import { matches } from '../../../src/domain/verdict/filter';
import { exampleCalendar } from '../aggregations/exampleCalendar';

const NOW = '2026-08-21T01:30:00.000Z';
const DAY = 86_400_000;
const procedure: Procedure = { id: 'permit', name: 'Permit', unit: 'office', calendar: 'example' };

/** Twenty days of cases, five a day: ten days each before and after 1 July; the pilot channel gets faster. */
function casesOf(): readonly CaseFact[] {
  return Array.from({ length: 100 }, (_, i) => {
    const receivedAt = Date.parse('2026-06-21T01:00:00Z') + Math.floor(i / 5) * DAY;
    const channel = i % 2 === 0 ? 'online' : 'desk';
    const days = channel === 'online' && i >= 50 ? 1 + (i % 7) / 10 : 5 + (i % 7) / 10;
    return { id: `c${i}`, receivedAt, decidedAt: receivedAt + days * DAY, channel };
  });
}

type Asked = { readonly from?: number; readonly to?: number };

/** Fakes of the ports the activity uses; what it asked the cases for is noted. */
function fakes(facts: readonly CaseFact[], asked: Asked[] = []): CheckDeps {
  const documents = <T extends { id: string }>(values: readonly T[]) => ({
    get: async (id: string) => {
      const value = values.find((v) => v.id === id);
      return value && { value, version: 1, updatedAt: NOW, updatedBy: 'a' };
    },
  });
  const organisation = {
    procedures: documents([procedure]),
    calendars: documents([exampleCalendar]),
    allUnits: async () => [{ id: 'office', name: 'Office' }],
  };
  async function* stream(...[, range, filter]: Parameters<CheckDeps['cases']['stream']>): AsyncIterable<CaseFact> {
    asked.push(range);
    const inRange = ({ receivedAt }: CaseFact): boolean =>
      receivedAt >= (range.from ?? 0) && receivedAt < (range.to ?? Infinity);
    yield* facts.filter((fact) => inRange(fact) && matches(fact, filter));
  }
  return {
    cases: { stream } as unknown as CheckDeps['cases'],
    organisation: organisation as unknown as CheckDeps['organisation'],
    clock: { now: () => NOW },
  };
}

const input: CheckInput = {
  cycleId: 'office~permit~1',
  procedure: 'permit',
  plan: { indicators: [{ key: 'speed', aggregation: 'median', role: 'outcome', prediction: { atMost: 3 } }] },
  doBeganAt: '2026-06-30T17:00:00.000Z',
  checkOpenedAt: '2026-07-10T17:00:00.000Z',
};

/** The tests of faults would fill the screen with warnings. */
const quiet = { logger: new DefaultLogger('ERROR') };

const run = (deps: CheckDeps, given: CheckInput): ReturnType<ReturnType<typeof checkActivities>['computeCheck']> =>
  new MockActivityEnvironment({}, quiet).run((asked: CheckInput) => checkActivities(deps).computeCheck(asked), given);

describe('the check of a cycle', () => {
  it('compares the days of Do with as many days before, by the local day', async () => {
    const asked: Asked[] = [];
    const result = await run(fakes(casesOf(), asked), input);
    expect(result).toMatchObject({
      computedAt: NOW,
      window: { before: { from: '2026-06-21', to: '2026-07-01' }, after: { from: '2026-07-01', to: '2026-07-11' } },
    });
    expect(result.verdicts[0]).toMatchObject({ indicator: 'speed', before: { n: 50 }, after: { n: 50 } });
    expect(asked).toEqual([{ from: Date.parse('2026-06-20T17:00:00Z'), to: Date.parse('2026-07-10T17:00:00Z') }]);
  });

  it('looks at the pilot on both sides, and at its control group', async () => {
    const filter = { channel: ['online'] };
    const pilot = { scope: 'online', smallScale: true, filter };
    const alone = await run(fakes(casesOf()), { ...input, plan: { ...input.plan, pilot } });
    expect(alone.verdicts[0]).toMatchObject({
      verdict: 'improved',
      before: { n: 25 },
      after: { n: 25 },
      prediction: 'held',
    });
    const control = { channel: ['desk'] };
    const both = await run(fakes(casesOf()), { ...input, plan: { ...input.plan, pilot: { ...pilot, control } } });
    expect(both.verdicts[0]).toMatchObject({ verdict: 'improved', control: { before: { n: 25 }, after: { n: 25 } } });
    expect(both.verdicts[0]?.control?.difference?.high).toBeLessThan(0);
  });

  it('reads earlier cases too where an indicator needs them', async () => {
    const asked: Asked[] = [];
    const indicators = [{ key: 'backlog', aggregation: 'open-cases', role: 'outcome' as const }];
    const result = await run(fakes(casesOf(), asked), { ...input, plan: { indicators } });
    expect(asked[0]?.from).toBeUndefined();
    expect(result.verdicts[0]).toMatchObject({ verdict: 'too-few-data', per: 'week' });
  });

  it('gives the same result for the same cases in another order', async () => {
    const plan = {
      ...input.plan,
      pilot: { scope: 'x', smallScale: true, filter: { channel: ['online'] }, control: { channel: ['desk'] } },
    };
    const first = await run(fakes(casesOf()), { ...input, plan });
    expect(await run(fakes([...casesOf()].reverse()), { ...input, plan })).toEqual(first);
  });

  it('has too few data, not a fault, where there are no cases', async () => {
    const { verdicts } = await run(fakes([]), input);
    expect(verdicts[0]).toMatchObject({ verdict: 'too-few-data', prediction: 'not-comparable', after: { n: 0 } });
  });

  it('fails, to be retried, while the procedure or the aggregation is unknown', async () => {
    await expect(run(fakes([]), { ...input, procedure: 'other' })).rejects.toThrow('there is no procedure other');
    const indicators = [{ key: 'x', aggregation: 'nothing', role: 'outcome' as const }];
    await expect(run(fakes([]), { ...input, plan: { indicators } })).rejects.toThrow('there is no aggregation nothing');
  });
});
