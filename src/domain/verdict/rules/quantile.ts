import { sorted } from '../../statistics/quantile';
import { quantileDifference, quantileInterval } from '../../statistics/quantileDifference';
import { unanswered } from '../../statistics/unanswered';
import { realDifference, type VerdictRule } from './rule';

/** Quantiles of the slow end: the middle may stay where it is while the slowest cases get faster. */
export const quantileRule: VerdictRule = {
  method: 'quantile-difference',
  because: {
    vi: 'Chỉ số nói về các hồ sơ chậm nhất, nên so sánh đúng phần đó, không so sánh phần giữa.',
    en: 'The indicator is about the slowest cases, so these are compared and not the middle.',
    ja: 'この指標は最も遅い案件についてのものなので、中央ではなく、それらを比べます。',
  },
  compare: (before, after, aggregation) => {
    if (aggregation.nature !== 'quantile') return unanswered('too-few');
    const { q } = aggregation;
    const test = quantileDifference(before, after, q);
    if (!test.ok) return test;
    const { estimate, low, high, p, z } = test;
    const shift = { estimate, low, high };
    const [b, a] = [before, after].map((values) => quantileInterval(sorted(values), q, 0.95));
    return {
      ok: true,
      method: quantileRule.method,
      because: quantileRule.because,
      p,
      statistic: z,
      shift,
      real: realDifference(p, shift),
      direction: Math.sign(estimate),
      intervals: {
        ...(b && { before: { low: b.low, high: b.high } }),
        ...(a && { after: { low: a.low, high: a.high } }),
      },
    };
  },
};
