import type { ReminderPolicy } from '../../../src/domain/reminders/policy.schema';
import { stepName } from '../../../src/domain/reminders/policy';
import type { SettingsWord } from '../words/settings';

export type Step = ReminderPolicy['steps'][number];
export type Say = (word: SettingsWord, params?: Readonly<Record<string, string | number>>) => string;

export const WHEN = ['opening', 'before', 'on', 'after'] as const;
export type When = (typeof WHEN)[number] | 'duration';

/** Stands for a number that is not typed yet: no whole number, so it is never saved, and before or after all the same. */
export const UNTYPED = 0.5;
export const MOST_DAYS = 260;

export function whenOf({ opening, duration, workingDays = 0 }: Step): When {
  if (opening === true) return 'opening';
  if (duration !== undefined) return 'duration';
  return workingDays === 0 ? 'on' : workingDays < 0 ? 'before' : 'after';
}

/** The same step at another time. */
export function stepAt(when: When, { level }: Step, days = 1): Step {
  const count = Number.isInteger(days) && days > 0 ? days : UNTYPED;
  switch (when) {
    case 'opening':
      return { opening: true, level };
    case 'duration':
      return { duration: 'PT10S', level };
    case 'on':
      return { workingDays: 0, level };
    case 'before':
      return { workingDays: -count, level };
    case 'after':
      return { workingDays: count, level };
  }
}

/** First what comes at once, then by days; spans of time are for demonstrations and come last. */
const rank = ({ opening, duration, workingDays = 0 }: Step): number =>
  opening === true ? -1000 : duration !== undefined ? 1000 : workingDays;
export const byTime = (steps: readonly Step[]): readonly Step[] =>
  [...steps].sort((a, b) => rank(a) - rank(b) || a.level - b.level);

export function whoTold(level: number, say: Say): string {
  const owner = say('policy.who.0');
  if (level === 0) return owner;
  const more =
    level === 1 ? say('policy.who.1') : level === 2 ? say('policy.who.2') : say('policy.who.more', { level });
  return `${owner}, ${more}`;
}

/** “3 working days before: whoever owes it” */
export function stepLine(step: Step, say: Say): string {
  const who = whoTold(step.level, say);
  const when = whenOf(step);
  const count = Math.abs(step.workingDays ?? 0);
  if (when === 'duration') return say('step.duration', { duration: step.duration ?? '', who });
  if (when === 'opening' || when === 'on') return say(`step.${when}`, { who });
  return count === 1
    ? say(`step.${when}1`, { who })
    : say(`step.${when}`, { count: count === UNTYPED ? '…' : count, who });
}

const DURATION = /^-?P(?!$)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/;

/** What keeps a policy from being saved, in words. */
export function policyFaults({ name, steps }: Pick<ReminderPolicy, 'name' | 'steps'>, say: Say): readonly string[] {
  const seen = new Set<string>();
  const ofSteps = steps.flatMap((step, i) => {
    const no = i + 1;
    const { workingDays } = step;
    if (workingDays !== undefined && !(Number.isInteger(workingDays) && Math.abs(workingDays) <= MOST_DAYS))
      return [say('check.days', { no })];
    if (step.duration !== undefined && !DURATION.test(step.duration)) return [say('check.duration', { no })];
    const twice = seen.has(stepName(step));
    seen.add(stepName(step));
    return twice ? [say('check.twice', { no })] : [];
  });
  return [
    ...(name.trim() === '' ? [say('check.name')] : []),
    ...(steps.length === 0 ? [say('check.steps')] : []),
    ...ofSteps,
  ];
}

/** What may be meant, and should be known. */
export function policyAdvice(steps: readonly Step[], say: Say): readonly string[] {
  const early = steps.some((step) => whenOf(step) !== 'after');
  const climbs = steps.some(({ level }) => level > 0);
  return steps.length === 0 ? [] : [...(early ? [] : [say('advise.before')]), ...(climbs ? [] : [say('advise.climb')])];
}
