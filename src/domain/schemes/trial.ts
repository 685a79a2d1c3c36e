import type { Words } from '../shared/language';
import type { Refusal } from '../shared/result';
import { filledWords } from '../scorecards/words';
import { shown } from './explain';
import { bandWords, scoreOf } from './score';
import type { SchemeScored } from './score';
import type { SchemeDefinition, TryFacts } from './scheme.schema';

export type TrialRow = { readonly person: string; readonly facts: TryFacts };
export type Moved = {
  readonly person: string;
  readonly before?: { readonly total: number; readonly class: string };
  readonly after?: { readonly total: number; readonly class: string };
  readonly refusal?: Refusal;
  readonly why: Words;
};
export type Trial = {
  readonly people: number;
  readonly unchanged: number;
  readonly up: number;
  readonly down: number;
  readonly notScored: number;
  /** Left out where so few people would be recognised. */
  readonly moved?: readonly Moved[];
};

const WHY = {
  moved: {
    vi: '{from} ({before} điểm) → {to} ({after} điểm).',
    en: '{from} ({before} points) → {to} ({after} points).',
    ja: '{from}（{before} 点）→ {to}（{after} 点）。',
  },
  edges: {
    vi: 'Điểm giữ nguyên {after}; ngưỡng xếp loại khác đi: {from} → {to}.',
    en: 'The points stay {after}; the edges of the classes differ: {from} → {to}.',
    ja: '点数は {after} のまま、区分の境界が変わります：{from} → {to}。',
  },
  notScored: {
    vi: 'Dữ kiện của kỳ này không đủ để chấm theo một trong hai bản.',
    en: 'The facts of the period do not suffice to score by one of the two.',
    ja: 'この期間の事実では、どちらかの版で採点できません。',
  },
} as const satisfies Record<string, Words>;

/** Who would move band if the new scheme had scored these facts, and why. Nobody is named in a group below `smallGroup`. */
export function trial(definition: SchemeDefinition, before: SchemeDefinition, rows: readonly TrialRow[]): Trial {
  const all = rows.map((row) => comparedRow(row, { definition, before }));
  const moved = all.filter(({ way }) => way !== 'same').map((one) => one.moved);
  const count = (wanted: Compared['way']) => all.filter(({ way }) => way === wanted).length;
  return {
    people: rows.length,
    unchanged: count('same'),
    up: count('up'),
    down: count('down'),
    notScored: count('not-scored'),
    ...(rows.length >= definition.smallGroup && { moved }),
  };
}

type Both = { readonly definition: SchemeDefinition; readonly before: SchemeDefinition };
type Compared = { readonly way: 'same' | 'up' | 'down' | 'not-scored'; readonly moved: Moved };
type Scored = Extract<SchemeScored, { ok: true }>['score'];

function comparedRow({ person, facts }: TrialRow, { definition, before }: Both): Compared {
  const [then, now] = [scoreOf(before, facts), scoreOf(definition, facts)];
  if (!now.ok) return { way: 'not-scored', moved: { person, refusal: now.refusal, why: WHY.notScored } };
  if (!then.ok) return { way: 'not-scored', moved: { person, refusal: then.refusal, why: WHY.notScored } };
  const [rankThen, rankNow] = [failing(then.score, before), failing(now.score, definition)];
  const way = then.score.class === now.score.class ? 'same' : rankNow < rankThen ? 'up' : 'down';
  const of = ({ total, class: key }: Scored) => ({ total: shown(total), class: key });
  const words = then.score.total.equals(now.score.total) ? WHY.edges : WHY.moved;
  const why = filledWords(words, {
    from: bandWords(before, then.score.class),
    to: bandWords(definition, now.score.class),
    before: shown(then.score.total),
    after: shown(now.score.total),
  });
  return { way, moved: { person, before: of(then.score), after: of(now.score), why } };
}

/** Place of the class in its scheme, 0 the best, so that schemes with other bands compare. */
const failing = (score: Scored, { bands }: SchemeDefinition): number =>
  bands.findIndex(({ key }) => key === score.class) / Math.max(1, bands.length - 1);
