import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import type { Mapping } from '../../../src/domain/organisation/organisation.schema';
import { readWith } from './support';

const read = (file: string | Uint8Array, mapping: Mapping = {}, options?: Parameters<typeof readWith>[3]) =>
  readWith('application/xes+xml', file, mapping, options);
const log = (...traces: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0">${traces.join('')}</log>`;
const string = (key: string, value: string): string => `<string key="${key}" value="${value}"/>`;
const event = (activity: string, at: string, more = ''): string =>
  `<event>${string('concept:name', activity)}<date key="time:timestamp" value="${at}"/>${more}</event>`;
const trace = (id: string, ...inside: string[]): string =>
  `<trace>${string('concept:name', id)}${inside.join('')}</trace>`;

describe('an event log', () => {
  it('becomes cases, a row being the ordinal of the trace', async () => {
    const { cases, errors } = await read(
      log(
        trace('A', event('x', '2026-01-02T08:00:00.123456+07:00'), event('y', '2026-01-01T08:00:00Z')),
        trace('B', event('x', '2026-01-03T00:00:00Z')),
      ),
    );
    expect(errors).toEqual([]);
    expect(cases.get('A')).toMatchObject({
      row: 1,
      steps: [
        { activity: 'y', at: '2026-01-01T08:00:00.000Z' },
        { activity: 'x', at: '2026-01-02T01:00:00.123Z' },
      ],
    });
    expect(cases.get('B')?.row).toBe(2);
  });

  it('is read whatever the type of an attribute and however deep others are nested in it', async () => {
    const nested = `<string key="unit" value="Sở"><string key="concept:name" value="wrong"><int key="unit" value="9"/></string></string>
      <list key="l"><values><string key="concept:name" value="wrong"/><date key="start" value="1999-01-01T00:00:00Z"/></values></list>
      <container key="c"><trace><event/></trace></container><boolean key="group" value="true"/><float key="channel" value="1.5"/>
      <id key="i" value="x"/><date key="start" value="2026-01-01T00:00:00Z"/>`;
    const { cases, errors } = await read(
      log(
        '<global scope="trace"><string key="concept:name" value="UNKNOWN"/></global>',
        `<trace>${nested}${string('concept:name', 'A')}${event('x', '2026-02-01T00:00:00Z', nested)}</trace>`,
      ),
      { received: 'start', unit: 'unit', group: 'group', channel: 'channel' },
    );
    expect(errors).toEqual([]);
    expect(cases.get('A')).toMatchObject({
      unit: 'Sở',
      group: 'true',
      channel: '1.5',
      receivedAt: Date.parse('2026-01-01T00:00:00Z'),
      steps: [{ activity: 'x' }],
    });
  });

  it('may have prefixes, comments, CDATA, entities of XML and attributes after the events', async () => {
    const file = `<x:log xmlns:x="http://www.xes-standard.org/"><!-- a --><x:trace><x:event><x:string key="concept:name" value="a &amp; &#98;"/>
      <x:date key="time:timestamp" value="2026-01-01"/></x:event><![CDATA[<trace>]]><x:string key="concept:name" value="A"/></x:trace></x:log>`;
    expect((await read(file)).cases.get('A')?.steps[0]?.activity).toBe('a & b');
  });

  it('is gzipped or not, UTF-8, UTF-16 or as its first line declares', async () => {
    const text = log(trace('Tên-é', event('x', '2026-01-01T00:00:00Z')));
    const latin = text.replace('UTF-8', 'ISO-8859-1').replace('Tên-é', 'é');
    for (const file of [
      Buffer.from(text),
      gzipSync(text),
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
    ])
      expect([...(await read(file)).cases.keys()]).toEqual(['Tên-é']);
    expect([...(await read(Buffer.from(latin, 'latin1'))).cases.keys()]).toEqual(['é']);
  });

  it('takes a value from the events where the trace has none, the latest first', async () => {
    const file = log(
      trace(
        'A',
        event('x', '2026-01-02T00:00:00Z', string('org:group', 'late')),
        event('y', '2026-01-01T00:00:00Z', string('org:group', 'early')),
      ),
    );
    expect((await read(file, { group: 'org:group' })).cases.get('A')?.group).toBe('late');
  });

  it('joins two traces of the same case, as the same log as a table would', async () => {
    const { cases } = await read(log(trace('A', event('x', '2026-01-02')), trace('A', event('y', '2026-01-01'))));
    expect(cases.get('A')?.steps.map(({ activity }) => activity)).toEqual(['y', 'x']);
  });

  it('falls back on the names of the standard when the mapping is for tables', async () => {
    const { cases } = await read(log(trace('A', event('x', '2026-01-01'))), {
      case: 'Mã',
      activity: 'Việc',
      timestamp: 'Lúc',
    });
    expect(cases.size).toBe(1);
  });

  it('stops the clock between two activities, until the decision at the latest', async () => {
    const file = log(
      trace(
        'A',
        event('ask', '2026-01-01T00:00:00Z'),
        event('answer', '2026-01-03T00:00:00Z'),
        event('ask', '2026-01-05T00:00:00Z'),
        event('end', '2026-01-06T00:00:00Z'),
      ),
    );
    const day = 86_400_000;
    const start = Date.parse('2026-01-01T00:00:00Z');
    expect((await read(file, { waiting: [{ from: 'ask', to: 'answer' }] })).cases.get('A')?.waiting).toEqual([
      [start, start + 2 * day],
      [start + 4 * day, start + 5 * day],
    ]);
  });
});

describe('traces that cannot be read', () => {
  it('are named and do not stop the rest', async () => {
    const { cases, errors } = await read(
      log(
        event('stray', '2026-01-01'),
        trace('A'),
        `<trace>${event('x', '2026-01-01')}</trace>`,
        trace('B', event('x', 'yesterday'), event('', '2026-01-01'), '<event/>'),
        trace('C', event('x', '2026-01-01'), event('y', '')),
      ),
    );
    expect([...cases.keys()]).toEqual(['C']);
    expect(errors.map(({ row, field, code }) => [row, field, code]).sort()).toEqual(
      [
        [0, 'event', 'EVENT_OUTSIDE_TRACE'],
        [1, 'time', 'NO_USABLE_EVENT'],
        [2, 'concept:name', 'CASE_ID_MISSING'],
        [3, 'time:timestamp', 'TIME_UNREADABLE'],
        [3, 'concept:name', 'ACTIVITY_MISSING'],
        [3, 'time:timestamp', 'TIME_MISSING'],
        [3, 'concept:name', 'ACTIVITY_MISSING'],
        [3, 'time', 'NO_USABLE_EVENT'],
        [4, 'time:timestamp', 'TIME_MISSING'],
      ].sort(),
    );
  });
});

describe('a file that is no event log', () => {
  const whole = log(trace('A', event('x', '2026-01-01')));
  const bomb = `<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>${whole.slice(whole.indexOf('<log'))}`;

  it.each([
    ['nothing', '', 'FILE_EMPTY'],
    ['only blanks', '  \n ', 'XML_BROKEN'],
    ['another XML', '<html><body/></html>', 'NOT_XES'],
    ['a table', 'a,b\n1,2\n', 'XML_BROKEN'],
    ['a log cut off', whole.slice(0, -20), 'XML_BROKEN'],
    ['tags that cross', '<log><trace></log></trace>', 'XML_BROKEN'],
    ['two roots', `${whole}<log/>`, 'XML_BROKEN'],
    ['an entity nobody defined', whole.replace('"A"', '"&lol;"'), 'XML_BROKEN'],
    ['a document type with entities', bomb, 'DOCTYPE_REFUSED'],
    ['an external entity', '<!DOCTYPE l SYSTEM "file:///etc/passwd"><log/>', 'DOCTYPE_REFUSED'],
    ['NUL characters', whole.replace('"A"', '"\0"'), 'NOT_TEXT'],
    ['a NUL written as a reference', whole.replace('"A"', '"&#0;"'), 'XML_BROKEN'],
    ['an encoding nobody knows', whole.replace('UTF-8', 'KLINGON'), 'NOT_TEXT'],
    ['half a gzip', gzipSync(whole).subarray(0, 50), 'ARCHIVE_DAMAGED'],
  ])('is refused as a whole: %s', async (_name, file, code) => {
    await expect(read(file)).rejects.toMatchObject({ name: 'MalformedFile', code });
  });

  it('is refused when a value is endless, or elements are nested without end', async () => {
    const limits = { maxTokenCharacters: 1_000, maxDepth: 50 };
    const huge = log(trace('A', string('k', 'x'.repeat(5_000))));
    const endlessText = log(`${'x'.repeat(5_000)}`);
    const deep = log(`${'<container key="a">'.repeat(60)}${'</container>'.repeat(60)}`);
    for (const file of [huge, endlessText, deep])
      await expect(read(file, {}, { limits })).rejects.toMatchObject({ code: 'XML_BROKEN' });
  });
});
