import type { VerdictName, VerdictWarning } from '../cycle/verdict';
import { continued, type TimedValues } from '../statistics/interruptedTimeSeries';
import { ALPHA } from './rules/rule';

const MOVED = {
  improved: {
    vi: 'Chỉ số đã cải thiện dần từ trước khi thay đổi',
    en: 'It was improving already before the change',
    ja: '変更の前からすでに改善していました',
  },
  worse: {
    vi: 'Chỉ số đã xấu dần từ trước khi thay đổi',
    en: 'It was getting worse already before the change',
    ja: '変更の前からすでに悪化していました',
  },
} as const;
const BEYOND = {
  vi: '; tại thời điểm thay đổi vẫn có thêm bước chuyển vượt quá xu hướng đó.',
  en: '; at the change there is a move beyond that trend all the same.',
  ja: 'が、変更の時点でその傾向を超える動きもあります。',
};
const ONLY = {
  vi: ' và không thấy bước chuyển nào vượt quá xu hướng đó: có thể thay đổi này không phải là nguyên nhân.',
  en: ', and nothing at the change goes beyond that trend: the change may not be the cause.',
  ja: '。変更の時点でその傾向を超える動きはなく、変更が原因ではない可能性があります。',
};

/**
 * A plain comparison of before and after credits the change with a trend that was there already. The warning, where the
 * periods before the change moved clearly the way the verdict says. Eight periods on each side, else `undefined`.
 *
 * @param better which way is an improvement
 */
export function trendBefore(
  { before, after }: { readonly before: TimedValues; readonly after: TimedValues },
  verdict: VerdictName,
  better: 'higher' | 'lower',
): VerdictWarning | undefined {
  if (verdict !== 'improved' && verdict !== 'worse') return undefined;
  const way = (verdict === 'improved') === (better === 'higher') ? 1 : -1;
  const found = continued(before, after, ALPHA / 2);
  if (!found.ok || found.trend.p >= ALPHA || Math.sign(found.trend.estimate) !== way) return undefined;
  const tail = found.jump === way || (found.jump === 0 && found.turn === way) ? BEYOND : ONLY;
  return {
    code: 'TREND_BEFORE',
    words: {
      vi: `${MOVED[verdict].vi}${tail.vi}`,
      en: `${MOVED[verdict].en}${tail.en}`,
      ja: `${MOVED[verdict].ja}${tail.ja}`,
    },
  };
}
