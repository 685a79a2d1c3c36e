import { decide } from '../../../src/domain/survey/decide';
import type { AnySurveyCommand, SurveyDecision, SurveyFacts } from '../../../src/domain/survey/decide';
import { evolve } from '../../../src/domain/survey/evolve';
import type { Survey } from '../../../src/domain/survey/state';
import { SurveyDefinition } from '../../../src/domain/survey/survey.schema';

export const T = (hour: number): string => `2026-09-01T${String(hour).padStart(2, '0')}:00:00.000Z`;

export const definition = (over: object = {}): SurveyDefinition =>
  SurveyDefinition.parse({
    title: 'Satisfied?',
    belongsTo: { cycle: 'kh~licence~1' },
    questions: [
      { key: 'overall', type: 'scale', text: 'Overall', factor: 'service' },
      { key: 'again', type: 'yes-no', text: 'Again?' },
      {
        key: 'way',
        type: 'choice',
        text: 'Which way?',
        options: [
          { key: 'web', text: 'Web' },
          { key: 'desk', text: 'Desk' },
        ],
      },
      { key: 'wish', type: 'text', text: 'Wish' },
    ],
    opens: { after: 'P3M', event: 'do-began' },
    closes: { after: 'P14D' },
    ...over,
  });

export const draft = (over: object = {}): Survey =>
  evolve(undefined, { type: 'SurveyCreated', id: 's', unit: 'kh', definition: definition(over), at: T(0), by: 'an' });

export const give = (survey: Survey, command: AnySurveyCommand, at: string, facts: SurveyFacts = {}): SurveyDecision =>
  decide(command, survey, { at, by: 'an' }, facts);

export function after(survey: Survey, command: AnySurveyCommand, at: string, facts: SurveyFacts = {}): Survey {
  const decision = give(survey, command, at, facts);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events.reduce<Survey>((state, event) => evolve(state, event), survey);
}

export const codeOf = (decision: SurveyDecision): string => (decision.ok ? 'accepted' : decision.refusal.code);
