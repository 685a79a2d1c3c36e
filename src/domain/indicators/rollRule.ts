import { findAggregation } from '../cases/aggregations/catalogue';
import type { IndicatorDefinition, RollUp } from './indicator.schema';

type Definition = Pick<IndicatorDefinition, 'source' | 'unit' | 'kind' | 'overTime' | 'overUnits'>;
/**
 * How parts become one. `at-source`: not from parts; the source is asked for the whole. `stated`: the office chose it; a
 * default gives way to `ratio` where all parts have numerator and denominator.
 */
export type RollRule = { readonly rule: RollUp | 'at-source'; readonly stated: boolean };

const COUNTED =
  /^(cases?|counts?|people|persons?|items?|times|files?|vnd|usd|eur|đồng|triệu đồng|tỷ đồng|hồ sơ|người|lượt|vụ|cái|việc)$/iu;
const RATED =
  /^(ratio|share|rate|percent|points?|scores?|days?|working days?|hours?|minutes?|tỷ lệ|phần trăm|điểm|ngày|ngày làm việc|giờ|phút|%|‰)$|\/|%/iu;

/** Inputs and outputs, and what is measured in things or money, add up; rates, durations and scores do not. */
function addsUp({ unit, kind }: Definition): boolean {
  if (RATED.test(unit)) return false;
  if (COUNTED.test(unit)) return true;
  const said = typeof kind === 'string' ? [kind] : kind === undefined ? [] : 'level' in kind ? [kind.level] : kind;
  return Array.isArray(said) && said.some((one) => one === 'input' || one === 'output');
}

/** What parts of something entered become, where the office says nothing: ratio of a ratio, sum of counts, else mean. */
function ownDefault(definition: Definition, counting: boolean): RollUp {
  if (definition.source.type === 'ratio') return 'ratio';
  return counting || addsUp(definition) ? 'sum' : 'mean';
}

/**
 * By source: entered values roll up. Ratios of indicators, formulas and other indicators are computed from their inputs at
 * the level asked for, so that ratios are ratios of sums, unless the office states another rule. Figures over cases,
 * answers and books go back to these; only sum, mean, last, min and max are taken of their parts, when stated.
 */
function ruleFor(definition: Definition, stated: RollUp | undefined, counting: boolean): RollRule {
  const { source } = definition;
  switch (source.type) {
    case 'entered':
      return { rule: stated ?? ownDefault(definition, counting), stated: stated !== undefined || counting };
    case 'ratio':
      if (source.numerator === undefined) return { rule: stated ?? 'ratio', stated: true };
      return partwise(stated, ['ratio']);
    case 'indicator':
    case 'formula':
      return partwise(stated, ['ratio']);
    case 'cases':
    case 'survey':
    case 'programme':
      return partwise(stated, ['ratio', 'median', 'p90']);
  }
}

const partwise = (stated: RollUp | undefined, backToSource: readonly RollUp[]): RollRule =>
  stated === undefined || backToSource.includes(stated)
    ? { rule: 'at-source', stated: false }
    : { rule: stated, stated: true };

/** @param counting values are summed for a numerator or denominator: what would be averaged by default is added up */
export const overTimeRule = (definition: Definition, counting = false): RollRule =>
  ruleFor(definition, definition.overTime, counting);
export const overUnitsRule = (definition: Definition, counting = false): RollRule =>
  ruleFor(definition, definition.overUnits, counting);

/** How targets of shorter periods become that of a longer one: by the rule of the values; a ratio's are averaged. */
export function targetRule(definition: Definition): Exclude<RollUp, 'ratio' | 'median' | 'p90'> {
  const { rule } = overTimeRule(definition);
  const { source } = definition;
  if (rule === 'at-source') {
    if (source.type === 'programme') return 'last';
    if (source.type === 'survey') return source.measure === 'count' ? 'sum' : 'mean';
    if (source.type !== 'cases') return definition.source.type !== 'ratio' && addsUp(definition) ? 'sum' : 'mean';
    const nature = findAggregation(source.aggregation)?.nature;
    return nature === 'count' ? 'sum' : nature === 'stock' ? 'last' : 'mean';
  }
  return rule === 'ratio' || rule === 'median' || rule === 'p90' ? 'mean' : rule;
}
