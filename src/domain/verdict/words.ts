import type { PlanIndicator } from '../cycle/cycle.schema';
import type { Interval, IndicatorVerdict, Side } from '../cycle/verdict';
import type { Language, Words } from '../shared/language';
import { betweenText, casesText, dateText, periodsText, sizeText, valueText, type Measure } from './format';

/** What the words are made from: the verdict without them. */
export type Unworded = Omit<IndicatorVerdict, 'words'>;
/** `distance`: the change is one of the distance to the range the values should stay in. */
export type Spoke = Measure & { readonly distance?: true };

type Text = (language: Language) => string;
const oneOf =
  (vi: string, en: string, ja: string): Text =>
  (language) =>
    ({ vi, en, ja })[language];

const NOTHING = { vi: 'không có số liệu', en: 'no data', ja: 'データなし' } as const;

function sideText({ value, n }: Side, points: number, measure: Measure, language: Language): string {
  if (value === undefined) return NOTHING[language];
  const text = valueText(value, measure, language);
  if (measure.byPeriod === true) return `${text} (${periodsText(points, language)})`;
  return measure.unit === 'cases' ? text : `${text} (${casesText(n, language)})`;
}

/** `1.9 days less (between 1.5 and 2.4 days)`: the smaller size first. */
function changeText({ estimate, low, high }: Interval, measure: Measure, language: Language): string {
  const [small, large] = [low, high].map((v) => Math.abs(v)).sort((a, b) => a - b);
  const size = (v = 0): string => sizeText(v, measure, language);
  const word = estimate < 0 ? oneOf('giảm', 'less', '減少') : oneOf('tăng', 'more', '増加');
  const between = betweenText(size(small), size(large), language);
  const tail = between === undefined ? '' : ` (${between})`;
  const [how, much] = [word(language), size(estimate)];
  const change = language === 'vi' ? `${how} ${much}` : `${much} ${how}`;
  return `${change}${tail}`;
}

export const oneSided = ({ low, high }: Interval): boolean => low * high >= 0 && (low !== 0 || high !== 0);

/** Line 1: what the figures were and how much they changed. */
function figures(verdict: Unworded, name: string, measure: Spoke, language: Language): string {
  const [before, after] = (['before', 'after'] as const).map((side) =>
    sideText(verdict[side], verdict.points[side], measure, language),
  );
  const sides = oneOf(
    `${name}: trước ${before}, sau ${after}.`,
    `${name}: ${before} before, ${after} after.`,
    `${name}：前 ${before}、後 ${after}。`,
  )(language);
  const beyond = verdict.control?.difference;
  const shift = beyond ?? verdict.shift;
  const real = verdict.verdict === 'improved' || verdict.verdict === 'worse';
  if (!real || shift === undefined || !oneSided(shift)) return sides;
  const change = changeText(shift, measure, language);
  const label = changeLabel(beyond !== undefined, measure);
  const text = label(language);
  return `${sides}${language === 'ja' ? `${text}：${change}。` : ` ${text}: ${change}.`}`;
}

function changeLabel(controlled: boolean, { distance }: Spoke): Text {
  if (controlled) return oneOf('So với nhóm đối chứng', 'Beyond the control group', '対照群を上回る変化');
  return distance === true
    ? oneOf('Khoảng cách tới khoảng mong muốn', 'Distance to the range it should stay in', '望ましい範囲からの距離')
    : oneOf('Thay đổi', 'Change', '変化');
}

export const CONCLUSION = {
  improved: {
    vi: 'Có cải thiện thật: chênh lệch như vậy khó có thể do ngẫu nhiên.',
    en: 'This is a real improvement: such a difference would hardly come by chance.',
    ja: '本当に改善しました。このような差が偶然で生じることはまずありません。',
  },
  worse: {
    vi: 'Tình hình xấu đi thật: chênh lệch như vậy khó có thể do ngẫu nhiên.',
    en: 'It really got worse: such a difference would hardly come by chance.',
    ja: '本当に悪化しました。このような差が偶然で生じることはまずありません。',
  },
  'no-evidence': {
    vi: 'Chưa có bằng chứng về thay đổi: chênh lệch như vậy có thể do ngẫu nhiên.',
    en: 'No evidence of a change: such a difference can come by chance.',
    ja: '変化の証拠はありません。このような差は偶然でも生じます。',
  },
  'too-few-data': {
    vi: 'Chưa đủ số liệu để kết luận.',
    en: 'Too few data for a verdict.',
    ja: 'データが足りないため、判定できません。',
  },
} as const satisfies Record<IndicatorVerdict['verdict'], Words>;

const CONTROLLED = {
  improved: {
    vi: 'Nơi thí điểm cải thiện hơn hẳn nhóm đối chứng.',
    en: 'The pilot improved beyond what happened in the control group.',
    ja: '試行は対照群の変化を上回って改善しました。',
  },
  worse: {
    vi: 'Nơi thí điểm kém đi so với nhóm đối chứng.',
    en: 'The pilot got worse than the control group.',
    ja: '試行は対照群より悪化しました。',
  },
  'no-evidence': {
    vi: 'Nơi thí điểm không thay đổi khác với nhóm đối chứng ở mức vượt quá ngẫu nhiên.',
    en: 'The pilot did not change differently from the control group, beyond chance.',
    ja: '試行の変化と対照群の変化に、偶然を超える違いはありません。',
  },
} as const;

function conclusion({ verdict, control, possibleFrom }: Unworded, language: Language): string {
  if (verdict !== 'too-few-data') {
    return (control?.difference === undefined ? CONCLUSION : CONTROLLED)[verdict][language];
  }
  const few = CONCLUSION[verdict][language];
  if (possibleFrom === undefined) return few;
  const date = dateText(possibleFrom, language);
  const when = oneOf(
    ` Với tốc độ hiện nay có thể kết luận từ ngày ${date}.`,
    ` At the present rate one is possible from ${date}.`,
    `今の件数の増え方では、${date}から判定できます。`,
  );
  return `${few}${when(language)}`;
}

/** `at most 3 days`, `at least 86 %`, or both. */
function bounds(prediction: NonNullable<PlanIndicator['prediction']>, measure: Measure, language: Language): string {
  const { atLeast, atMost } = prediction;
  const part = (value: number | undefined, word: Text): string => {
    if (value === undefined) return '';
    const [text, bound] = [valueText(value, measure, language), word(language)];
    return language === 'ja' ? `${text}${bound}` : `${bound} ${text}`;
  };
  const parts = [
    part(atLeast, oneOf('ít nhất', 'at least', '以上')),
    part(atMost, oneOf('không quá', 'at most', '以下')),
  ];
  return parts.filter((text) => text !== '').join(oneOf(' và ', ' and ', '、')(language));
}

function predicted(
  verdict: Unworded,
  { prediction }: Pick<PlanIndicator, 'prediction'>,
  measure: Measure,
  language: Language,
): string {
  if (prediction === undefined || verdict.prediction === 'none') return '';
  const text = bounds(prediction, measure, language);
  const outcome = {
    held: oneOf('đúng', 'held', '的中しました'),
    missed: oneOf('không đúng', 'did not hold', '外れました'),
    'not-comparable': oneOf('chưa so sánh được', 'cannot be compared yet', 'まだ比べられません'),
  }[verdict.prediction];
  return oneOf(
    ` Dự báo (${text}): ${outcome(language)}.`,
    ` The prediction (${text}) ${outcome(language)}.`,
    `予測（${text}）は${outcome(language)}。`,
  )(language);
}

/** Two lines without jargon: the figures; what they mean and whether the prediction held. */
export function verdictWords(
  verdict: Unworded,
  indicator: Pick<PlanIndicator, 'name' | 'prediction'>,
  names: Words,
  measure: Spoke,
): Words {
  const inLanguage = (language: Language): string => {
    const name = indicator.name ?? names[language];
    const second = `${conclusion(verdict, language)}${predicted(verdict, indicator, measure, language)}`;
    return `${figures(verdict, name, measure, language)}\n${second}`;
  };
  return { vi: inLanguage('vi'), en: inLanguage('en'), ja: inLanguage('ja') };
}
