import { useSearch } from 'wouter';
import type { Question } from '../../../../src/domain/survey/survey.schema';
import { useSurvey } from '../../surveys/queries';
import type { SurveyView } from '../../surveys/queries';
import type { Draft } from './draft';

/** Where an indicator is made of the answers to a question. */
export const fromQuestionHref = (survey: string, question: string): string =>
  `/new-indicator?${new URLSearchParams({ survey, question }).toString()}`;

/** A free text has nothing to count or to average. */
export const canBeIndicator = ({ type }: Pick<Question, 'type'>): boolean => type === 'scale' || type === 'yes-no';

type Asked = { readonly key: string; readonly draft: Partial<Draft> };

/** What the address says a new indicator is made from; `undefined`: nothing. */
export function useAskedQuestion(): Asked | undefined | 'asking' {
  const asked = new URLSearchParams(useSearch());
  const survey = asked.get('survey') ?? '';
  const { data, isLoading } = useSurvey(survey);
  if (survey === '') return undefined;
  if (data === undefined) return isLoading ? 'asking' : undefined;
  const question = data.definition.questions.find(({ key }) => key === asked.get('question'));
  return question === undefined ? undefined : { key: `${survey}.${question.key}`, draft: draftFrom(data, question) };
}

/** Surveys that are repeated share a series: an indicator of it goes on with the next round. */
function draftFrom({ id, unit, definition }: SurveyView, { key, text }: Question): Partial<Draft> {
  return {
    ...{ name: typeof text === 'string' ? { vi: text } : text, unit: 'ratio', home: unit },
    source: { type: 'survey', survey: definition.series ?? id, question: key, measure: 'top-box' },
  };
}
