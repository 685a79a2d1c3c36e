import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readWith } from './support';

const DATA = join(__dirname, '../../../../shared/data');
const XES = join(DATA, 'permit-receipt.xes.gz');
const CSV = join(DATA, 'permit-receipt.csv.gz');
const there = existsSync(XES) && existsSync(CSV);
if (!there) console.warn('SKIPPED: the real permit log is not in ../shared/data');

(there ? describe : describe.skip)('the real permit log', () => {
  const mapping = {
    received: 'startdate',
    decided: 'enddate',
    due: 'deadline',
    channel: 'channel',
    unit: 'department',
  };

  it('is the same 1,434 cases and 8,577 events as XES and as CSV, without an error', async () => {
    const fromXes = await readWith('application/xes+xml', createReadStream(XES));
    const fromCsv = await readWith('text/csv', createReadStream(CSV));
    expect(fromXes.errors).toEqual([]);
    expect(fromCsv.errors).toEqual([]);
    expect(fromXes.cases.size).toBe(1_434);
    expect([...fromXes.cases.values()].reduce((sum, { steps }) => sum + steps.length, 0)).toBe(8_577);
    expect([...fromXes.cases.values()].filter(({ steps }) => steps.length === 1)).toHaveLength(116);
    expect(fromCsv.withoutRows()).toEqual(fromXes.withoutRows());
  });

  it('has 105 open cases when the mapping says that enddate is the decision', async () => {
    const fromXes = await readWith('application/xes+xml', createReadStream(XES), mapping);
    const fromCsv = await readWith('text/csv', createReadStream(CSV), mapping);
    expect([...fromXes.cases.values()].filter(({ decidedAt }) => decidedAt === undefined)).toHaveLength(105);
    expect(fromCsv.withoutRows()).toEqual(fromXes.withoutRows());
    const onTime = [...fromXes.cases.values()].filter((c) => (c.decidedAt ?? Infinity) <= (c.dueAt ?? -Infinity));
    expect(onTime.length / 1_329).toBeCloseTo(0.7163, 4);
  });
});
