import { z } from 'zod';
import type { ReviewRow } from '../../activities/reviews.ports';
import { DECISION_STATUSES, RISK_CLASSES } from '../../domain/reviews/review.schema';
import type { MemoMeasure } from '../../domain/reviews/memo';
import { publishedOf, statusOf } from '../../domain/reviews/state';
import { IsoDate, IsoInstant } from '../../domain/shared/ids.schema';
import { SpokenWords } from './wordsView';

const Measure = z.object({
  measure: z.string(),
  name: SpokenWords,
  value: z.number().optional(),
  target: z.number().optional(),
  colour: z.enum(['red', 'yellow', 'green', 'none']),
  movement: z.enum(['improving', 'steady', 'worsening', 'unknown']),
  risk: z.enum(RISK_CLASSES),
  words: SpokenWords,
});
export const PublicReview = z
  .object({
    review: z.string(),
    period: z.string(),
    title: SpokenWords,
    publishedAt: IsoInstant.describe('When it was closed; everything is as it was then'),
    summary: z.string().describe('As the office wrote it'),
    memo: z.object({ preparedAt: IsoInstant, summary: SpokenWords, measures: z.array(Measure) }),
    decisions: z.array(z.object({ text: z.string(), due: IsoDate, status: z.enum(DECISION_STATUSES) })),
  })
  .describe('A review that was published when it was closed. It names neither owners nor those who took part');
export type PublicReview = z.infer<typeof PublicReview>;

/** Nothing of it names a person, besides what an office writes into a summary or a decision. */
export function publicReview({ review }: Pick<ReviewRow, 'review'>): readonly PublicReview[] {
  const published = publishedOf(review);
  if (published === undefined) return [];
  const { closedAt: publishedAt, summary, memo, decisions } = published;
  return [
    {
      ...{ review: review.id, period: review.period, title: review.title, publishedAt, summary },
      memo: { preparedAt: memo.preparedAt, summary: memo.summary, measures: memo.measures.map(publicMeasure) },
      decisions: decisions.map((one) => ({ text: one.text, due: one.due, status: statusOf(one) })),
    },
  ];
}

function publicMeasure({ measure, name, value, target, colour, movement, risk, words }: MemoMeasure) {
  return {
    ...{ measure, name, colour, movement, risk, words },
    ...(value !== undefined && { value }),
    ...(target !== undefined && { target }),
  };
}
