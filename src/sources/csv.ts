import { CsvError, parse, type Parser } from 'csv-parse';
import { caseRules, type CaseRules } from '../domain/cases/importCase';
import { MalformedFile } from '../domain/cases/importFailure';
import { timeReader, type TimeReader } from '../domain/cases/importTime';
import { rowError } from '../domain/cases/rowErrors';
import { columnsOf, delimiterOf, type Columns, type Delimiter } from './csvHeader';
import { cleanText, type CaseSource, type SourceOptions } from './source';
import type { Staging } from './staging';
import { utf8 } from './text';
import { unpacked } from './unpack';

/** Tables (RFC 4180 and its dialects): UTF-8 or UTF-16, `,` `;` or tab, quoted line breaks; a row is a step of a case, or a whole case. */
export const csv: CaseSource = {
  contentType: 'text/csv',

  async stage(bytes, options, staging): Promise<CaseRules> {
    const table = new Table(options, staging);
    for await (const chunk of utf8(unpacked(bytes, options.limits))) await table.write(chunk);
    return table.end();
  },
};

/** Takes the text of a table in pieces and stages its rows. */
class Table {
  private head: Buffer = Buffer.alloc(0);
  private parser: Parser | undefined;
  private columns: Columns | undefined;
  private rows = 0;
  private fault: unknown;
  private readonly readTime: TimeReader;

  constructor(
    private readonly options: SourceOptions,
    private readonly staging: Staging,
  ) {
    const { mapping, timeZone } = options;
    const format = mapping.dateFormat === undefined ? {} : { dateFormat: mapping.dateFormat };
    this.readTime = timeReader({ ...format, timeZone: mapping.timeZone ?? timeZone });
  }

  async write(chunk: Buffer): Promise<void> {
    if (this.parser !== undefined) return this.feed(this.parser, chunk);
    this.head = this.head.length === 0 ? chunk : Buffer.concat([this.head, chunk]);
    await this.start(this.head.length > this.options.limits.maxTokenCharacters);
  }

  async end(): Promise<CaseRules> {
    if (this.parser === undefined) await this.start(true);
    const { parser } = this;
    if (parser !== undefined) await new Promise<void>((resolve) => finish(parser, resolve));
    this.throwFault();
    if (this.columns === undefined) throw new MalformedFile('FILE_EMPTY');
    const { mapping, timeZone } = this.options;
    const rows = this.columns.time < 0 ? 'single' : 'steps';
    return caseRules(mapping, timeZone, { rows, names: this.columns.fieldNames });
  }

  /** Once the first line is there (or the file ended) the delimiter is known and reading begins. */
  private async start(complete: boolean): Promise<void> {
    const text = this.head.toString('utf8');
    const stated = /^sep=([;,\t])\r?\n/.exec(text);
    const found = stated === null ? delimiterOf(text, complete) : (stated[1] as Delimiter);
    if (found === undefined) return;
    if (stated !== null) this.rows = 1;
    const rest = stated === null ? this.head : this.head.subarray(stated[0].length);
    this.parser = this.parserOf(this.options.mapping.delimiter ?? found);
    this.head = Buffer.alloc(0);
    await this.feed(this.parser, rest);
  }

  private parserOf(delimiter: Delimiter): Parser {
    const parser = parse({
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: this.options.limits.maxTokenCharacters,
    });
    parser.on('error', (error) => (this.fault ??= error));
    parser.on('data', (record: string[]) => this.row(record));
    return parser;
  }

  private async feed(parser: Parser, chunk: Buffer): Promise<void> {
    await new Promise<void>((resolve) => {
      parser.write(chunk, (error) => {
        this.fault ??= error ?? undefined;
        resolve();
      });
    });
    this.throwFault();
  }

  private throwFault(): void {
    if (this.fault instanceof CsvError) throw new MalformedFile('CSV_BROKEN', { detail: this.fault.message });
    if (this.fault !== undefined) throw this.fault as Error;
  }

  /** Rows are counted as a spreadsheet shows them: empty ones too, quoted line breaks not. */
  private row(record: readonly string[]): void {
    this.rows += 1;
    if (this.fault !== undefined || record.every((cell) => cell === '')) return;
    try {
      if (this.columns === undefined) this.columns = columnsOf(record, this.options.mapping);
      else this.cells(record, this.rows, this.columns);
    } catch (error) {
      this.fault = error;
    }
  }

  private cells(record: readonly string[], row: number, columns: Columns): void {
    const { report } = this.options;
    if (record.length < columns.count || record.slice(columns.count).some((cell) => cell !== '')) {
      const value = String(record.length);
      return report(rowError('COLUMN_COUNT', { row, field: 'row' }, { value, limit: columns.count }));
    }
    const caseId = cleanText(record[columns.caseId] ?? '');
    if (caseId === '') return report(rowError('CASE_ID_MISSING', { row, field: columns.names.caseId }));
    const values = columns.fields.map((column) => (column < 0 ? '' : cleanText(record[column] ?? '')));
    this.staging.add(caseId, { row, values, ...this.step(record, row, columns) });
  }

  private step(
    record: readonly string[],
    row: number,
    columns: Columns,
  ): { readonly at: number | undefined; readonly activity: string } {
    if (columns.time < 0) return { at: undefined, activity: '' };
    const { report } = this.options;
    const activity = cleanText(record[columns.activity] ?? '');
    const text = cleanText(record[columns.time] ?? '');
    const at = text === '' ? undefined : this.readTime(text)?.ms;
    if (text === '') report(rowError('TIME_MISSING', { row, field: columns.names.time }));
    else if (at === undefined) report(rowError('TIME_UNREADABLE', { row, field: columns.names.time }, { value: text }));
    if (activity === '') report(rowError('ACTIVITY_MISSING', { row, field: columns.names.activity }));
    return activity === '' ? { at: undefined, activity } : { at, activity };
  }
}

function finish(parser: Parser, done: () => void): void {
  parser.once('close', done);
  parser.end();
}
