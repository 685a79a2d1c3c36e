import type { PeriodEvent } from './events';
import type { EvaluationPeriod } from './state';

/** The state after an event. A history that cannot be is a fault. */
export function evolve(period: EvaluationPeriod | undefined, event: PeriodEvent): EvaluationPeriod {
  if (event.type === 'PeriodOpened') return opened(event);
  if (period === undefined) throw new Error(`history starts with ${event.type}`);
  const { at, by } = event;
  switch (event.type) {
    case 'EverybodyOpened':
      return { ...period, phase: 'collecting', people: event.people, excluded: event.excluded };
    case 'StepBegan':
      return { ...period, phase: event.phase };
    case 'CalibrationHeld':
      return { ...period, calibration: { at, by, attendance: event.attendance, minutes: event.minutes } };
    case 'QuotaAccepted': {
      const { type: _type, ...quota } = event;
      return { ...period, quota };
    }
    case 'SampleDrawn': {
      const { type: _type, ...sample } = event;
      return { ...period, samples: [...period.samples, sample] };
    }
    case 'StepExtended':
      return { ...period, dates: event.dates, extensions: [...period.extensions, extensionOf(period, event)] };
    case 'PeriodPaused':
      return { ...period, paused: { at, by, reason: event.reason } };
    case 'PeriodResumed': {
      const { paused: _paused, ...going } = period;
      return { ...going, dates: event.dates };
    }
    case 'PublicationDecided':
      return { ...period, phase: 'published', publication: { at, by } };
    case 'ResultsPublished': {
      const { publication = { at, by } } = period;
      const { told, appealsUntil } = event;
      return { ...period, phase: 'appeals', publication: { ...publication, doneAt: at, told }, appealsUntil };
    }
    case 'PeriodFinal':
      return { ...period, phase: 'final', finalAt: at };
    case 'PeriodCancelled': {
      const { paused: _paused, ...rest } = period;
      return { ...rest, phase: 'cancelled', cancelled: { at, by, reason: event.reason } };
    }
  }
}

type Of<Type extends PeriodEvent['type']> = Extract<PeriodEvent, { type: Type }>;

/** Whom the opening excluded stands in the event alone: it may be thousands. */
function opened({ type: _type, excluded: _excluded, at, by, ...rest }: Of<'PeriodOpened'>): EvaluationPeriod {
  return { ...rest, phase: 'opening', openedAt: at, openedBy: by, extensions: [], samples: [] };
}

const extensionOf = ({ dates }: EvaluationPeriod, { step, to, reason, at, by }: Of<'StepExtended'>) => ({
  step,
  from: dates.steps[step].day,
  to,
  reason,
  at,
  by,
});
