import { skewness } from '../../statistics/skewness';
import { welch } from '../../statistics/welch';
import { compareRanks } from './rankSum';
import { realDifference, type VerdictRule } from './rule';

/** Above this a few cases decide the mean. */
export const STRONG_SKEW = 1;
/** From so many cases on even a skewed mean is nearly normal. */
const MANY = 30;

export const isSkewed = (values: Float64Array): boolean => Math.abs(skewness(values) ?? 0) > STRONG_SKEW;

const RANKS_BECAUSE = {
  vi: 'Ít hồ sơ và vài hồ sơ rất dài (hoặc mọi giá trị mỗi bên bằng nhau): trung bình không đáng tin nên so sánh theo thứ hạng.',
  en: 'Few cases, and some very long (or no spread on either side): means cannot be trusted, so ranks are compared.',
  ja: '案件が少なく、極端に長いものがある（または片側にばらつきがない）ため、平均は信頼できません。順位で比べます。',
};

/** Means: Welch's test, which does not suppose equal spread; ranks where a mean cannot carry it. */
export const meanRule: VerdictRule = {
  method: 'welch',
  because: {
    vi: 'Trung bình được so sánh bằng phép Welch, không đòi hỏi độ phân tán hai bên bằng nhau.',
    en: "Means are compared by Welch's test, which does not suppose that both sides spread alike.",
    ja: '平均は Welch の検定で比べます。両側のばらつきが同じであることを仮定しません。',
  },
  compare: (before, after) => {
    const fragile = [before, after].some((values) => values.length < MANY && isSkewed(values));
    const test = welch(before, after);
    if (fragile || (!test.ok && test.because === 'constant')) return compareRanks(before, after, RANKS_BECAUSE);
    if (!test.ok) return test;
    const { estimate, low, high, p, t } = test;
    const shift = { estimate, low, high };
    return {
      ok: true,
      method: meanRule.method,
      because: meanRule.because,
      p,
      statistic: t,
      shift,
      real: realDifference(p, shift),
      direction: Math.sign(estimate),
    };
  },
};
