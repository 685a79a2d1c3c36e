import type { EvaluationEvent } from '../evaluations/events';
import type { PeriodEvent } from '../evaluationPeriods/events';
import type { Instant } from '../shared/time';

export const WEBHOOK_EVENTS = [
  'evaluation.published',
  'evaluation.revised',
  'evaluation.appealed',
  'evaluation.appeal-decided',
  'evaluation.final',
  'evaluation-period.opened',
  'evaluation-period.published',
  'evaluation-period.final',
  'evaluation-period.cancelled',
] as const;
export type WebhookEventType = (typeof WEBHOOK_EVENTS)[number];

/** What is posted. `data` holds ids alone: names, points and classes are asked for by whoever may read them. */
export type WebhookEvent = {
  /** The same at every attempt: whoever receives it twice knows it. */
  readonly id: string;
  readonly type: WebhookEventType | 'test';
  readonly at: Instant;
  readonly data: Readonly<Record<string, string>>;
};

const OF_EVALUATION = {
  ResultPublished: 'evaluation.published',
  ResultRevised: 'evaluation.revised',
  Appealed: 'evaluation.appealed',
  AppealDecided: 'evaluation.appeal-decided',
  EvaluationFinal: 'evaluation.final',
} as const satisfies Partial<Record<EvaluationEvent['type'], WebhookEventType>>;
const OF_PERIOD = {
  EverybodyOpened: 'evaluation-period.opened',
  ResultsPublished: 'evaluation-period.published',
  PeriodFinal: 'evaluation-period.final',
  PeriodCancelled: 'evaluation-period.cancelled',
} as const satisfies Partial<Record<PeriodEvent['type'], WebhookEventType>>;

type Link<Event> = { readonly stream: string; readonly sequence: number; readonly event: Event };
const idOf = ({ stream, sequence }: Link<unknown>): string => `${stream}#${sequence}`;

/** What others are told of events of evaluations: of most, nothing. */
export const ofEvaluation = (links: readonly Link<EvaluationEvent>[]): readonly WebhookEvent[] =>
  links.flatMap((link) => {
    const type = (OF_EVALUATION as Partial<Record<string, WebhookEventType>>)[link.event.type];
    if (type === undefined) return [];
    return [{ id: idOf(link), type, at: link.event.at, data: { evaluation: link.stream, ...placeOf(link.stream) } }];
  });

/** `<scheme>~<unit>~<period>~<person>` */
function placeOf(evaluation: string): Readonly<Record<string, string>> {
  const [scheme = '', unit = '', period = '', person = ''] = evaluation.split('~');
  return { period: `${scheme}~${unit}~${period}`, person };
}

export const ofPeriod = (links: readonly Link<PeriodEvent>[]): readonly WebhookEvent[] =>
  links.flatMap((link) => {
    const type = (OF_PERIOD as Partial<Record<string, WebhookEventType>>)[link.event.type];
    return type === undefined ? [] : [{ id: idOf(link), type, at: link.event.at, data: { period: link.stream } }];
  });

export const testEvent = (webhook: string, id: string, at: Instant): WebhookEvent => ({
  ...{ id: `test~${webhook}~${id}`, type: 'test', at, data: { webhook } },
});
