import type { IndicatorDefinition } from '../indicators/indicator.schema';
import { lastDayOf, shifted, periodOfDay } from '../indicators/period';
import type { Period } from '../indicators/period';
import type { IndicatorValue } from '../indicators/value';
import type { BookAmount } from '../programmes/books';
import { amountsOf, byKey } from '../programmes/books';
import { moneyOf } from '../programmes/money';
import type { Money } from '../programmes/money';
import type { MeasureView, ObjectiveView, ScorecardView } from '../scorecards/view';
import type { Words } from '../shared/language';
import type { Instant } from '../shared/time';
import type { Attained } from './attainmentBand';
import { decidedAction, isExternal, proposedAction } from './nextAction';
import type { DecidedAction, ProposedAction, Resolution } from './nextAction';
import { attainmentOf } from './sheetAttainment';

/** What was written in a review about a measure. */
export type Remark = { readonly measure: string; readonly text: string; readonly by: string; readonly at: Instant };
/** A year's value; without one, why. */
type Actual = { readonly period: Period; readonly value?: number; readonly because?: Words };
export type SheetMeasure = {
  readonly indicator: string;
  readonly name: Words;
  readonly unitOfMeasure: string;
  readonly direction?: IndicatorDefinition['direction'];
  readonly baseline?: number;
  readonly target?: number;
  /** Where the value is to stay, with direction `range`. */
  readonly range?: IndicatorDefinition['range'];
  /** Of the period of the sheet. */
  readonly value?: number;
  readonly actuals: readonly Actual[];
  readonly attained?: Attained;
  /** Why there is no attainment, or what is to be kept in mind about it. */
  readonly note?: Words;
};
export type BudgetLine = { readonly programme: string; readonly name: Words; readonly period: Period } & Money;
export type SheetObjective = {
  readonly key: string;
  readonly policy: Words;
  readonly perspective: Words;
  readonly owner?: string;
  readonly measures: readonly SheetMeasure[];
  readonly factors: readonly Remark[];
  readonly externalFactors: readonly Remark[];
  readonly budget: readonly BudgetLine[];
  readonly nextAction: { readonly decided?: DecidedAction; readonly proposed?: ProposedAction };
};
export type EvaluationSheet = {
  readonly scorecard: string;
  readonly name: Words;
  readonly unit: string;
  readonly period: Period;
  readonly years: readonly Period[];
  readonly objectives: readonly SheetObjective[];
};

export type SheetProgramme = { readonly id: string; readonly name: Words; readonly amounts: readonly BookAmount[] };
export type SheetFacts = {
  readonly scorecard: string;
  readonly view: ScorecardView;
  /** Values of whole years by indicator, those of `sheetYears`. */
  readonly yearly: ReadonlyMap<string, readonly IndicatorValue[]>;
  readonly programmes: ReadonlyMap<string, SheetProgramme>;
  /** Of the reviews held on the scorecard, oldest first. */
  readonly remarks: readonly Remark[];
  readonly resolutions: readonly Resolution[];
};

const YEARS = 5;
/** The year of the period and the four before it. */
export function sheetYears(period: Period): readonly Period[] {
  const last = periodOfDay(lastDayOf(period), 'year');
  return Array.from({ length: YEARS }, (_, i) => shifted(last, i + 1 - YEARS));
}

/**
 * The Japanese evaluation sheet (domain facts §1): for each objective policy, indicators with baseline, target, yearly actuals,
 * attainment and band, factors, external factors, budget execution (spent ÷ (initial + supplementary)), and the next action.
 * A next action is decided by people; what a rule would propose is said to be a proposal.
 */
export function evaluationSheet(facts: SheetFacts): EvaluationSheet {
  const { scorecard, view } = facts;
  const years = sheetYears(view.period);
  const objectives = view.perspectives.flatMap(({ name, objectives: all }) =>
    all.map((objective) => sheetObjective(objective, { ...facts, years, perspective: name })),
  );
  return { scorecard, name: view.name, unit: view.unit, period: view.period, years, objectives };
}

type Around = SheetFacts & { readonly years: readonly Period[]; readonly perspective: Words };

function sheetObjective(objective: ObjectiveView, around: Around): SheetObjective {
  const { key, name, owner } = objective;
  const measures = objective.measures.map((one) => sheetMeasure(one, around));
  const own = new Set(measures.map(({ indicator }) => indicator));
  const remarks = around.remarks.filter(({ measure }) => own.has(measure));
  const decided = decidedAction(around.resolutions.filter(({ measure }) => measure !== undefined && own.has(measure)));
  const proposed = proposedAction(measures.flatMap((one) => one.attained ?? []));
  return {
    ...{ key, policy: name, perspective: around.perspective, measures },
    ...(owner !== undefined && { owner }),
    factors: remarks.filter((one) => !isExternal(one.text)),
    externalFactors: remarks.filter((one) => isExternal(one.text)),
    budget: budgetOf(key, around),
    nextAction: { ...(decided && { decided }), ...(proposed && { proposed }) },
  };
}

function sheetMeasure(measure: MeasureView, { yearly, years }: Around): SheetMeasure {
  const { indicator, name, unitOfMeasure = 'number', direction, range, value } = measure;
  const found = value?.state === 'value' ? value.value : undefined;
  return {
    ...{ indicator, name: name ?? { vi: indicator, en: indicator, ja: indicator }, unitOfMeasure },
    ...(direction !== undefined && { direction }),
    ...(range !== undefined && { range }),
    ...(value?.baseline !== undefined && { baseline: value.baseline }),
    ...(value?.target !== undefined && { target: value.target }),
    ...(found !== undefined && { value: found }),
    actuals: years.map((year) =>
      actualOf(
        yearly.get(indicator)?.find(({ period }) => period === year),
        year,
      ),
    ),
    ...attainmentOf(found, value?.target, direction),
  };
}

function actualOf(value: IndicatorValue | undefined, period: Period): Actual {
  if (value === undefined) return { period };
  return value.state === 'value' ? { period, value: value.value } : { period, because: value.because.words };
}

/** Of the programmes that carry the objective. */
function budgetOf(objective: string, { view, programmes, years }: Around): readonly BudgetLine[] {
  const carried = view.initiatives.filter((one) => one.objective === objective);
  const ids = new Set(carried.flatMap(({ programme }) => programme ?? []));
  return [...ids].flatMap((id) => {
    const programme = programmes.get(id);
    return programme === undefined ? [] : yearlyMoney(programme, years);
  });
}

/** Year by year as far as its books go. */
export function yearlyMoney({ id, name, amounts }: SheetProgramme, years: readonly Period[]): readonly BudgetLine[] {
  const books = byKey(amounts, ({ unit, figure }) => `${unit}~${figure}`);
  return years.flatMap((period) => {
    const ofYear = books.flatMap(([, book]) => amountsOf(book, period));
    return ofYear.length === 0 ? [] : [{ programme: id, name, period, ...moneyOf(ofYear) }];
  });
}
