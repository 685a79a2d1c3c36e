import { describe, expect, it } from '@jest/globals';
import type { ReadCase, RowError } from '../../../src/domain/cases/case';
import { createSources } from '../../../src/sources/catalogue';
import { LICENSING_REGISTER } from '../../../src/worker/example/province';
import { registerCases } from '../../../src/worker/example/register';
import { REGISTER_MAPPING, registerCsv } from '../../../src/worker/example/registerCsv';

const csvOf = (register = LICENSING_REGISTER): string => [...registerCsv(register)].join('');

async function read(text: string): Promise<{ cases: ReadCase[]; errors: RowError[] }> {
  const [cases, errors]: [ReadCase[], RowError[]] = [[], []];
  const bytes = (async function* () {
    yield Buffer.from(text, 'utf8');
  })();
  const options = { mapping: REGISTER_MAPPING, timeZone: 'UTC', report: (error: RowError) => errors.push(error) };
  for await (const batch of createSources().read('text/csv', bytes, options)) cases.push(...batch);
  return { cases, errors };
}

describe('the made-up register', () => {
  it('is the same file for the same seed, and another one for another seed', () => {
    expect(csvOf()).toBe(csvOf());
    expect(csvOf({ ...LICENSING_REGISTER, seed: 'another' })).not.toBe(csvOf());
  });

  it('is read without an error, every case with its decision, deadline, channel and group', async () => {
    const { cases, errors } = await read(csvOf());
    expect(errors).toEqual([]);
    expect(cases.length).toBe([...registerCases(LICENSING_REGISTER)].length);
    expect(cases.length).toBeGreaterThan(1000);
    expect(cases.every(({ dueAt, channel, group }) => dueAt !== undefined && channel && group)).toBe(true);
  });

  it('holds the same cases at an earlier day, with what had happened by then', () => {
    const later = new Map([...registerCases(LICENSING_REGISTER)].map((one) => [one.id, one]));
    const earlier = [...registerCases({ ...LICENSING_REGISTER, asOf: '2025-07-01' })];
    expect(earlier.some(({ decided }) => decided === undefined)).toBe(true);
    for (const { id, steps } of earlier) expect(later.get(id)?.steps.slice(0, steps.length)).toEqual(steps);
  });

  it('lets no step come before the one that led to it, nor outside of office hours', () => {
    const minuteOf = ({ day, minute }: { day: string; minute: number }): string =>
      `${day} ${String(minute).padStart(4, '0')}`;
    for (const { steps } of registerCases(LICENSING_REGISTER)) {
      const times = steps.map(({ at }) => minuteOf(at));
      expect(times).toEqual([...times].sort());
      for (const { at } of steps) expect(at.minute >= 450 && at.minute < 1020).toBe(true);
    }
  });
});
