import type { PlanIndicator } from '../cycle/cycle.schema';
import type { Interval, IndicatorVerdict, Side } from '../cycle/verdict';
import type { Words } from '../shared/language';
import {
  betweenText,
  casesText,
  dateText,
  periodsText,
  sizeText,
  valueText,
  type Measure,
  type Spoken,
} from './format';

/** What the words are made from: the verdict without them. */
export type Unworded = Omit<IndicatorVerdict, 'words'>;
/** `distance`: the change is one of the distance to the range the values should stay in. */
export type Spoke = Measure & { readonly distance?: true };

type Text = (language: Spoken) => string;
const either =
  (vi: string, en: string): Text =>
  (language) =>
    language === 'vi' ? vi : en;

const NOTHING = { vi: 'không có số liệu', en: 'no data' } as const;

function sideText({ value, n }: Side, points: number, measure: Measure, language: Spoken): string {
  if (value === undefined) return NOTHING[language];
  const text = valueText(value, measure, language);
  if (measure.byPeriod === true) return `${text} (${periodsText(points, language)})`;
  return measure.unit === 'cases' ? text : `${text} (${casesText(n, language)})`;
}

/** `1.9 days less (between 1.5 and 2.4 days)`: the smaller size first. */
function changeText({ estimate, low, high }: Interval, measure: Measure, language: Spoken): string {
  const [small, large] = [low, high].map((v) => Math.abs(v)).sort((a, b) => a - b);
  const size = (v = 0): string => sizeText(v, measure, language);
  const word = estimate < 0 ? either('giảm', 'less') : either('tăng', 'more');
  const between = betweenText(size(small), size(large), language);
  const tail = between === undefined ? '' : ` (${between})`;
  const change = language === 'vi' ? `${word(language)} ${size(estimate)}` : `${size(estimate)} ${word(language)}`;
  return `${change}${tail}`;
}

export const oneSided = ({ low, high }: Interval): boolean => low * high >= 0 && (low !== 0 || high !== 0);

/** Line 1: what the figures were and how much they changed. */
function figures(verdict: Unworded, name: string, measure: Spoke, language: Spoken): string {
  const [before, after] = (['before', 'after'] as const).map((side) =>
    sideText(verdict[side], verdict.points[side], measure, language),
  );
  const sides = either(
    `${name}: trước ${before}, sau ${after}.`,
    `${name}: ${before} before, ${after} after.`,
  )(language);
  const beyond = verdict.control?.difference;
  const shift = beyond ?? verdict.shift;
  const real = verdict.verdict === 'improved' || verdict.verdict === 'worse';
  if (!real || shift === undefined || !oneSided(shift)) return sides;
  const change = changeText(shift, measure, language);
  const label = changeLabel(beyond !== undefined, measure);
  return `${sides} ${label(language)}: ${change}.`;
}

function changeLabel(controlled: boolean, { distance }: Spoke): Text {
  if (controlled) return either('So với nhóm đối chứng', 'Beyond the control group');
  return distance === true
    ? either('Khoảng cách tới khoảng mong muốn', 'Distance to the range it should stay in')
    : either('Thay đổi', 'Change');
}

export const CONCLUSION = {
  improved: {
    vi: 'Có cải thiện thật: chênh lệch như vậy khó có thể do ngẫu nhiên.',
    en: 'This is a real improvement: such a difference would hardly come by chance.',
  },
  worse: {
    vi: 'Tình hình xấu đi thật: chênh lệch như vậy khó có thể do ngẫu nhiên.',
    en: 'It really got worse: such a difference would hardly come by chance.',
  },
  'no-evidence': {
    vi: 'Chưa có bằng chứng về thay đổi: chênh lệch như vậy có thể do ngẫu nhiên.',
    en: 'No evidence of a change: such a difference can come by chance.',
  },
  'too-few-data': { vi: 'Chưa đủ số liệu để kết luận.', en: 'Too few data for a verdict.' },
} as const satisfies Record<IndicatorVerdict['verdict'], Words>;

const CONTROLLED = {
  improved: {
    vi: 'Nơi thí điểm cải thiện hơn hẳn nhóm đối chứng.',
    en: 'The pilot improved beyond what happened in the control group.',
  },
  worse: {
    vi: 'Nơi thí điểm kém đi so với nhóm đối chứng.',
    en: 'The pilot got worse than the control group.',
  },
  'no-evidence': {
    vi: 'Nơi thí điểm không thay đổi khác với nhóm đối chứng ở mức vượt quá ngẫu nhiên.',
    en: 'The pilot did not change differently from the control group, beyond chance.',
  },
} as const;

function conclusion({ verdict, control, possibleFrom }: Unworded, language: Spoken): string {
  if (verdict !== 'too-few-data') {
    return (control?.difference === undefined ? CONCLUSION : CONTROLLED)[verdict][language];
  }
  const few = CONCLUSION[verdict][language];
  if (possibleFrom === undefined) return few;
  const date = dateText(possibleFrom, language);
  const when = either(
    `Với tốc độ hiện nay có thể kết luận từ ngày ${date}.`,
    `At the present rate one is possible from ${date}.`,
  );
  return `${few} ${when(language)}`;
}

/** `at most 3 days`, `at least 86 %`, or both. */
function bounds(prediction: NonNullable<PlanIndicator['prediction']>, measure: Measure, language: Spoken): string {
  const { atLeast, atMost } = prediction;
  const part = (value: number | undefined, word: Text): string =>
    value === undefined ? '' : `${word(language)} ${valueText(value, measure, language)}`;
  const parts = [part(atLeast, either('ít nhất', 'at least')), part(atMost, either('không quá', 'at most'))];
  return parts.filter((text) => text !== '').join(language === 'vi' ? ' và ' : ' and ');
}

function predicted(
  verdict: Unworded,
  { prediction }: Pick<PlanIndicator, 'prediction'>,
  measure: Measure,
  language: Spoken,
): string {
  if (prediction === undefined || verdict.prediction === 'none') return '';
  const text = bounds(prediction, measure, language);
  const outcome = {
    held: either('đúng', 'held'),
    missed: either('không đúng', 'did not hold'),
    'not-comparable': either('chưa so sánh được', 'cannot be compared yet'),
  }[verdict.prediction];
  return either(
    ` Dự báo (${text}): ${outcome(language)}.`,
    ` The prediction (${text}) ${outcome(language)}.`,
  )(language);
}

/** Two lines without jargon: the figures; what they mean and whether the prediction held. */
export function verdictWords(
  verdict: Unworded,
  indicator: Pick<PlanIndicator, 'name' | 'prediction'>,
  names: Words,
  measure: Spoke,
): Words {
  const inLanguage = (language: Spoken): string => {
    const name = indicator.name ?? names[language];
    const second = `${conclusion(verdict, language)}${predicted(verdict, indicator, measure, language)}`;
    return `${figures(verdict, name, measure, language)}\n${second}`;
  };
  return { vi: inLanguage('vi'), en: inLanguage('en') };
}
