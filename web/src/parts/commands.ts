import type { CycleCommand } from '../api/queries';
import type { Word } from '../words/words';
import { textIn } from './formText';

export type CommandType = CycleCommand['type'];
/** How one member of a command is asked for. `lines`: a list, a line each. */
export type Asked = {
  readonly name: string;
  readonly kind: 'text' | 'line' | 'lines' | 'date' | 'term' | 'people' | 'choice' | 'countermeasure' | 'unit';
  readonly word: Word;
  readonly optional?: true;
  readonly options?: readonly { readonly value: string; readonly word: Word }[];
};
type Form = { readonly fields: readonly Asked[]; readonly grave?: true; readonly main?: true };

const reason: Asked = { name: 'reason', kind: 'text', word: 'field.reason' };
const note: Asked = { name: 'note', kind: 'text', word: 'field.note', optional: true };
const choice = (name: string, word: Word, prefix: string, values: readonly string[]): Asked => ({
  ...{ name, kind: 'choice', word },
  options: values.map((value) => ({ value, word: `${prefix}.${value}` as Word })),
});

/** What a person fills in for each command; the plan has a page of its own. */
export const FORMS: Readonly<Record<Exclude<CommandType, 'RevisePlan'>, Form>> = {
  ApprovePlan: { fields: [note], main: true },
  WithdrawPlan: { fields: [reason], grave: true },
  ProgressCountermeasure: {
    fields: [
      { name: 'countermeasure', kind: 'countermeasure', word: 'field.countermeasure' },
      choice('status', 'field.status', 'progress', ['planned', 'started', 'done', 'dropped']),
      note,
    ],
  },
  NoteDeviation: {
    fields: [
      { name: 'text', kind: 'text', word: 'field.deviation' },
      { name: 'occurredOn', kind: 'date', word: 'field.occurredOn', optional: true },
    ],
  },
  PauseCycle: { fields: [reason] },
  ResumeCycle: { fields: [reason], main: true },
  ExtendDo: { fields: [{ name: 'by', kind: 'term', word: 'field.by' }, reason] },
  EndDoEarly: { fields: [reason] },
  CancelCycle: { fields: [reason], grave: true },
  ChangeReviewers: { fields: [{ name: 'reviewers', kind: 'people', word: 'plan.reviewers' }, reason] },
  RecomputeCheck: { fields: [reason] },
  RecordReview: {
    fields: [
      { name: 'predictionCompared', kind: 'text', word: 'field.predictionCompared' },
      { name: 'strengths', kind: 'lines', word: 'field.strengths', optional: true },
      { name: 'weaknesses', kind: 'lines', word: 'field.weaknesses', optional: true },
      { name: 'learning', kind: 'lines', word: 'field.learning', optional: true },
    ],
    main: true,
  },
  CloseEarlierDecision: {
    fields: [choice('status', 'field.status', 'earlier', ['done', 'dropped', 'carried-over']), reason],
    main: true,
  },
  AdoptChange: {
    fields: [
      reason,
      { name: 'newVersion', kind: 'line', word: 'field.newVersion' },
      { name: 'training', kind: 'text', word: 'field.training' },
      { name: 'sustainAfter', kind: 'term', word: 'field.sustainAfter', optional: true },
    ],
    main: true,
  },
  AdaptChange: { fields: [reason], main: true },
  ExpandChange: {
    fields: [
      reason,
      { name: 'scope', kind: 'text', word: 'field.scope' },
      { name: 'unit', kind: 'unit', word: 'field.nextUnit', optional: true },
    ],
    main: true,
  },
  AbandonChange: { fields: [reason], grave: true },
};

/** A command from what was filled in; members left empty stay out. */
export function commandOf(type: Exclude<CommandType, 'RevisePlan'>, form: FormData): CycleCommand {
  const entries = FORMS[type].fields.flatMap(({ name, kind }): readonly (readonly [string, unknown])[] => {
    if (kind === 'people') return [[name, form.getAll(name).map(String)]];
    const text = textIn(form, name).trim();
    if (kind === 'lines') {
      const lines = text.split('\n').map((line) => line.trim());
      return [[name, lines.filter((line) => line !== '')]];
    }
    return text === '' ? [] : [[name, text]];
  });
  return { type, ...Object.fromEntries(entries) } as CycleCommand;
}
