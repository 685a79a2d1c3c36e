import { refuse } from '../shared/result';
import type { Refusal } from '../shared/result';
import type { Words } from '../shared/language';
import { withBlanks } from '../shared/blanks';
import { dateText } from '../verdict/format';
import { readable } from '../indicators/named';
import { inEach } from './inEach';
import type { Programme } from './programme';
import type { ProgrammeDefinition } from './programme.schema';
import type { ProgrammeCode } from './refusals';

type Refused = Refusal<ProgrammeCode> | undefined;
const refusal = (code: ProgrammeCode, detail: Omit<Refusal<ProgrammeCode>, 'code'>): Refused =>
  refuse(code, detail).refusal;

/** Why a definition cannot be, by itself and after what was there before. */
export function definitionRefusal(definition: ProgrammeDefinition, before?: Programme, reason?: string): Refused {
  return datesRefusal(definition) ?? milestonesRefusal(definition) ?? movedRefusal(definition, before, reason);
}

function datesRefusal({ plannedStart, plannedEnd, actualStart, actualEnd, cancelled }: ProgrammeDefinition): Refused {
  if (plannedEnd < plannedStart)
    return refusal('PROGRAMME_ENDS_BEFORE_IT_STARTS', {
      field: '/plannedEnd',
      params: { start: plannedStart, end: plannedEnd },
    });
  if (actualEnd === undefined) return undefined;
  if (cancelled !== undefined)
    return refusal('PROGRAMME_FINISHED_AND_CANCELLED', { field: '/cancelled', params: { end: actualEnd, cancelled } });
  const start = actualStart ?? plannedStart;
  if (actualEnd >= start) return undefined;
  return refusal('PROGRAMME_FINISHED_BEFORE_IT_STARTED', { field: '/actualEnd', params: { start, end: actualEnd } });
}

function milestonesRefusal({ milestones }: ProgrammeDefinition): Refused {
  const twice = milestones.findIndex(({ key }, i) => milestones.findIndex((one) => one.key === key) < i);
  const key = milestones[twice]?.key;
  return key === undefined
    ? undefined
    : refusal('MILESTONE_GIVEN_TWICE', { field: `/milestones/${twice}/key`, params: { key } });
}

function movedRefusal({ plannedEnd }: ProgrammeDefinition, before?: Programme, reason?: string): Refused {
  if (before === undefined || reason !== undefined || before.definition.plannedEnd === plannedEnd) return undefined;
  const params = { before: before.definition.plannedEnd, after: plannedEnd, first: before.approvedEnd };
  return refusal('MOVED_DATE_NEEDS_A_REASON', { field: '/reason', params });
}

/** The programmes that `id` would belong to, one in the other, when they lead back to it. `parents`: by what each belongs to. */
export function circleRefusal(id: string, partOf: string | undefined, parents: ReadonlyMap<string, string>): Refused {
  const line = [id];
  for (let at = partOf; at !== undefined && line.length <= parents.size + 1; at = parents.get(at)) {
    line.push(at);
    if (at === id)
      return refusal('PROGRAMMES_FORM_A_CIRCLE', { field: '/partOf', params: { circle: line.join(' → ') } });
  }
  return undefined;
}

/** What is taken as it is, and should be known. */
const WARNINGS = {
  MILESTONE_OUTSIDE_THE_SPAN: {
    vi: 'Mốc «{name}» ({day}) nằm ngoài thời gian của chương trình.',
    en: 'The milestone “{name}” ({day}) lies outside the span of the programme.',
    ja: 'マイルストーン「{name}」（{day}）が事業の期間外にあります。',
  },
  FINISHED_WITH_OPEN_MILESTONES: {
    vi: 'Chương trình đã hoàn thành nhưng mốc «{name}» ({day}) chưa được ghi là đạt.',
    en: 'The programme is finished, but the milestone “{name}” ({day}) is not recorded as reached.',
    ja: '事業は完了していますが、マイルストーン「{name}」（{day}）の達成が記録されていません。',
  },
} as const satisfies Record<string, Words>;
export const PROGRAMME_WARNINGS = Object.keys(WARNINGS) as readonly ProgrammeWarningCode[];
export type ProgrammeWarningCode = keyof typeof WARNINGS;
/** `field`: JSON pointer into the definition. */
export type ProgrammeWarning = { readonly code: ProgrammeWarningCode; readonly field: string; readonly words: Words };

export function programmeWarnings(definition: ProgrammeDefinition): readonly ProgrammeWarning[] {
  const { milestones, plannedStart, plannedEnd, actualEnd } = definition;
  const last = actualEnd !== undefined && actualEnd > plannedEnd ? actualEnd : plannedEnd;
  return milestones.flatMap(({ name, planned, actual }, i) => {
    const warning = (code: ProgrammeWarningCode): ProgrammeWarning => ({
      code,
      field: `/milestones/${i}/planned`,
      words: said(code, name, planned),
    });
    return [
      ...(planned < plannedStart || planned > last ? [warning('MILESTONE_OUTSIDE_THE_SPAN')] : []),
      ...(actualEnd !== undefined && actual === undefined ? [warning('FINISHED_WITH_OPEN_MILESTONES')] : []),
    ];
  });
}

function said(code: ProgrammeWarningCode, name: ProgrammeDefinition['name'], day: string): Words {
  return inEach((language) =>
    withBlanks(WARNINGS[code][language], (blank) =>
      blank === 'day' ? dateText(day, language) : readable(name, language),
    ),
  );
}
