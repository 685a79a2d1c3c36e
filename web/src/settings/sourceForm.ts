import type { Collector, CollectorAuth } from '../../../src/domain/collect/collector.schema';
import { pairsOf, textOf } from './lines';
import { durationOf, spanOf } from './sources';
import type { Span } from './sources';

const MIB = 1024 * 1024;

/** A source as it is typed: every field a text or a choice. */
export type SourceForm = {
  readonly name: string;
  readonly unit: string;
  readonly owner: string;
  readonly url: string;
  readonly allowPrivate: boolean;
  readonly format: 'json' | 'csv';
  readonly headers: string;
  readonly auth: 'none' | CollectorAuth['type'];
  readonly secret: string;
  /** User, header or parameter, whichever the way of signing in has. */
  readonly authName: string;
  readonly timeoutSeconds: string;
  readonly maxMib: string;
  readonly when: 'every' | 'cron';
  readonly count: string;
  readonly span: Span;
  readonly cron: string;
  readonly timeZone: string;
  readonly enabled: boolean;
  readonly onlyNew: boolean;
  readonly items: string;
  readonly period: string;
  readonly periodFormat: string;
  readonly indicatorFrom: 'fixed' | 'path';
  readonly indicator: string;
  readonly unitFrom: 'home' | 'fixed' | 'path';
  readonly rowUnit: string;
  readonly number: 'value' | 'ratio';
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly n: string;
  readonly status: string;
  readonly unitMap: string;
  readonly indicatorMap: string;
  readonly statusMap: string;
  readonly decimalComma: boolean;
  readonly delimiter: '' | ',' | ';' | '\t';
};

const mapText = (map: Readonly<Record<string, string>> | undefined): string => textOf(Object.entries(map ?? {}), '=');

export function formOf(source: Collector): SourceForm {
  const { mapping, schedule, auth } = source;
  const { count, span } = spanOf(schedule.every ?? 'P1D');
  const { indicator, unit } = mapping;
  return {
    ...{ name: source.name, unit: source.unit, owner: source.owner ?? '', url: source.url, format: source.format },
    ...{ allowPrivate: source.allowPrivate ?? false, headers: textOf(Object.entries(source.headers ?? {}), ':') },
    ...{ auth: auth?.type ?? 'none', secret: auth?.secret ?? '', authName: authNameOf(auth) },
    ...{ timeoutSeconds: String(source.timeoutSeconds), maxMib: String(source.maxBytes / MIB) },
    ...{ when: schedule.every === undefined ? 'cron' : 'every', count: String(count), span },
    ...{ cron: schedule.cron ?? '30 6 2 * *', timeZone: schedule.timeZone ?? '' },
    ...{ enabled: source.enabled, onlyNew: source.onlyNew ?? false },
    ...{ items: mapping.items ?? '', period: mapping.period.path, periodFormat: mapping.period.format ?? '' },
    indicatorFrom: 'fixed' in indicator ? 'fixed' : 'path',
    indicator: 'fixed' in indicator ? indicator.fixed : indicator.path,
    unitFrom: unit === undefined ? 'home' : 'fixed' in unit ? 'fixed' : 'path',
    rowUnit: unit === undefined ? '' : 'fixed' in unit ? unit.fixed : unit.path,
    number: mapping.numerator === undefined ? 'value' : 'ratio',
    ...{ value: mapping.value?.path ?? '', numerator: mapping.numerator?.path ?? '' },
    ...{ denominator: mapping.denominator?.path ?? '', n: mapping.n?.path ?? '', status: mapping.status?.path ?? '' },
    ...{ unitMap: mapText(mapping.unitMap), indicatorMap: mapText(mapping.indicatorMap) },
    ...{ statusMap: mapText(mapping.statusMap), decimalComma: mapping.decimalComma ?? false },
    delimiter: mapping.delimiter ?? '',
  };
}

function authNameOf(auth: CollectorAuth | undefined): string {
  switch (auth?.type) {
    case 'basic':
      return auth.user;
    case 'header':
      return auth.header;
    case 'query':
      return auth.parameter;
    default:
      return '';
  }
}

const given = <T extends object>(members: T): Partial<T> =>
  Object.fromEntries(Object.entries(members).filter(([, one]) => one !== '' && one !== undefined)) as Partial<T>;
const at = (path: string): { path: string } | undefined => (path.trim() === '' ? undefined : { path: path.trim() });
const mapOf = (text: string): Readonly<Record<string, string>> | undefined => {
  const { pairs } = pairsOf(text, '=');
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
};

/** The document as the API takes it; what is left empty stays out. The API says what is wrong with it. */
export function sourceOf(id: string, form: SourceForm): Collector {
  const headers = pairsOf(form.headers, ':').pairs;
  const { timeZone } = form;
  const schedule =
    form.when === 'every'
      ? { every: durationOf(Number(form.count), form.span) }
      : given({ cron: form.cron.trim(), timeZone: timeZone.trim() });
  return {
    ...{ id, name: form.name, unit: form.unit, url: form.url.trim(), format: form.format, method: 'GET', schedule },
    ...{ timeoutSeconds: Number(form.timeoutSeconds), maxBytes: Math.round(Number(form.maxMib) * MIB) },
    ...given({ owner: form.owner, auth: authOf(form) }),
    ...(headers.length > 0 && { headers: Object.fromEntries(headers) }),
    ...(form.allowPrivate && { allowPrivate: true }),
    ...(form.onlyNew && { onlyNew: true }),
    enabled: form.enabled,
    mapping: mappingOf(form),
  } as Collector;
}

function authOf({ auth, secret, authName }: SourceForm): object | undefined {
  const name = { none: '', bearer: '', basic: 'user', header: 'header', query: 'parameter' }[auth];
  if (auth === 'none') return undefined;
  return { type: auth, secret: secret.trim(), ...(name !== '' && { [name]: authName.trim() }) };
}

function mappingOf(form: SourceForm): object {
  const numbers =
    form.number === 'value'
      ? { value: at(form.value) }
      : { numerator: at(form.numerator), denominator: at(form.denominator) };
  const unit = { home: undefined, fixed: { fixed: form.rowUnit }, path: at(form.rowUnit) }[form.unitFrom];
  return given({
    ...{
      items: form.items.trim(),
      period: { path: form.period.trim(), ...given({ format: form.periodFormat.trim() }) },
    },
    indicator: form.indicatorFrom === 'fixed' ? { fixed: form.indicator } : { path: form.indicator.trim() },
    ...{ unit, ...numbers, n: at(form.n), status: at(form.status) },
    ...{ unitMap: mapOf(form.unitMap), indicatorMap: mapOf(form.indicatorMap), statusMap: mapOf(form.statusMap) },
    ...(form.decimalComma && { decimalComma: true }),
    delimiter: form.delimiter,
  });
}

/** A new source before anything is said about it. */
export const newSource = (unit: string): Collector => ({
  ...{ id: '', name: '', unit, url: 'https://', format: 'json', method: 'GET', schedule: { every: 'P1D' } },
  ...{ timeoutSeconds: 30, maxBytes: 5 * MIB, enabled: true },
  mapping: { period: { path: 'period' }, indicator: { fixed: '' }, value: { path: 'value' } },
});
