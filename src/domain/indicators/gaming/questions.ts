import type { Question } from '../../cycle/verdict';
import type { Words } from '../../shared/language';
import type { PileUp } from './pileUp';

const figure = (value: number, language: string): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);

/** A speed indicator improved while its counter-indicator got worse over the same time. */
export const counterQuestion = (indicator: Words, counter: Words): Question => ({
  code: 'COUNTER_INDICATOR_GOT_WORSE',
  words: {
    vi: `«${indicator.vi}» cải thiện trong khi «${counter.vi}» xấu đi trong cùng thời gian. Hai việc này có liên quan với nhau không? Có điều gì được làm nhanh hơn nhờ bớt đi phần nào không?`,
    en: `“${indicator.en}” improved while “${counter.en}” got worse over the same time. Do the two belong together? Was anything done faster by leaving something out?`,
    ja: `「${indicator.ja}」が改善した同じ時期に「${counter.ja}」が悪化しました。二つは関係していますか。何かを省くことで速くなったものはありませんか。`,
  },
  figures: { indicator: indicator.vi, counter: counter.vi },
});

/** More cases end just inside a limit than the days about it let expect. */
export const pileUpQuestion = (indicator: Words, { limit, inside, expected, ratio, p, n }: PileUp): Question => ({
  code: 'PILED_UP_INSIDE_A_LIMIT',
  words: {
    vi: `«${indicator.vi}»: ${figure(inside, 'vi')} hồ sơ kết thúc ngay trước thời hạn, trong khi các ngày lân cận cho thấy khoảng ${figure(expected, 'vi')}. Vì sao nhiều hồ sơ kết thúc đúng lúc đó? Ngày kết thúc có được ghi đúng không, và hồ sơ đã quá hạn có bị để chậm thêm không?`,
    en: `“${indicator.en}”: ${figure(inside, 'en')} cases end just before the limit, where the days about it let expect some ${figure(expected, 'en')}. Why do so many end just then? Is the day recorded as it was, and do cases beyond the limit wait longer for it?`,
    ja: `「${indicator.ja}」：期限の直前に終わった案件が ${figure(inside, 'ja')} 件あります。前後の日から見込まれるのは ${figure(expected, 'ja')} 件ほどです。なぜこの時点に集中しているのですか。終了日は実際の日付で記録されていますか。期限を過ぎた案件がさらに待たされていませんか。`,
  },
  figures: { limit, inside, expected, ratio, p, n },
});
