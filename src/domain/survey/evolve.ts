import type { SurveyEvent } from './events';
import type { Survey } from './state';

/** The state after an event. A history that cannot be is a fault. */
export function evolve(survey: Survey | undefined, event: SurveyEvent): Survey {
  if (event.type === 'SurveyCreated') return created(event);
  if (survey === undefined) throw new Error(`history starts with ${event.type}`);
  const { id, unit, procedure, owner, createdAt, createdBy, definition } = survey;
  const common = { id, unit, owner, createdAt, createdBy, definition, ...(procedure !== undefined && { procedure }) };
  const opening = 'opensAt' in event && event.opensAt !== undefined ? { opensAt: event.opensAt } : {};
  switch (event.type) {
    case 'SurveyRevised':
      return { ...common, owner: event.definition.owner ?? owner, definition: event.definition, phase: 'draft' };
    case 'SurveyScheduled':
      return { ...common, phase: 'scheduled', scheduledAt: event.at, ...opening };
    case 'OpeningMoved':
      return { ...common, phase: 'scheduled', scheduledAt: within(survey, 'scheduled').scheduledAt, ...opening };
    case 'SurveyOpened':
      return { ...common, phase: 'open', openedAt: event.at, closesAt: event.closesAt };
    case 'SurveyExtended':
      return { ...within(survey, 'open'), closesAt: event.closesAt };
    case 'SurveyClosed': {
      const { openedAt } = within(survey, 'open');
      const early = event.early === undefined ? {} : { early: event.early };
      return { ...common, phase: 'closed', openedAt, closedAt: event.at, ...early };
    }
    case 'SurveyCancelled': {
      const openedAt = 'openedAt' in survey && survey.openedAt !== undefined ? { openedAt: survey.openedAt } : {};
      return { ...common, phase: 'cancelled', ...openedAt, cancelledAt: event.at, reason: event.reason };
    }
  }
}

function created(event: Extract<SurveyEvent, { type: 'SurveyCreated' }>): Survey {
  const { id, unit, procedure, definition, at, by } = event;
  return {
    id,
    unit,
    ...(procedure !== undefined && { procedure }),
    owner: definition.owner ?? by,
    createdAt: at,
    createdBy: by,
    definition,
    phase: 'draft',
  };
}

function within<Phase extends Survey['phase']>(survey: Survey, phase: Phase): Extract<Survey, { phase: Phase }> {
  if (survey.phase !== phase) throw new Error(`a survey that is ${survey.phase} has no such event`);
  return survey as Extract<Survey, { phase: Phase }>;
}
