import type { Words } from '../../shared/language';
import { refuse, type Refusal } from '../../shared/result';
import type { AggregationParameters } from './aggregation';
import { AGGREGATIONS, findAggregation } from './catalogue';

/** Why an aggregation cannot be computed, in words. `{name}` is filled from the refusal's params. */
export const AGGREGATION_REFUSALS = {
  NO_SUCH_AGGREGATION: {
    vi: 'Không có phép tổng hợp «{aggregation}»; các phép có sẵn: {known}.',
    en: 'There is no aggregation “{aggregation}”; there are: {known}.',
    ja: '集計「{aggregation}」はありません。使えるもの：{known}。',
  },
  AGGREGATION_NEEDS_A_LIMIT: {
    vi: 'Phép tổng hợp «{aggregation}» cần thời hạn: cho tham số days, hoặc limitWorkingDays của thủ tục.',
    en: 'The aggregation “{aggregation}” needs a limit: give the parameter days, or limitWorkingDays of the procedure.',
    ja: '集計「{aggregation}」には期限が必要です。パラメーター days か、手続きの limitWorkingDays を指定してください。',
  },
  AGGREGATION_TAKES_NO_SUCH_PARAMETER: {
    vi: 'Phép tổng hợp «{aggregation}» không có tham số: {parameters}.',
    en: 'The aggregation “{aggregation}” takes no such parameter: {parameters}.',
    ja: '集計「{aggregation}」に次のパラメーターは使えません：{parameters}。',
  },
} as const satisfies Record<string, Words>;
export type AggregationRefusalCode = keyof typeof AGGREGATION_REFUSALS;

/** What is asked for: an indicator of a plan, or the query of a reader. */
export type AggregationAsked = { readonly aggregation: string; readonly parameters?: Partial<AggregationParameters> };

/** Why the aggregation cannot be computed for the procedure; `undefined` when it can. */
export function aggregationProblem(
  asked: AggregationAsked,
  procedure: { readonly limitWorkingDays?: number } = {},
): Refusal<AggregationRefusalCode> | undefined {
  const { aggregation, parameters = {} } = asked;
  const found = findAggregation(aggregation);
  if (found === undefined) {
    const known = AGGREGATIONS.map(({ key }) => key);
    return refuse('NO_SUCH_AGGREGATION', { field: 'aggregation', params: { aggregation, known } }).refusal;
  }
  const given = (['days', 'net'] as const).filter((name) => parameters[name] !== undefined);
  const unknown = given.filter((name) => !found.parameters.includes(name));
  if (unknown.length > 0) {
    const params = { aggregation, parameters: unknown };
    return refuse('AGGREGATION_TAKES_NO_SUCH_PARAMETER', { field: 'parameters', params }).refusal;
  }
  const limit = parameters.days ?? procedure.limitWorkingDays;
  return found.needs.includes('limit') && limit === undefined
    ? refuse('AGGREGATION_NEEDS_A_LIMIT', { field: 'parameters.days', params: { aggregation } }).refusal
    : undefined;
}
