import type { Period } from '../indicators/period';
import { workShares } from '../programmes/milestones';
import type { Programme } from '../programmes/programme';
import type { ProgrammeStatus } from '../programmes/status';
import { readableWords } from '../indicators/named';
import type { Words } from '../shared/language';
import { attained } from './attainmentBand';
import type { Attained } from './attainmentBand';
import type { BudgetLine, EvaluationSheet, Remark, SheetObjective } from './evaluationSheet';
import { decidedAction, proposedAction } from './nextAction';
import type { DecidedAction, ProposedAction, Resolution } from './nextAction';

/** Work done against work planned for the day, 0..1, by the weights of the milestones. */
type Work = {
  readonly planned?: number;
  readonly done?: number;
  /** Done ÷ planned. */
  readonly attained?: Attained;
  /** Why there is no attainment. */
  readonly note?: Words;
};
/** An objective of a scorecard that the programme serves by an initiative. */
type Served = Omit<SheetObjective, 'budget' | 'nextAction'> & {
  readonly scorecard: string;
  readonly scorecardName: Words;
  /** Of the values. */
  readonly period: Period;
};
export type ProgrammeSheet = {
  readonly programme: string;
  readonly name: Words;
  readonly description?: Words;
  readonly unit: string;
  readonly owner?: string;
  readonly period: Period;
  readonly years: readonly Period[];
  readonly dates: {
    readonly plannedStart: string;
    readonly plannedEnd: string;
    readonly approvedEnd: string;
    readonly actualStart?: string;
    readonly actualEnd?: string;
    readonly cancelled?: string;
    /** Times the planned end was moved. */
    readonly moved: number;
  };
  readonly status: ProgrammeStatus;
  readonly budget: readonly BudgetLine[];
  readonly work: Work;
  readonly outcomes: readonly Served[];
  readonly factors: readonly Remark[];
  readonly nextAction: { readonly decided?: DecidedAction; readonly proposed?: ProposedAction };
};

export type ProgrammeSheetFacts = {
  readonly programme: Programme;
  readonly status: ProgrammeStatus;
  readonly period: Period;
  readonly years: readonly Period[];
  readonly budget: readonly BudgetLine[];
  /** Of the scorecards with an initiative that the programme carries; `serves`: keys of its objectives there. */
  readonly sheets: readonly { readonly sheet: EvaluationSheet; readonly serves: ReadonlySet<string> }[];
  /** Of reviews of the programme itself, oldest first. */
  readonly remarks: readonly Remark[];
  readonly resolutions: readonly Resolution[];
};

/**
 * The Japanese evaluation sheet of one programme (domain facts §1): budget, spent and execution by year, dates and milestones
 * planned and actual, the outcomes it serves with attainment and band, and the next action. A decision of a review of the
 * programme stands before those on its outcomes; what the bands and the budget suggest is said to be a proposal.
 */
export function programmeSheet(facts: ProgrammeSheetFacts): ProgrammeSheet {
  const { programme, status, period, years, budget, remarks } = facts;
  const { definition, approvedEnd, moved } = programme;
  const { unit, owner, plannedStart, plannedEnd, actualStart, actualEnd, cancelled } = definition;
  const work = workOf(programme, status);
  const outcomes = facts.sheets.flatMap(({ sheet, serves }) => servedOf(sheet, serves));
  return {
    ...{ programme: programme.id, name: readableWords(definition.name), unit, period, years, status, budget },
    ...(definition.description !== undefined && { description: readableWords(definition.description) }),
    ...(owner !== undefined && { owner }),
    dates: {
      ...{ plannedStart, plannedEnd, approvedEnd, moved: moved.length },
      ...(actualStart !== undefined && { actualStart }),
      ...(actualEnd !== undefined && { actualEnd }),
      ...(cancelled !== undefined && { cancelled }),
    },
    ...{ work, outcomes, factors: remarks },
    nextAction: nextActionOf(facts, [
      ...(work.attained === undefined ? [] : [work.attained]),
      ...outcomes.flatMap(({ measures }) => measures.flatMap((one) => one.attained ?? [])),
    ]),
  };
}

function workOf({ definition }: Programme, { day }: ProgrammeStatus): Work {
  const shares = workShares(definition, day);
  if (shares === undefined) return { note: NOTES.noMilestones };
  const [planned, done] = [shares.planned.toNumber(), shares.earned.toNumber()];
  if (planned === 0) return { planned, done, note: NOTES.nothingDue };
  const result = attained({ value: done, target: planned, better: 'higher' });
  return { planned, done, ...(result.ok && { attained: result.attained }) };
}

const servedOf = (
  { scorecard, name, period, objectives }: EvaluationSheet,
  serves: ReadonlySet<string>,
): readonly Served[] =>
  objectives
    .filter(({ key }) => serves.has(key))
    .map(({ budget: _budget, nextAction: _nextAction, ...one }) => ({
      scorecard,
      scorecardName: name,
      period,
      ...one,
    }));

function nextActionOf({ status, resolutions, sheets }: ProgrammeSheetFacts, all: readonly Attained[]) {
  const onOutcomes = sheets.flatMap(({ sheet, serves }) =>
    sheet.objectives.flatMap(({ key, nextAction }) => (serves.has(key) ? (nextAction.decided ?? []) : [])),
  );
  const decided = decidedAction(resolutions) ?? onOutcomes.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  const proposed = proposalOf(status, all);
  return { ...(decided && { decided }), ...(proposed && { proposed }) };
}

/** [A] Spending beyond the budget is looked at first, then the bands. What was cancelled has no next action to propose. */
function proposalOf({ state, onBudget }: ProgrammeStatus, all: readonly Attained[]): ProposedAction | undefined {
  if (state === 'cancelled') return undefined;
  if (onBudget.verdict === 'no') return { action: 'revise', words: NOTES.overBudget };
  return proposedAction(all);
}

const NOTES = {
  noMilestones: {
    vi: 'Chương trình chưa có mốc nào có trọng số, nên không tính được mức đạt của công việc.',
    en: 'The programme has no milestones with a weight: the attainment of its work cannot be computed.',
    ja: '重みのあるマイルストーンがないため、事業の達成度は計算できません。',
  },
  nothingDue: {
    vi: 'Đến ngày này chưa có mốc nào phải đạt.',
    en: 'No milestone is due by this day yet.',
    ja: 'この日までに達成予定のマイルストーンはまだありません。',
  },
  overBudget: {
    vi: '[A] Đã chi vượt dự toán: đề xuất xem lại, trước hết là dự toán và phạm vi.',
    en: '[A] More is spent than the budget: to revise is proposed, budget and scope first.',
    ja: '[A] 支出が予算を超えています：まず予算と範囲の見直しを提案します。',
  },
} as const satisfies Record<string, Words>;
