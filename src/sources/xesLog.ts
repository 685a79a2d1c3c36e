import { CASE_FIELDS, MAX_STEPS_PER_CASE, type RawRow } from '../domain/cases/importCase';
import { MalformedFile } from '../domain/cases/importFailure';
import { timeReader, type TimeReader } from '../domain/cases/importTime';
import { rowError } from '../domain/cases/rowErrors';
import { cleanText, type SourceOptions } from './source';
import type { Staging } from './staging';

type Attributes = Map<string, string>;
type Place = 'outside' | 'log' | 'trace' | 'event' | 'attribute';

const ID = 'concept:name';
const ACTIVITY = 'concept:name';
const TIME = 'time:timestamp';
const CASE_PREFIX = 'case:';

/**
 * The elements of a log, one after the other. Attributes directly in a trace or an event are kept, if the mapping asks
 * for them; those nested deeper describe other attributes and are passed over, whatever their key. `global` values are
 * no facts of a case and are passed over too.
 */
export class XesLog {
  private place: Place = 'outside';
  /** How many elements deep inside something that is passed over. */
  private passedOver = 0;
  private trace: Attributes = new Map();
  private event: Attributes = new Map();
  private events: Attributes[] = [];
  private traceNumber = 0;
  private outerPlace: 'log' | 'trace' = 'log';
  private readonly readTime: TimeReader;
  private readonly keys: {
    readonly id: readonly string[];
    readonly activity: readonly string[];
    readonly time: readonly string[];
    readonly fields: readonly { readonly trace: string; readonly event: string }[];
    readonly wanted: ReadonlySet<string>;
  };

  constructor(
    private readonly options: SourceOptions,
    private readonly staging: Staging,
  ) {
    const { mapping, timeZone } = options;
    const format = mapping.dateFormat === undefined ? {} : { dateFormat: mapping.dateFormat };
    this.readTime = timeReader({ ...format, timeZone: mapping.timeZone ?? timeZone });
    this.keys = keysOf(mapping);
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.passedOver > 0) this.passedOver += 1;
    else if (this.place === 'outside') this.openLog(name);
    else if (name === 'trace' && this.place === 'log') this.openTrace();
    else if (name === 'event' && this.place !== 'event') this.openEvent();
    else {
      this.passedOver = 1;
      if (this.place === 'trace') this.keep(this.trace, attributes);
      else if (this.place === 'event') this.keep(this.event, attributes);
    }
  }

  close(_name: string): void {
    if (this.passedOver > 0) this.passedOver -= 1;
    else if (this.place === 'event') this.closeEvent();
    else if (this.place === 'trace') this.closeTrace();
  }

  private openLog(name: string): void {
    if (name !== 'log') throw new MalformedFile('NOT_XES', { detail: name });
    this.place = 'log';
  }

  private openTrace(): void {
    this.place = 'trace';
    this.traceNumber += 1;
    this.trace = new Map();
    this.events = [];
  }

  private openEvent(): void {
    this.outerPlace = this.place === 'trace' ? 'trace' : 'log';
    this.place = 'event';
    this.event = new Map();
  }

  /** The first value of a key stands; there should be no second. */
  private keep(into: Attributes, { key, value }: Readonly<Record<string, string>>): void {
    if (key === undefined || value === undefined) return;
    const clean = cleanText(key);
    if (this.keys.wanted.has(clean) && !into.has(clean)) into.set(clean, cleanText(value));
  }

  private closeEvent(): void {
    this.place = this.outerPlace;
    if (this.place === 'log') {
      this.options.report(rowError('EVENT_OUTSIDE_TRACE', { row: this.traceNumber, field: 'event' }));
    } else if (this.events.length <= MAX_STEPS_PER_CASE) this.events.push(this.event);
  }

  private closeTrace(): void {
    this.place = 'log';
    const caseId = firstOf(this.trace, this.keys.id);
    const row = this.traceNumber;
    if (caseId === '') return this.options.report(rowError('CASE_ID_MISSING', { row, field: this.keys.id[0] ?? ID }));
    for (const event of this.events.length > 0 ? this.events : [undefined])
      this.staging.add(caseId, { row, ...this.step(row, event), values: this.valuesOf(event) });
  }

  private step(row: number, event: Attributes | undefined): Pick<RawRow, 'at' | 'activity'> {
    if (event === undefined) return { at: undefined, activity: '' };
    const { report } = this.options;
    const activity = firstOf(event, this.keys.activity);
    const text = firstOf(event, this.keys.time);
    const at = text === '' ? undefined : this.readTime(text)?.ms;
    const timeField = this.keys.time[0] ?? TIME;
    if (text === '') report(rowError('TIME_MISSING', { row, field: timeField }));
    else if (at === undefined) report(rowError('TIME_UNREADABLE', { row, field: timeField }, { value: text }));
    if (activity === '') report(rowError('ACTIVITY_MISSING', { row, field: this.keys.activity[0] ?? ACTIVITY }));
    return activity === '' ? { at: undefined, activity } : { at, activity };
  }

  /** An attribute of the trace says it for the case; where it has none, its events may. */
  private valuesOf(event: Attributes | undefined): readonly string[] {
    return this.keys.fields.map((key) => this.trace.get(key.trace) ?? event?.get(key.event) ?? '');
  }
}

/** The keys to look for: what the mapping says, then what the standard says; `case:x` is `x` of the trace. */
function keysOf(mapping: SourceOptions['mapping']): XesLog['keys'] {
  const named = (name: string | undefined, standard: string): readonly string[] =>
    name === undefined ? [standard] : [cleanText(name), standard];
  const id = named(mapping.case === undefined ? undefined : withoutCase(mapping.case), ID);
  const activity = named(mapping.activity, ACTIVITY);
  const time = named(mapping.timestamp, TIME);
  const fields = CASE_FIELDS.map((field) => {
    const name = cleanText(mapping[field] ?? '');
    return { trace: withoutCase(name), event: name };
  });
  const wanted = new Set([...id, ...activity, ...time, ...fields.flatMap((key) => [key.trace, key.event])]);
  wanted.delete('');
  return { id, activity, time, fields, wanted };
}

const withoutCase = (name: string): string => (name.startsWith(CASE_PREFIX) ? name.slice(CASE_PREFIX.length) : name);

function firstOf(attributes: Attributes, keys: readonly string[]): string {
  for (const key of keys) {
    const value = attributes.get(key);
    if (value !== undefined && value !== '') return value;
  }
  return '';
}
