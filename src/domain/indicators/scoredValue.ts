import { bandOf } from '../scoring/bands';
import { scoreBy } from '../scoring/catalogue';
import { SCORING_REFUSALS } from '../scoring/refusals';
import type { Exact } from '../scoring/scored';
import { type Scored } from '../scoring/scored';
import { withBlanks } from '../shared/blanks';
import type { Words } from '../shared/language';
import type { IndicatorDefinition } from './indicator.schema';
import { plain } from './outcome';
import type { Targets } from './targetsAt';
import type { Because } from './value';

type Judgement = { score?: number; raw?: number; band?: string; targetMet?: boolean; notScored?: Because };

const LACKING = {
  target: {
    vi: 'Chưa có chỉ tiêu nên không chấm điểm được.',
    en: 'There is no target, so there is no score.',
    ja: '目標値がないため、評点はありません。',
  },
  baseline: {
    vi: 'Chưa có mức ban đầu nên không chấm điểm được.',
    en: 'There is no baseline, so there is no score.',
    ja: '基準値がないため、評点はありません。',
  },
  range: {
    vi: 'Chưa có khoảng cần giữ nên không chấm điểm được.',
    en: 'There is no range, so there is no score.',
    ja: '範囲がないため、評点はありません。',
  },
} as const satisfies Record<string, Words>;
type Lacking = keyof typeof LACKING;

/** The score by the indicator's rule; a word: what the rule lacks; `undefined`: nothing is scored. */
function scoreOf(
  value: number,
  definition: IndicatorDefinition,
  { target, baseline }: Targets,
): Scored | Lacking | undefined {
  const { scoring, direction, range } = definition;
  switch (scoring?.rule) {
    case undefined:
      return undefined;
    case 'progress':
      if (target === undefined) return 'target';
      return baseline === undefined ? 'baseline' : scoreBy({ rule: 'progress', value, baseline, target });
    case 'steps':
      return scoreBy({ ...scoring, value, better: direction === 'lower' ? 'lower' : 'higher' });
    case 'goal-red-flag': {
      const goal = scoring.goal ?? target;
      return goal === undefined ? 'target' : scoreBy({ ...scoring, value, goal });
    }
    case 'lower-ratio':
      return target === undefined ? 'target' : scoreBy({ rule: 'lower-ratio', value, target });
    case 'attainment': {
      const better = direction === 'lower' ? 'lower' : 'higher';
      return target === undefined ? 'target' : scoreBy({ rule: 'attainment', value, target, better });
    }
    case 'range': {
      const [low, high] = [scoring.low ?? range?.low, scoring.high ?? range?.high];
      return low === undefined || high === undefined ? 'range' : scoreBy({ ...scoring, value, low, high });
    }
  }
}

const filled = (text: string, params: Readonly<Record<string, string | number | readonly string[]>>): string =>
  withBlanks(text, (name) => [params[name] ?? '-'].flat().join(', '));

function refusedWords({ code, params = {} }: Extract<Scored, { ok: false }>['refusal']): Words {
  const { vi, en, ja } = SCORING_REFUSALS[code];
  return { vi: filled(vi, params), en: filled(en, params), ja: filled(ja, params) };
}

function isMet(value: Exact, { direction, range }: IndicatorDefinition, { target }: Targets): boolean | undefined {
  if (direction === 'range') return range && value.gte(range.low) && value.lte(range.high);
  if (target === undefined) return undefined;
  return direction === 'higher' ? value.gte(target) : value.lte(target);
}

type Judging = { readonly exact: Exact; readonly definition: IndicatorDefinition; readonly targets: Targets };

/** Adds score, band (of the unrounded score; of the value where nothing is scored) and whether the target is met. Never throws. */
export function judge(into: Judgement & { readonly value: number }, { exact, definition, targets }: Judging): void {
  const met = isMet(exact, definition, targets);
  if (met !== undefined) into.targetMet = met;
  const scored = scoreOf(into.value, definition, targets);
  if (typeof scored === 'string') {
    into.notScored = { words: LACKING[scored] };
  } else if (scored?.ok === false) {
    into.notScored = { words: refusedWords(scored.refusal) };
  } else {
    if (scored !== undefined) {
      into.score = plain(scored.score);
      into.raw = scored.raw === scored.score ? into.score : plain(scored.raw);
    }
    const band = bandOf(scored?.score ?? exact, definition.bands ?? []);
    if (band !== undefined) into.band = band;
  }
}
