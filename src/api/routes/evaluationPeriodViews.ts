import { z } from 'zod';
import type { PeriodRow, PhaseCounts } from '../../activities/evaluationPeriods.ports';
import { PeriodText } from '../../domain/indicators/indicator.schema';
import { PERIOD_PHASES, STEPS } from '../../domain/evaluationPeriods/state';
import { QuotaRule, SchemeDeadlines } from '../../domain/schemes/scheme.schema';
import { Id, IsoDate, IsoInstant } from '../../domain/shared/ids.schema';
import { inWords } from '../../domain/shared/language';
import type { Language } from '../../domain/shared/language';

const Said = z.string().describe('In the language of the caller');
const Done = { at: IsoInstant, by: z.string() };
const Deadline = z.object({ day: IsoDate, at: IsoInstant });
const Count = z.number().int().min(0);

export const SampleView = z.object({
  ...Done,
  seed: z.string(),
  size: Count,
  among: Count.describe('How many it was drawn from'),
  persons: z.array(z.string()),
});

export const PeriodView = z.object({
  id: z.string().describe('`<scheme>~<unit>~<period>`'),
  version: z.number().int().min(1).describe('Counts events; also the ETag'),
  unit: Id,
  period: PeriodText,
  title: Said,
  phase: z.enum(PERIOD_PHASES),
  scheme: z.object({
    id: Id,
    version: z.number().int().min(0).describe('0: as shipped'),
    name: Said,
    classes: z.record(z.string(), Said).describe('Names of the classes'),
    deadlines: SchemeDeadlines,
    quotas: z.array(QuotaRule),
  }),
  openedAt: IsoInstant,
  openedBy: z.string(),
  calibrators: z.array(z.string()),
  dates: z.object({
    endsAt: IsoInstant,
    steps: z.object({
      selfAssessment: Deadline,
      managerRating: Deadline,
      approval: Deadline,
      calibration: Deadline,
      publication: Deadline,
    }),
  }),
  people: Count.optional().describe('Everybody who was opened; missing: people are still being added'),
  excluded: Count.optional(),
  counts: z.record(z.string(), Count).describe('People by the phase of their evaluation'),
  progress: z.number().min(0).max(1).describe('Share of the people who are to be rated and are approved'),
  paused: z.object({ ...Done, reason: z.string() }).optional(),
  extensions: z.array(z.object({ ...Done, step: z.enum(STEPS), from: IsoDate, to: IsoDate, reason: z.string() })),
  samples: z.array(SampleView),
  calibration: z.object({ ...Done, attendance: z.array(z.string()), minutes: z.string() }).optional(),
  quota: z
    .object({
      ...Done,
      lowered: z.array(z.string()),
      groups: z.array(z.object({ rule: Count, group: z.string(), limit: Count, kept: Count })),
      reason: z.string().optional(),
    })
    .optional(),
  publication: z.object({ ...Done, doneAt: IsoInstant.optional(), told: Count.optional() }).optional(),
  appealsUntil: Deadline.optional(),
  finalAt: IsoInstant.optional(),
  cancelled: z.object({ ...Done, reason: z.string() }).optional(),
});
export const PeriodListed = PeriodView.pick({
  ...{ id: true, version: true, unit: true, period: true, title: true, phase: true, dates: true, people: true },
  ...{ openedAt: true, paused: true, appealsUntil: true, finalAt: true },
});

type Row = Pick<PeriodRow, 'period' | 'version'>;
const APPROVED = ['calibrating', 'published', 'appealed', 'final'];

export function periodView({ period, version }: Row, counts: PhaseCounts, language: Language) {
  const { title, scheme, ...rest } = period;
  const all = Object.entries(counts).filter(([phase]) => phase !== 'excluded');
  const [rated, total] = [all.filter(([phase]) => APPROVED.includes(phase)), all].map((list) =>
    list.reduce((sum, [, count]) => sum + count, 0),
  );
  return {
    ...rest,
    version,
    title: inWords(title, language),
    scheme: {
      ...scheme,
      name: inWords(scheme.name, language),
      classes: Object.fromEntries(Object.entries(scheme.classes).map(([key, of]) => [key, inWords(of, language)])),
    },
    counts,
    progress: total === undefined || total === 0 ? 0 : (rated ?? 0) / total,
  };
}

export function periodListed({ period, version }: Row, language: Language) {
  const { id, unit, period: of, phase, dates, people, openedAt, paused, appealsUntil, finalAt } = period;
  return {
    ...{ id, version, unit, period: of, title: inWords(period.title, language), phase, dates, openedAt },
    ...(people !== undefined && { people }),
    ...(paused !== undefined && { paused }),
    ...(appealsUntil !== undefined && { appealsUntil }),
    ...(finalAt !== undefined && { finalAt }),
  };
}
