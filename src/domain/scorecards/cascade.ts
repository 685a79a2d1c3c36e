import type { Words } from '../shared/language';
import type { Objective, ScorecardDefinition } from './scorecard.schema';
import type { MeasureView, ObjectiveView } from './view';
import { filledWords } from './words';

export type CascadeBy = NonNullable<Objective['contributesTo']>['by'];
type Target = { readonly scorecard: string; readonly objective: string };

/** Objectives as `scorecard/objective` from this one up to where it is again; `undefined`: it is not led back to. */
export function cascadeCircle(
  start: Target,
  definitionOf: (scorecard: string) => Pick<ScorecardDefinition, 'objectives'> | undefined,
): readonly string[] | undefined {
  const line: string[] = [];
  let next: Target | undefined = start;
  while (next !== undefined) {
    const { scorecard, objective }: Target = next;
    const name = `${scorecard}/${objective}`;
    if (line.includes(name)) return name === line[0] ? [...line, name] : undefined;
    line.push(name);
    next = definitionOf(scorecard)?.objectives.find(({ key }) => key === objective)?.contributesTo;
  }
  return undefined;
}

const BY_WORDS = {
  objective: {
    vi: '«{below}» là mục tiêu «{above}» của cấp trên, đặt cho đơn vị này. Mỗi nơi được chấm bằng thước đo của chính mình; điểm ở đây không cộng vào điểm ở trên.',
    en: '“{below}” is the objective “{above}” above, set for this unit. Each is scored by its own measures; the score here is not added to the one above.',
    ja: '「{below}」は、上位の目標「{above}」をこの部署に定めたものです。評点はそれぞれの測定項目で付け、ここの評点が上位に加算されることはありません。',
  },
  indicator: {
    vi: '«{below}» phục vụ «{above}» bằng cùng chỉ số: {shared}. Giá trị ở trên tính từ các đơn vị theo cách tổng hợp nêu trong định nghĩa chỉ số.',
    en: '“{below}” serves “{above}” by the same indicator: {shared}. How the value above is made of those of its units is stated in the definition of the indicator.',
    ja: '「{below}」は、同じ指標（{shared}）で「{above}」に貢献します。上位の値を各部署の値からどう求めるかは、指標の定義にあります。',
  },
  noSharedIndicator: {
    vi: '«{below}» được phân rã từ «{above}» theo chỉ số, nhưng hai mục tiêu không có chỉ số chung. Hãy đo bằng cùng chỉ số, hoặc ghi là đóng góp.',
    en: '“{below}” is cascaded from “{above}” by indicator, but the two share none. Measure both by the same indicator, or state it as a contribution.',
    ja: '「{below}」は指標によって「{above}」から展開されていますが、共通の指標がありません。同じ指標で測るか、「貢献」に改めてください。',
  },
  contribution: {
    vi: '«{below}» là mục tiêu riêng của đơn vị này, nhằm hỗ trợ «{above}». Điểm ở đây không cộng vào điểm ở trên.',
    en: '“{below}” is this unit’s own objective, in support of “{above}”. The score here is not added to the one above.',
    ja: '「{below}」は、この部署独自の目標で、「{above}」を支えるものです。ここの評点が上位に加算されることはありません。',
  },
} as const satisfies Record<CascadeBy | 'noSharedIndicator', Words>;

/** An indicator that both objectives are measured by; 0..1, missing where there is no score. */
export type SharedMeasure = {
  readonly indicator: string;
  readonly name?: Words;
  readonly above?: number;
  readonly below?: number;
};
export type Contribution = { readonly words: Words; readonly shared: readonly SharedMeasure[] };

/** How an objective serves the one above it, in words, with the indicators they share. */
export function contributionOf(below: ObjectiveView, above: ObjectiveView, by: CascadeBy): Contribution {
  const shared = below.measures.flatMap((here) => {
    const there = above.measures.find(({ indicator }) => indicator === here.indicator);
    return there === undefined ? [] : [sharedOf(here, there)];
  });
  const sentence = by === 'indicator' && shared.length === 0 ? 'noSharedIndicator' : by;
  const named = { below: below.name, above: above.name, shared: joined(shared) };
  return { words: filledWords(BY_WORDS[sentence], named), shared };
}

const sharedOf = (here: MeasureView, there: MeasureView): SharedMeasure => ({
  indicator: here.indicator,
  ...(here.name !== undefined && { name: here.name }),
  ...(there.score !== undefined && { above: there.score }),
  ...(here.score !== undefined && { below: here.score }),
});

function joined(shared: readonly SharedMeasure[]): Words {
  const names = (language: keyof Words, between: string): string =>
    shared.map(({ indicator, name }) => name?.[language] ?? indicator).join(between);
  return { vi: names('vi', ', '), en: names('en', ', '), ja: names('ja', '、') };
}
