import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Place, Standing } from '../domain/access/policy';
import type { AnySurveyCommand } from '../domain/survey/decide';
import type { Survey } from '../domain/survey/state';
import type { SurveyDefinition } from '../domain/survey/survey.schema';

/** `survey/<id>`: a survey made twice is refused by Temporal itself. */
export const surveyWorkflowId = (id: string): string => `survey/${id}`;

export type SurveyCreation = {
  readonly id: string;
  readonly unit: string;
  readonly procedure?: string;
  readonly definition: SurveyDefinition;
  readonly by: string;
  readonly commandId: string;
};
export type CarriedSurvey = {
  readonly survey: Survey;
  readonly sequence: number;
  readonly answered: readonly string[];
};
export type SurveyWorkflowInput = { readonly creation: SurveyCreation; readonly carried?: CarriedSurvey };

export type SurveyEnvelope = {
  readonly commandId: string;
  /** Commands of people only; what the engine gives itself is refused. */
  readonly command: AnySurveyCommand;
  readonly by: Standing;
  readonly place: Place;
  /** The version the person saw. */
  readonly expected?: number;
};
export type SurveyAnswered = { readonly survey: Survey; readonly version: number };

export const surveyCommandUpdate = defineUpdate<SurveyAnswered, [SurveyEnvelope]>('command');
/** Answers as soon as the creation is stored. */
export const surveyCreatedUpdate = defineUpdate<SurveyAnswered>('created');
/** The cycle moved on: look again when the survey opens. */
export const reconsiderSurveySignal = defineSignal('reconsider');
export const surveyQuery = defineQuery<SurveyAnswered | undefined>('survey');

export const SURVEY_WORKFLOW = 'survey';
