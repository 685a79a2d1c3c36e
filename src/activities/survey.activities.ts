import { addIsoDuration } from '../domain/calendar/duration';
import type { Instant } from '../domain/shared/time';
import type { Opening, SurveyFacts, SurveyFactsNeeded } from '../domain/survey/decide';
import type { SurveyEvent } from '../domain/survey/events';
import type { Survey } from '../domain/survey/state';
import type { SurveyDefinition } from '../domain/survey/survey.schema';
import { chained } from './chained';
import type { IndicatorChange } from './indicators.ports';
import { calendarOf } from './officeCalendar';
import type { CycleReader, Organisation } from './ports';
import type { Surveys } from './surveys.ports';

export type RecordSurveyInput = {
  readonly survey: Survey;
  /** Sequence of the first event. */
  readonly first: number;
  readonly commandId: string;
  readonly events: readonly SurveyEvent[];
};
export type SurveyFactsInput = SurveyFactsNeeded & {
  readonly unit: string;
  readonly procedure?: string;
  readonly opens: SurveyDefinition['opens'];
  readonly belongsTo: SurveyDefinition['belongsTo'];
};
export type SurveyDeps = {
  readonly surveys: Surveys;
  readonly cycles: CycleReader;
  readonly organisation: Organisation;
  /** Told when a survey has closed: what is computed from it is final. */
  readonly onIndicatorChange?: (change: IndicatorChange) => Promise<void>;
};

/** What a survey asks the world to do. Every one of them may be repeated at any point. */
export function surveyActivities({ surveys, cycles, organisation, onIndicatorChange }: SurveyDeps) {
  return {
    /** Appends events under the hash chain and moves the projection. */
    async recordSurveyEvents({ survey, first, commandId, events }: RecordSurveyInput): Promise<void> {
      const [before] = first === 1 ? [] : await surveys.read(survey.id, first - 2, 1);
      if (first > 1 && before === undefined) throw new Error(`event ${first - 1} of ${survey.id} is not stored yet`);
      await surveys.append(chained(survey.id, first, commandId, events, before?.hash ?? ''), survey);
    },

    /** When a survey opens, and a moment so long after another, in the office's time zone. */
    async surveyFacts({ opening, closing, ...of }: SurveyFactsInput): Promise<SurveyFacts> {
      const { timeZone } = await calendarOf(organisation, { unit: of.unit, procedure: of.procedure ?? '' });
      return {
        ...(opening === true && { opening: await openingOf(of, timeZone) }),
        ...(closing !== undefined && { closesAt: later(closing.from, closing.after, timeZone) }),
      };
    },

    async surveyClosed(survey: string): Promise<void> {
      await onIndicatorChange?.({ kind: 'survey', survey });
    },
  };

  async function openingOf(
    { opens, belongsTo }: Pick<SurveyFactsInput, 'opens' | 'belongsTo'>,
    timeZone: string,
  ): Promise<Opening> {
    if ('at' in opens) return { state: 'at', at: opens.at };
    const id = 'cycle' in belongsTo ? belongsTo.cycle : '';
    const cycle = (await cycles.get(id))?.cycle;
    if (cycle === undefined) return { state: 'never', cycle: id };
    if ('approvedAt' in cycle) return { state: 'at', at: later(cycle.approvedAt, opens.after, timeZone) };
    return cycle.phase === 'closed' ? { state: 'never', cycle: id } : { state: 'waiting' };
  }
}

export type SurveyActivities = ReturnType<typeof surveyActivities>;

const later = (from: Instant, after: string, timeZone: string): Instant => addIsoDuration(from, after, timeZone);
