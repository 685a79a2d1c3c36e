import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { readWith } from './support';

const HEADER = 'case:concept:name,concept:name,time:timestamp';
const csv = (...lines: string[]): string => [HEADER, ...lines].join('\n');
const read = (file: string | Uint8Array, ...rest: [Parameters<typeof readWith>[2]?, Parameters<typeof readWith>[3]?]) =>
  readWith('text/csv', file, ...rest);
const ms = (text: string): number => Date.parse(text);

describe('a table of steps', () => {
  it('becomes cases whose first and last step are received and decided', async () => {
    const { cases, errors } = await read(
      csv('A,Receive,2026-08-21T08:00:00Z', 'B,Receive,2026-08-21T09:00:00Z', 'A,Decide,2026-08-22T10:00:00Z'),
    );
    expect(errors).toEqual([]);
    expect(cases.get('A')).toEqual({
      id: 'A',
      row: 2,
      receivedAt: ms('2026-08-21T08:00:00Z'),
      decidedAt: ms('2026-08-22T10:00:00Z'),
      steps: [
        { activity: 'Receive', at: '2026-08-21T08:00:00.000Z' },
        { activity: 'Decide', at: '2026-08-22T10:00:00.000Z' },
      ],
    });
  });

  it('is sorted by time, and rows of the same time keep their order', async () => {
    const { cases } = await read(
      csv('A,Last,2026-01-03', 'A,One,2026-01-02', 'A,Two,2026-01-02', 'A,First,2026-01-01'),
    );
    expect(cases.get('A')?.steps.map(({ activity }) => activity)).toEqual(['First', 'One', 'Two', 'Last']);
  });

  it.each([
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['commas', ','],
  ])('may be divided by %s, found from the header', async (_name, delimiter) => {
    const { cases, errors } = await read(
      csv('A,"x,;\ty",2026-01-01').replace(/,(?=[^"]*$|[^"]*"[^"]*"[^"]*$)/g, delimiter),
    );
    expect(errors).toEqual([]);
    expect(cases.get('A')?.steps[0]?.activity).toBe('x,;\ty');
  });

  it('may say its delimiter in a first line sep=; that counts as a row', async () => {
    const { cases } = await read(`sep=;\n${csv('A,x,2026-01-01').replaceAll(',', ';')}`);
    expect(cases.get('A')?.row).toBe(3);
  });

  it('may have a byte order mark, Windows line ends, quoted line breaks and doubled quotes', async () => {
    const { cases, errors } = await read(
      `\uFEFF${csv('"A\n1","say ""yes""\r\nnow",2026-01-01 08:30', 'B,x,2026-01-02').replace('timestamp\n', 'timestamp\r\n')}\r\n`,
    );
    expect(errors).toEqual([]);
    expect([...cases.keys()].sort()).toEqual(['A\n1', 'B']);
    expect(cases.get('A\n1')?.steps[0]?.activity).toBe('say "yes"\r\nnow');
    expect(cases.get('B')?.row).toBe(3);
  });

  it('may be UTF-16, as spreadsheets export it', async () => {
    const text = csv('HS-1,Tiếp nhận hồ sơ,2026-01-01');
    const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
    for (const file of [little, Buffer.from(little).swap16()])
      expect((await read(file)).cases.get('HS-1')?.steps[0]?.activity).toBe('Tiếp nhận hồ sơ');
  });

  it('takes the two ways of typing a Vietnamese letter as the same, in values and in names', async () => {
    const file = 'Mã,Việc,Lúc\nA,Tiếp nhận,2026-01-01\n'.normalize('NFD');
    const mapping = { case: 'Mã', activity: 'Việc', timestamp: 'Lúc' };
    expect((await read(file, mapping)).cases.get('A')?.steps[0]?.activity).toBe('Tiếp nhận'.normalize('NFC'));
  });

  it('is gzipped or not, whatever was said', async () => {
    const packed = gzipSync(csv('A,x,2026-01-01'));
    expect((await read(packed)).cases.size).toBe(1);
    expect((await read(gzipSync(packed))).cases.size).toBe(1);
  });

  it('finds an attribute of the case with and without case: before its name', async () => {
    const file =
      'case:concept:name,concept:name,time:timestamp,case:startdate,enddate\nA,x,2026-01-02,2026-01-01,2026-01-05';
    const { cases } = await read(file, { received: 'startdate', decided: 'case:enddate' }, { timeZone: 'UTC' });
    expect(cases.get('A')).toMatchObject({ receivedAt: ms('2026-01-01'), decidedAt: ms('2026-01-05') });
  });

  it('keeps of a value that changes the latest, wherever its row stands', async () => {
    const file = `${HEADER},unit\nA,z,2026-01-03,\nA,y,2026-01-02,new\nA,x,2026-01-01,old`;
    expect((await read(file, { unit: 'unit' })).cases.get('A')?.unit).toBe('new');
  });

  it('leaves a mapped decision that is empty open', async () => {
    const { cases } = await read(`${HEADER},end\nA,x,2026-01-01,`, { decided: 'end' });
    expect(cases.get('A')).not.toHaveProperty('decidedAt');
  });

  it('takes names that JavaScript knows as any other', async () => {
    const file = `__proto__,constructor,toString,hasOwnProperty\n__proto__,constructor,2026-01-01,__proto__`;
    const mapping = { case: '__proto__', activity: 'constructor', timestamp: 'toString', unit: 'hasOwnProperty' };
    const { cases, errors } = await read(file, mapping);
    expect(errors).toEqual([]);
    expect(cases.get('__proto__')).toMatchObject({ unit: '__proto__', steps: [{ activity: 'constructor' }] });
  });
});

describe('a table with one row per case', () => {
  const mapping = {
    case: 'Mã',
    received: 'Nhận',
    decided: 'Trả',
    due: 'Hẹn',
    channel: 'Kênh',
    dateFormat: 'dd/MM/yyyy HH:mm',
  };
  const header = 'Mã;Nhận;Trả;Hẹn;Kênh';

  it('needs no activity column', async () => {
    const { cases, errors } = await read(
      `${header}\nH1;21/08/2026 08:30;25/08/2026 10:00;2026-08-26;Internet\nH2;22/08/2026 07:45;;27/08/2026 17:00;`,
      mapping,
    );
    expect(errors).toEqual([]);
    expect(cases.get('H1')).toEqual({
      id: 'H1',
      row: 2,
      receivedAt: ms('2026-08-21T08:30:00+07:00'),
      decidedAt: ms('2026-08-25T10:00:00+07:00'),
      dueAt: ms('2026-08-26T23:59:59.999+07:00'),
      channel: 'Internet',
      steps: [],
    });
    expect(cases.get('H2')).not.toHaveProperty('decidedAt');
  });

  it('takes the first of two rows of a case and names the other, if they differ', async () => {
    const row = 'H1;21/08/2026 08:30;;;';
    const { cases, errors } = await read(`${header}\n${row}Internet\n${row}Internet\n${row}Quầy`, mapping);
    expect(cases.get('H1')?.channel).toBe('Internet');
    expect(errors.map(({ row: at, code }) => [at, code])).toEqual([[4, 'DUPLICATE_CASE']]);
  });
});

describe('rows that cannot be read', () => {
  it('are named by row, field and reason in both languages and do not stop the rest', async () => {
    const { cases, errors } = await read(
      csv(
        'A,x,2026-01-01',
        ',x,2026-01-01',
        '',
        'B,,2026-01-01',
        'C,x,',
        'D,x,31.02.2026',
        'E,x',
        'F,x,2026-02-30',
        'G,"x\ny",2026-01-01,,',
        'Z,x,2026-01-01',
      ),
    );
    expect([...cases.keys()].sort()).toEqual(['A', 'G', 'Z']);
    expect(errors.map(({ row, field, code }) => [row, field, code])).toEqual([
      [3, 'case:concept:name', 'CASE_ID_MISSING'],
      [5, 'concept:name', 'ACTIVITY_MISSING'],
      [5, 'time', 'NO_USABLE_EVENT'],
      [6, 'time:timestamp', 'TIME_MISSING'],
      [6, 'time', 'NO_USABLE_EVENT'],
      [7, 'time:timestamp', 'TIME_UNREADABLE'],
      [7, 'time', 'NO_USABLE_EVENT'],
      [8, 'row', 'COLUMN_COUNT'],
      [9, 'time:timestamp', 'TIME_UNREADABLE'],
      [9, 'time', 'NO_USABLE_EVENT'],
    ]);
    expect(errors[5]?.message).toContain('"31.02.2026"');
    expect(errors[5]?.words.vi).toContain('31.02.2026');
    expect(cases.get('Z')?.row).toBe(11);
  });

  it('include a case whose mapped dates are missing or no dates: an open case is never guessed', async () => {
    const file = `${HEADER},in,out\nA,x,2026-01-01,,\nB,x,2026-01-01,2026-01-01,soon\nC,x,2026-01-01,2026-01-01,2026-01-02`;
    const { cases, errors } = await read(file, { received: 'in', decided: 'out' });
    expect([...cases.keys()]).toEqual(['C']);
    expect(errors.map(({ row, field, code }) => [row, field, code])).toEqual([
      [2, 'in', 'RECEIVED_MISSING'],
      [3, 'out', 'TIME_UNREADABLE'],
    ]);
  });

  it('include values and cases beyond what one document can hold', async () => {
    const many = Array.from({ length: 10_001 }, () => 'M,x,2026-01-01');
    const { cases, errors } = await read(
      Buffer.from(csv(`${'i'.repeat(201)},x,2026-01-01`, `A,${'x'.repeat(301)},2026-01-01`, ...many)),
    );
    expect(cases.size).toBe(0);
    expect(errors.map(({ code }) => code)).toEqual(['VALUE_TOO_LONG', 'VALUE_TOO_LONG', 'TOO_MANY_EVENTS']);
  });
});

describe('a file that is no table', () => {
  it.each([
    ['nothing at all', '', {}, 'FILE_EMPTY'],
    ['a gzip of nothing', gzipSync(''), {}, 'FILE_EMPTY'],
    ['other columns', 'a,b\n1,2', {}, 'COLUMN_MISSING'],
    ['a mapped column that is missing', csv('A,x,2026-01-01'), { unit: 'office' }, 'COLUMN_MISSING'],
    ['a quote that never ends', csv('A,"x,2026-01-01\nB,y,2026-01-01'), {}, 'CSV_BROKEN'],
    ['NUL characters', csv('A\0,x,2026-01-01'), {}, 'NOT_TEXT'],
    ['UTF-16 with NUL characters', Buffer.from(`\uFEFF${csv('A\0,x,2026-01-01')}`, 'utf16le'), {}, 'NOT_TEXT'],
    ['bytes that are no UTF-8', Buffer.from(csv('Ti\u00ea,x,2026-01-01'), 'latin1'), {}, 'NOT_TEXT'],
    ['a workbook', Buffer.from('PK\u0003\u0004rest'), {}, 'NOT_TEXT'],
    ['half a gzip', gzipSync(csv('A,x,2026-01-01')).subarray(0, 40), {}, 'ARCHIVE_DAMAGED'],
    ['gzip in gzip in gzip', gzipSync(gzipSync(gzipSync('x'))), {}, 'EXPANDS_TOO_FAR'],
  ] as const)('is refused as a whole: %s', async (_name, file, mapping, code) => {
    await expect(read(file, mapping)).rejects.toMatchObject({ name: 'MalformedFile', code });
  });

  it('is refused when a single row is endless', async () => {
    const endless = Buffer.from(csv(`A,"${'x'.repeat(5_000)}`));
    await expect(read(endless, {}, { limits: { maxTokenCharacters: 1_000 } })).rejects.toMatchObject({
      code: 'CSV_BROKEN',
    });
  });

  it('is refused when it unpacks to more than is allowed', async () => {
    const bomb = gzipSync(Buffer.alloc(4_000_000, 'x'));
    const limits = { ratioFromBytes: 1_000_000 };
    await expect(read(bomb, {}, { limits })).rejects.toMatchObject({ code: 'EXPANDS_TOO_FAR' });
    await expect(read(bomb, {}, { limits: { maxBytes: 1_000_000 } })).rejects.toMatchObject({
      code: 'EXPANDS_TOO_FAR',
    });
  });
});
