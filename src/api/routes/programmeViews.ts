import { z } from 'zod';
import { PROGRAMME_WARNINGS, programmeWarnings } from '../../domain/programmes/check';
import { MILESTONE_STATES } from '../../domain/programmes/milestones';
import { PROGRAMME_STATES } from '../../domain/programmes/programme';
import type { MovedEnd, Programme } from '../../domain/programmes/programme';
import { Milestone, ProgrammeDefinition, ProgrammeEdit } from '../../domain/programmes/programme.schema';
import { statusOn } from '../../domain/programmes/status';
import type { BookAmount } from '../../domain/programmes/books';
import { VERDICTS } from '../../domain/programmes/verdicts';
import { Id, IsoDate, IsoInstant } from '../../domain/shared/ids.schema';
import { inWords } from '../../domain/shared/language';
import type { LocalDate } from '../../domain/shared/time';
import type { Context } from '../http/route';
import { told } from './indicatorViews';
import { newestProgramme } from './programmeReading';
import type { StoredProgramme } from './programmeReading';

const read = { readOnly: true } as const;
const Count = z.number().int().min(0);
const Amount = z.number().nullable().describe('null: nothing is recorded');
const Said = z.string().describe('In the language of the caller');
/** What an answer shows besides the definition; whoever read one may send it back as it came. */
const echoed = {
  id: z.string().optional().meta(read),
  version: z.number().optional().meta(read),
  recordedAt: z.string().optional().meta(read),
  by: z.string().optional().meta(read),
  approvedEnd: z.string().optional().meta(read),
  moved: z.array(z.unknown()).optional().meta(read),
  warnings: z.array(z.unknown()).optional().meta(read),
  state: z.string().optional().meta(read),
  onTime: z.unknown().optional().meta(read),
  onBudget: z.unknown().optional().meta(read),
  money: z.unknown().optional().meta(read),
};
export const ProgrammeInput = ProgrammeEdit.extend(echoed);

const Moved = z.array(
  z.object({ from: IsoDate, to: IsoDate, by: z.string(), recordedAt: IsoInstant, reason: z.string().optional() }),
);
const recorded = { recordedAt: IsoInstant, by: z.string(), reason: z.string().optional() };
const document = {
  id: Id,
  version: z.number().int().min(1).describe('Counts from 1; also the ETag'),
  ...recorded,
  ...ProgrammeDefinition.shape,
};
const approved = {
  approvedEnd: IsoDate.describe('Planned end as first approved: on time is measured against it'),
  moved: Moved.describe('Every time the planned end was moved, oldest first'),
};
const Verdict = z
  .object({ verdict: z.enum(VERDICTS), words: Said })
  .describe('open: it cannot be said yet; unknown: the figures it needs are not recorded');
const Money = z
  .object({
    initial: Amount,
    supplementary: Amount,
    budget: Amount,
    spent: Amount,
    committed: Amount,
    remaining: Amount,
    administrativeCost: Amount,
    executionRate: z.number().nullable().describe('Spent ÷ (initial + supplementary), 0..1 and above'),
  })
  .describe('Sums of the books, unrounded');
const standing = {
  state: z.enum(PROGRAMME_STATES),
  onTime: Verdict,
  onBudget: Verdict,
  money: Money,
};

export const ProgrammeView = z.object({
  ...document,
  ...approved,
  warnings: z.array(
    z.object({ code: z.enum(PROGRAMME_WARNINGS as [string, ...string[]]), field: z.string(), message: Said }),
  ),
});
export const ProgrammeListed = z.object({ ...document, ...approved, ...standing });
export const ProgrammeVersionView = z.object({
  version: z.number().int().min(1),
  ...recorded,
  definition: ProgrammeDefinition,
});

export const ProgrammeStatusView = z.object({
  id: Id,
  day: IsoDate,
  knownAt: IsoInstant.optional().describe('Read as it was known then; without it, as it is known now'),
  plannedEnd: IsoDate,
  ...approved,
  ...standing,
  stateWords: Said,
  milestones: z.object({
    total: Count,
    due: Count.describe('Planned for the day or earlier'),
    reached: Count,
    late: Count.describe('Due, and not reached'),
    items: z.array(z.object({ ...Milestone.shape, state: z.enum(MILESTONE_STATES), daysLate: Count.optional() })),
  }),
  earnedValue: z.object({
    plannedValue: Amount,
    earnedValue: Amount,
    actualCost: Amount,
    schedulePerformance: z.number().nullable().describe('Earned ÷ planned value (SPI)'),
    costPerformance: z.number().nullable().describe('Earned value ÷ actual cost (CPI)'),
    estimateAtCompletion: z.number().nullable().describe('Budget ÷ CPI; of what is finished, what was spent'),
    because: z.array(Said).describe('Why some of it is null'),
  }),
  parts: z.array(Id).describe('Programmes that belong to it and that you may read'),
});

const Finished = z.object({
  id: Id,
  name: z.string(),
  unit: Id,
  plannedEnd: IsoDate,
  approvedEnd: IsoDate,
  finishedOn: IsoDate,
  onTime: Verdict,
  onBudget: Verdict,
  both: z.boolean(),
  money: Money,
});
export const ProgrammesSummaryView = z.object({
  finished: Count,
  onTime: Count,
  onBudget: Count,
  onTimeAndBudgetShare: z.number().nullable().describe('Both ÷ finished, 0..1; null: none was finished'),
  administrativeCostChange: z
    .number()
    .nullable()
    .describe('Of the last year of the span against the first, e.g. -0.05; null: one of them is not recorded'),
  explain: z.object({
    unit: Id,
    from: IsoDate,
    to: IsoDate,
    programmes: z.array(Finished).describe('Those of the finished ones that you may read'),
    notShown: Count.describe('Finished ones that are counted and that you may not read'),
    share: Said,
    cost: z.object({
      firstYear: z.string(),
      lastYear: z.string(),
      first: Amount,
      last: Amount,
      words: Said,
      programmes: z.array(z.object({ id: Id, name: z.string(), first: Amount, last: Amount })),
    }),
  }),
});

type Mutable<T> = T extends readonly (infer Item)[] ? Mutable<Item>[] : T;
const movedView = (moved: readonly MovedEnd[]): Mutable<readonly MovedEnd[]> => [...moved];

function shownOf(stored: StoredProgramme, { definition, approvedEnd, moved }: Programme) {
  const { recordedAt, by, reason } = stored.versions.at(-1) ?? {};
  const about = { id: stored.id, version: stored.version, recordedAt, by, ...(reason !== undefined && { reason }) };
  return { ...about, ...definition, approvedEnd, moved: movedView(moved) };
}

export function programmeView(stored: StoredProgramme, { language }: Context) {
  const programme = newestProgramme(stored);
  const warnings = programmeWarnings(programme.definition).map(({ code, field, words }) => ({
    code,
    field,
    message: inWords(words, language),
  }));
  return { ...shownOf(stored, programme), warnings };
}

/** A line of the list, with how it stands on that day. */
export function programmeListed(
  stored: StoredProgramme,
  { books, day }: { readonly books: readonly BookAmount[]; readonly day: LocalDate },
  { language }: Context,
) {
  const programme = newestProgramme(stored);
  const { state, onTime, onBudget, money } = statusOn(programme, books, day);
  return { ...shownOf(stored, programme), ...told({ state, onTime, onBudget, money }, language) };
}

export function versionViews({ versions }: StoredProgramme) {
  return versions.map(({ version, recordedAt, by, reason, value }) => ({
    version,
    recordedAt,
    by,
    ...(reason !== undefined && { reason }),
    definition: value,
  }));
}
