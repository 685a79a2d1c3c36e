import type { Aggregation } from '../cases/aggregations/aggregation';
import type { VerdictWarning } from '../cycle/verdict';
import type { BothSides } from './evidence';
import { isSkewed } from './rules/mean';

/** Below this a verdict is possible but fragile. */
const SMALL = 30;
/** Above this share of open cases the result can still turn. */
const MANY_OPEN = 0.05;

type Check = (aggregation: Aggregation, sides: BothSides) => VerdictWarning['words'] | undefined;

const small: Check = ({ nature }, { before, after }) => {
  const least = Math.min(before.n, after.n);
  if (nature === 'count' || nature === 'stock' || least >= SMALL) return undefined;
  return {
    vi: `Một bên chỉ có ${least} hồ sơ: kết quả có thể thay đổi khi có thêm hồ sơ.`,
    en: `One side has only ${least} cases: more of them may change the result.`,
    ja: `案件が ${least} 件しかない側があります。案件が増えると結果が変わることがあります。`,
  };
};

/** Open cases are the slow ones: leaving them out makes the time after the change look better than it is. */
const open: Check = ({ nature, needs }, { after }) => {
  if (nature === 'count' || !needs.includes('decidedAt') || after.open <= MANY_OPEN * (after.n + after.open))
    return undefined;
  return {
    vi: `${after.open} hồ sơ tiếp nhận sau thay đổi chưa giải quyết xong và chưa được tính; chúng thường là hồ sơ lâu.`,
    en: `${after.open} cases received after the change are not decided yet and not counted; they tend to be the slow ones.`,
    ja: `変更後に受け付けた ${after.open} 件は未決定で、数えていません。遅い案件であることが多いものです。`,
  };
};

const gaps: Check = (_aggregation, { before, after }) => {
  const missing = [before, after].reduce((n, { periods }) => n + periods.all - periods.measured, 0);
  if (missing === 0) return undefined;
  return {
    vi: `${missing} kỳ không có số liệu.`,
    en: `${missing} periods have no data.`,
    ja: `データのない期間が ${missing} あります。`,
  };
};

const skewed: Check = ({ nature }, { before, after }) => {
  if (nature !== 'mean' || !(isSkewed(before.values) || isSkewed(after.values))) return undefined;
  return {
    vi: 'Vài hồ sơ rất dài kéo trung bình lên; hãy xem thêm trung vị.',
    en: 'A few very long cases pull the mean up; look at the median too.',
    ja: '極端に長い少数の案件が平均を引き上げています。中央値も確認してください。',
  };
};

const CHECKS = { SMALL_SAMPLE: small, OPEN_CASES: open, GAPS: gaps, SKEWED: skewed } as const;

/** What a reader should know before relying on the figures. */
export function warningsOf(aggregation: Aggregation, sides: BothSides): readonly VerdictWarning[] {
  return (['SMALL_SAMPLE', 'OPEN_CASES', 'GAPS', 'SKEWED'] as const).flatMap((code) => {
    const words = CHECKS[code](aggregation, sides);
    return words === undefined ? [] : [{ code, words }];
  });
}

export const CONTROL_TOO_SMALL: VerdictWarning = {
  code: 'CONTROL_TOO_SMALL',
  words: {
    vi: 'Nhóm đối chứng có quá ít hồ sơ nên không so sánh được với nhóm thí điểm.',
    en: 'The control group has too few cases to compare the pilot with it.',
    ja: '対照群の案件が少なすぎるため、試行と比べられません。',
  },
};
