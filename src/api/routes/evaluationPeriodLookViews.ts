import { z } from 'zod';
import { EXCEPTION_KINDS } from '../../domain/evaluationPeriods/fairness/exceptions';
import type { Exceptional } from '../../domain/evaluationPeriods/fairness/exceptions';
import type { Moved } from '../../domain/evaluationPeriods/fairness/changes';
import { rounded } from '../../domain/evaluationPeriods/fairness/row';
import type { PersonRow } from '../../domain/evaluationPeriods/fairness/row';
import type { QuotaGroup } from '../../domain/evaluationPeriods/quota';
import { quotaWords } from '../../domain/evaluationPeriods/quotaWords';
import { EXCEPTION_WORDS } from '../../domain/evaluationPeriods/fairness/words';
import { inWords } from '../../domain/shared/language';
import type { Language } from '../../domain/shared/language';

const Count = z.number().int().min(0);
const Words = z.string().describe('In the language of the caller');
const Who = {
  evaluation: z.string(),
  person: z.string(),
  unit: z.string(),
  total: z.number().optional(),
  class: z.string().optional(),
};
const Ranked = z.object({ person: z.string(), total: z.number() });

export const QuotaView = z.object({
  groups: z.array(
    z.object({
      ...{ rule: Count, per: z.enum(['agency', 'duties']), group: z.string(), class: z.string() },
      ...{ base: Count, limit: Count, words: Words },
      keep: z.array(Ranked).describe('The best first'),
      tied: z.array(Ranked).describe('Equal points across the limit: the calibrating body decides'),
      lower: z.array(Ranked),
    }),
  ),
  exceeded: z.array(z.string()).describe('Groups above their limit as things stand, in words'),
});
export const ExceptionView = z.object({
  ...Who,
  looks: z.array(z.object({ kind: z.enum(EXCEPTION_KINDS), size: z.number().optional(), words: Words })),
});
export const ExceptionsView = z.object({
  people: Count,
  items: z.array(ExceptionView),
  plain: z.array(z.string()).describe('People whose rating needs no look: for `ApproveMany`'),
});
export const ChangesView = z.object({
  ...{ up: Count, down: Count, same: Count, joined: z.array(z.string()), gone: z.array(z.string()) },
  moved: z.array(
    z.object({ ...Who, before: z.object({ total: z.number(), class: z.string() }), by: z.number().describe('Points') }),
  ),
});
const Share = z.number();
export const RatersView = z.object({
  mean: Share.optional().describe('Of all ratings, as a share of the points there are'),
  raters: z.array(
    z.object({
      rater: z.string(),
      people: Count,
      mean: Share,
      severity: Share.describe("The rater's mean less that of everybody else's ratings; below 0 is stricter"),
      spread: Share.describe('Standard deviation'),
      allMax: Count.describe('Ratings with every point there is'),
    }),
  ),
  small: z.object({ raters: Count, people: Count }).describe('Not shown, because they rated only few'),
});
export const UnitsView = z.object({
  centre: z.number().optional(),
  dispersion: z.number().optional(),
  units: z.array(
    z.object({
      ...{ unit: z.string(), people: Count, mean: z.number(), place: z.enum(['within', 'near-limit', 'beyond']) },
      ...{ lowerFar: z.number(), lowerNear: z.number(), upperNear: z.number(), upperFar: z.number() },
    }),
  ),
  because: z.string().optional().describe('Why there is no chart: too-few, constant'),
  small: z.object({ units: Count, people: Count }).describe('Not shown, because they are small'),
});

const whoOf = ({ id, person, unit, total, class: of }: PersonRow) => ({
  ...{ evaluation: id, person, unit },
  ...(total !== undefined && { total: rounded(total) }),
  ...(of !== undefined && { class: of }),
});
export const exceptionView = ({ row, looks }: Exceptional, language: Language) => ({
  ...whoOf(row),
  looks: looks.map(({ kind, size }) => ({
    kind,
    ...(size !== undefined && { size: rounded(size) }),
    words: inWords(EXCEPTION_WORDS[kind], language),
  })),
});
export const movedView = ({ row, before: { total, class: of }, by }: Moved) => ({
  ...whoOf(row),
  before: { total: rounded(total), class: of },
  by: rounded(by),
});

const rankedView = ({ person, total }: QuotaGroup['keep'][number]) => ({ person, total: rounded(total) });
export const quotaGroupView = ({ keep, tied, lower, ...group }: QuotaGroup, share: number, language: Language) => ({
  ...group,
  words: inWords(quotaWords({ keep, tied, lower, ...group }, share), language),
  keep: keep.map(rankedView),
  tied: tied.map(rankedView),
  lower: lower.map(rankedView),
});
