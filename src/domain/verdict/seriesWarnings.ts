import type { VerdictWarning } from '../cycle/verdict';
import type { DefinitionVersion } from '../indicators/facts';
import type { IndicatorValue } from '../indicators/value';
import { isSkewed } from './rules/mean';
import type { ComparedSeries } from './compareSeries';
import { pointOf } from './librarySeries';

/** With fewer periods on a side a verdict is possible but fragile. */
const FEW_PERIODS = 12;

type Found = VerdictWarning['words'] | undefined;

/** What changes the meaning of a value. A new name, target, weight or owner does not. */
function meaningOf({ definition }: DefinitionVersion): string {
  const { source, unit, frequency, overTime, overUnits, missing, minimumN } = definition;
  return JSON.stringify([source, unit, frequency, overTime, overUnits, missing, minimumN]);
}

function definitionChanged({ definitions, values }: ComparedSeries): Found {
  const used = new Set([...values.before, ...values.after].flatMap((v) => pointOf(v)?.definitionVersion ?? []));
  const meant = definitions.filter(({ version }) => used.has(version));
  if (new Set(meant.map(meaningOf)).size < 2) return undefined;
  const list = [...used].sort((a, b) => a - b).join(', ');
  return {
    vi: `Định nghĩa của chỉ số đã thay đổi giữa hai giai đoạn (các phiên bản ${list}): một phần chênh lệch có thể do cách đo.`,
    en: `The definition changed between the two sides (versions ${list}): a part of the difference may come from measuring differently.`,
    ja: `前と後の間で指標の定義が変わっています（版 ${list}）。差の一部は測り方の違いによる可能性があります。`,
  };
}

function gaps({ values }: ComparedSeries): Found {
  const missing = [...values.before, ...values.after].filter((value) => pointOf(value) === undefined);
  if (missing.length === 0) return undefined;
  const periods = missing
    .map(({ period }) => period)
    .slice(0, 6)
    .join(', ');
  const more = missing.length > 6 ? ', …' : '';
  return {
    vi: `${missing.length} kỳ không có số liệu: ${periods}${more}.`,
    en: `${missing.length} periods have no data: ${periods}${more}.`,
    ja: `データのない期間が ${missing.length} あります：${periods}${more}。`,
  };
}

function few({ values }: ComparedSeries): Found {
  const counts = [values.before, values.after].map((side) => side.filter((v) => pointOf(v) !== undefined).length);
  const least = Math.min(...counts);
  if (least >= FEW_PERIODS) return undefined;
  return {
    vi: `Một bên chỉ có ${least} kỳ: kết quả có thể thay đổi khi có thêm kỳ.`,
    en: `One side has only ${least} periods: more of them may change the result.`,
    ja: `${least} 期間しかない側があります。期間が増えると結果が変わることがあります。`,
  };
}

const notFinal = (value: IndicatorValue): boolean => value.state === 'value' && value.quality !== 'normal';

function provisional({ values }: ComparedSeries): Found {
  const count = [...values.before, ...values.after].filter(notFinal).length;
  if (count === 0) return undefined;
  return {
    vi: `${count} kỳ mới có số liệu ước tính hoặc tạm thời.`,
    en: `${count} periods have estimated or provisional figures.`,
    ja: `推定値または暫定値の期間が ${count} あります。`,
  };
}

/** Means of a few very long things say little about the rest. */
function skewed({ definition, values }: ComparedSeries): Found {
  const { source, overTime } = definition;
  const quotesMean = overTime === 'mean' || (source.type === 'cases' && source.aggregation.startsWith('mean'));
  const long = [values.before, values.after].some((side) =>
    isSkewed(Float64Array.from(side.flatMap((v) => pointOf(v)?.value ?? []))),
  );
  if (!quotesMean || !long) return undefined;
  return {
    vi: 'Vài kỳ có giá trị rất lớn kéo trung bình lên; hãy xem thêm trung vị.',
    en: 'A few very large periods pull the mean up; look at the median too.',
    ja: '極端に大きい少数の期間が平均を引き上げています。中央値も確認してください。',
  };
}

const wholeUnit = ({ pilotIsPart }: ComparedSeries): Found =>
  pilotIsPart === true
    ? {
        vi: 'Chỉ số này tính cho cả đơn vị, không chỉ cho phần hồ sơ thí điểm.',
        en: 'This indicator counts the whole unit, not only the cases of the pilot.',
        ja: 'この指標は試行の案件だけでなく、部署全体を数えています。',
      }
    : undefined;

const CHECKS = {
  SMALL_SAMPLE: few,
  GAPS: gaps,
  SKEWED: skewed,
  DEFINITION_CHANGED: definitionChanged,
  WHOLE_UNIT: wholeUnit,
  NOT_FINAL: provisional,
} as const;

/** What a reader should know before relying on a comparison of periods. */
export function seriesWarnings(compared: ComparedSeries): readonly VerdictWarning[] {
  const codes = ['SMALL_SAMPLE', 'GAPS', 'SKEWED', 'DEFINITION_CHANGED', 'WHOLE_UNIT', 'NOT_FINAL'] as const;
  return codes.flatMap((code) => {
    const words = CHECKS[code](compared);
    return words === undefined ? [] : [{ code, words }];
  });
}
