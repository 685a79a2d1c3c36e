import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Collector } from '../../../src/domain/collect/collector.schema';
import type { CollectorMapping } from '../../../src/domain/collect/collector.schema';
import { isCron } from '../../../src/domain/collect/cron';
import { readJson } from '../../../src/domain/collect/documents';
import { readNumber } from '../../../src/domain/collect/numbers';
import { valueAt } from '../../../src/domain/collect/paths';
import { isPublic } from '../../../src/sources/http/addresses';
import { readCsv } from '../../../src/sources/http/table';

const MAPPING: CollectorMapping = {
  items: 'rows',
  period: { path: 'p' },
  indicator: { path: 'i' },
  unit: { path: 'u' },
  value: { path: 'v' },
  unitMap: { 'Sở Y tế': 'health' },
};
const BASE = {
  name: 'x',
  unit: 'kh',
  url: 'https://example.org/a',
  format: 'json',
  schedule: { every: 'PT1H' },
  mapping: MAPPING,
};

describe('rows of a source', () => {
  it('are read by the mapping, and what cannot be read is named', () => {
    const rows = [
      { p: '2026-03', i: 'late', u: 'Sở Y tế', v: '1,234.5' },
      { p: 'March', i: 'late', u: 'health', v: 2 },
      { p: '2026-04', i: 'late', u: 'health', v: 'n/a' },
      { p: '2026-05', i: 'late', u: 'health', v: null },
    ];
    const read = readJson(JSON.stringify({ rows }), MAPPING);
    expect(read).toMatchObject({
      ok: true,
      reading: {
        rows: [{ row: 1, indicator: 'late', unit: 'health', at: { period: '2026-03' }, value: 1234.5 }],
        errors: [
          { row: 2, field: 'period', code: 'COLLECT_PERIOD_UNREADABLE' },
          { row: 3, field: 'value', code: 'COLLECT_NUMBER_UNREADABLE' },
        ],
        blank: 1,
        total: 4,
      },
    });
  });

  it('of broken JSON are none, and the place is named', () => {
    const read = readJson('{"rows": [1,, 2]}', MAPPING);
    expect(read).toMatchObject({ ok: false, failure: { code: 'COLLECT_NOT_JSON', again: false } });
    expect(JSON.stringify(read)).toContain('1:13');
  });

  it('are not guessed where the mapping leads nowhere', () => {
    expect(readJson('{"data":[]}', MAPPING)).toMatchObject({ failure: { code: 'COLLECT_PATH_NOT_FOUND' } });
    expect(readJson('{"rows":{}}', MAPPING)).toMatchObject({ failure: { code: 'COLLECT_NOT_A_LIST' } });
  });

  it('whatever the source sends, end in rows or in a named failure', async () => {
    const before = Object.keys(Object.prototype).length;
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.jsonValue().map((v) => JSON.stringify({ rows: [v] })),
        ),
        async (text) => {
          for (const read of [readJson(text, MAPPING), await readCsv(text, { ...MAPPING, decimalComma: true })])
            expect(read.ok ? read.reading.total : read.failure.words.vi).toBeDefined();
        },
      ),
      { numRuns: 300 },
    );
    expect(Object.keys(Object.prototype)).toHaveLength(before);
  });
});

describe('a path', () => {
  it.each(['__proto__', 'constructor.prototype', '/__proto__/x', 'a.length', 'toString'])(
    '%s leads to no prototype',
    (path) => {
      expect(valueAt({ a: [1] }, path)).toBeUndefined();
    },
  );
  it('is whatever text, and never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.string(), (document, path) => void valueAt(document, path)));
  });
});

describe('numbers', () => {
  it.each([
    ['1.234,5', true, 1234.5],
    ['1,234.5', false, 1234.5],
    ['12,5', false, undefined],
    ['=1+1', false, undefined],
    ['1e400', false, undefined],
    ['0x10', false, undefined],
    ['', false, undefined],
  ])('%s (comma: %s) is %s', (text, comma, value) => {
    expect(readNumber(text, comma)).toBe(value);
  });
});

describe('a collector', () => {
  it('holds no secret', () => {
    const refused = [
      { headers: { Authorization: 'Bearer x' } },
      { headers: { 'X-Api-Key': 'x' } },
      { url: 'https://me:pw@example.org/' },
      { url: 'https://example.org/?api_key=1' },
      { auth: { type: 'bearer', secret: 'hunter2' } },
      { auth: { type: 'bearer', secret: 'env:HOME' } },
      { auth: { type: 'bearer', secret: 'file:../passwd' } },
      { url: 'file:///etc/passwd' },
    ];
    expect(Collector.safeParse(BASE).success).toBe(true);
    for (const one of refused) expect(Collector.safeParse({ ...BASE, ...one }).success).toBe(false);
  });
  it('is asked at most once a minute', () => {
    expect(Collector.safeParse({ ...BASE, schedule: { every: 'PT59S' } }).success).toBe(false);
    expect(Collector.safeParse({ ...BASE, schedule: { every: 'P1M' } }).success).toBe(false);
    expect(['30 6 1 * *', '*/5 8-17 * jan-mar mon-fri'].every(isCron)).toBe(true);
    expect(['60 * * * *', '* * * *', '* * * * * *', '5-1 * * * *', 'x * * * *'].some(isCron)).toBe(false);
  });
});

describe('an address', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::7f00:1',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    'nonsense',
  ])('%s is not public', (address) => expect(isPublic(address)).toBe(false));
  it.each(['8.8.8.8', '2606:4700::1111'])('%s is public', (address) => expect(isPublic(address)).toBe(true));
});
