import type { Words } from '../shared/language';
import type { ScorecardDefinition } from './scorecard.schema';
import { filledWords } from './words';

export type Frequency = ScorecardDefinition['frequency'];

const LATER = {
  month: { vi: '{n} tháng sau', en: '{n} month{s} later', ja: '{n} か月後' },
  quarter: { vi: '{n} quý sau', en: '{n} quarter{s} later', ja: '{n} 四半期後' },
  year: { vi: '{n} năm sau', en: '{n} year{s} later', ja: '{n} 年後' },
} as const satisfies Record<Frequency, Words>;
const SAME_PERIOD: Words = { vi: 'trong cùng kỳ', en: 'in the same period', ja: '同じ期間に' };

export const FINDING_WORDS = {
  leads: {
    vi: 'Số liệu ủng hộ liên kết này: khi «{from}» tốt lên, «{to}» tốt lên {later}.',
    en: 'The data support this link: when “{from}” improves, “{to}” improves {later}.',
    ja: 'データはこのつながりを支持します。「{from}」が良くなると、「{to}」は{later}に良くなっています。',
  },
  together: {
    vi: '«{from}» và «{to}» tốt lên {later}, nên số liệu không cho biết bên nào đi trước.',
    en: '“{from}” and “{to}” improve {later}, so the data do not say which comes first.',
    ja: '「{from}」と「{to}」は{later}良くなっており、どちらが先かはデータからは分かりません。',
  },
  opposite: {
    vi: 'Số liệu trái với liên kết này: khi «{first}» tốt lên, «{second}» xấu đi {later}.',
    en: 'The data speak against this link: when “{first}” improves, “{second}” gets worse {later}.',
    ja: 'データはこのつながりに反しています。「{first}」が良くなると、「{second}」は{later}悪くなっています。',
  },
  reverse: {
    vi: 'Số liệu cho thấy chiều ngược lại: khi «{to}» tốt lên, «{from}» tốt lên {later}.',
    en: 'The data show the other direction: when “{to}” improves, “{from}” improves {later}.',
    ja: 'データは逆の向きを示しています。「{to}」が良くなると、「{from}」は{later}に良くなっています。',
  },
  'no-evidence': {
    vi: 'Chưa có bằng chứng: dao động ngẫu nhiên đủ giải thích những gì thấy được giữa «{from}» và «{to}». Điều đó không có nghĩa là không có tác động: với ít kỳ như vậy chỉ thấy được tác động mạnh.',
    en: 'No evidence yet: chance explains what is seen between “{from}” and “{to}”. That does not mean that there is no effect: with so few periods only a strong one is found.',
    ja: 'まだ根拠がありません。「{from}」と「{to}」の動きは偶然で説明できます。効果がないという意味ではなく、期間が少ないと強い効果しか見つかりません。',
  },
  'too-few': {
    vi: 'Chưa đủ số liệu: mới có {pairs} cặp kỳ có điểm của «{from}» và «{to}», cần 12. Sớm nhất từ {possibleFrom} mới nói được.',
    en: 'Too few data: {pairs} pairs of periods have scores of “{from}” and “{to}”, 12 are needed. A statement is possible from {possibleFrom} at the earliest.',
    ja: 'データ不足：「{from}」と「{to}」の評点がそろう期間の組は {pairs} 組で、12 組必要です。判断できるのは早くて {possibleFrom} からです。',
  },
  constant: {
    vi: '«{which}» không dao động ngoài xu hướng và mùa vụ của chính nó, nên không có gì để so.',
    en: '“{which}” does not move beyond its own trend and season, so there is nothing to compare.',
    ja: '「{which}」は自らの傾向と季節変動のほかに動きがないため、比べられません。',
  },
  'no-measure': {
    vi: '«{which}» không có thước đo nào được chấm điểm, nên không kiểm tra được liên kết. Hãy gắn một chỉ số có quy tắc chấm điểm.',
    en: '“{which}” has no measure that is scored, so the link cannot be checked. Give it an indicator with a scoring rule.',
    ja: '「{which}」には評点の付く測定項目がないため、確認できません。評点の規則がある指標を付けてください。',
  },
} as const satisfies Record<string, Words>;
export type FindingName = keyof typeof FINDING_WORDS;

const EVIDENCE: Words = {
  vi: ' Tương quan hạng {rho} trên {pairs} cặp kỳ, sau khi bỏ xu hướng, mùa vụ và quán tính; ngẫu nhiên cho kết quả như vậy khoảng 1 trên {odds} lần, đã tính {lags} độ trễ được xem.',
  en: ' Rank correlation {rho} over {pairs} pairs of periods, with trend, season and inertia taken out; chance shows as much about 1 time in {odds}, counting the {lags} lags that were looked at.',
  ja: '傾向・季節・慣性を除いた順位相関は {rho}（{pairs} 組）。調べた {lags} 通りのずれを考慮しても、偶然にこうなるのは約 {odds} 回に 1 回です。',
};
const OTHER_LAG: Words = {
  vi: ' Độ trễ đã nêu là {stated} kỳ.',
  en: ' The lag stated is {stated} period{s}.',
  ja: '定めた遅れは {stated} 期間です。',
};

/** Stands above every map. */
export const NO_PROOF: Words = {
  vi: 'Cùng biến động hay nối tiếp nhau không chứng minh quan hệ nhân quả: có thể một điều thứ ba tác động lên cả hai. Cách chắc chắn hơn là thử thay đổi trong một chu kỳ cải tiến và so sánh trước với sau.',
  en: 'Moving together, or one after the other, is not proof of cause: a third thing may move both. Testing the change in an improvement cycle, before against after, says more.',
  ja: '一緒に、または続いて動くことは因果関係の証明ではありません。第三の要因が両方を動かしている場合もあります。改善サイクルで変更を試し、前後を比べるほうが確かです。',
};

/** When the second one moves. */
export const laterWords = (lag: number, frequency: Frequency): Words =>
  lag === 0 ? SAME_PERIOD : filledWords(LATER[frequency], { n: Math.abs(lag), s: Math.abs(lag) === 1 ? '' : 's' });

export type Evidence = { readonly rho: number; readonly pairs: number; readonly p: number; readonly lags: number };

/** How much evidence, in figures that a reader can weigh. */
export const evidenceWords = ({ rho, pairs, p, lags }: Evidence): Words =>
  filledWords(EVIDENCE, { rho: rho.toFixed(2), pairs, odds: Math.max(1, Math.round(1 / p)), lags });

export const statedLagWords = (stated: number): Words => filledWords(OTHER_LAG, { stated, s: stated === 1 ? '' : 's' });
