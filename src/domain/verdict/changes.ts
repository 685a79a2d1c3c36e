import type { CheckResult, IndicatorVerdict } from '../cycle/verdict';

/** What is said of an indicator that another look could say otherwise. JSON pointers into its verdict. */
const COMPARED = [
  '/verdict',
  '/method',
  '/before/value',
  '/before/n',
  '/after/value',
  '/after/n',
  '/p',
  '/shift/estimate',
  '/control/difference/estimate',
  '/prediction',
  '/targetMet',
  '/harmed',
  '/definitions',
] as const;

type Said = { readonly field: string; readonly recorded?: unknown; readonly now?: unknown };
/** `only`: the indicator stands on one side alone. */
export type VerdictChange = {
  readonly indicator: string;
  readonly only?: 'recorded' | 'now';
  readonly what: readonly Said[];
};

function at(verdict: IndicatorVerdict, pointer: string): unknown {
  return pointer
    .slice(1)
    .split('/')
    .reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>> | undefined)?.[name], verdict);
}

function differing(recorded: IndicatorVerdict, now: IndicatorVerdict): readonly Said[] {
  return COMPARED.flatMap((field) => {
    const [then, today] = [at(recorded, field), at(now, field)];
    if (JSON.stringify(then) === JSON.stringify(today)) return [];
    return [
      { field, ...(then === undefined ? {} : { recorded: then }), ...(today === undefined ? {} : { now: today }) },
    ];
  });
}

/** What differs between a check as it was recorded and the same check on today's data; empty when nothing does. */
export function verdictChanges(recorded: CheckResult, now: CheckResult): readonly VerdictChange[] {
  const today = new Map(now.verdicts.map((verdict) => [verdict.indicator, verdict]));
  const before = new Set(recorded.verdicts.map(({ indicator }) => indicator));
  const known = recorded.verdicts.flatMap((verdict): readonly VerdictChange[] => {
    const other = today.get(verdict.indicator);
    if (other === undefined) return [{ indicator: verdict.indicator, only: 'recorded', what: [] }];
    const what = differing(verdict, other);
    return what.length === 0 ? [] : [{ indicator: verdict.indicator, what }];
  });
  const added = now.verdicts.filter(({ indicator }) => !before.has(indicator));
  return [...known, ...added.map(({ indicator }) => ({ indicator, only: 'now' as const, what: [] }))];
}
