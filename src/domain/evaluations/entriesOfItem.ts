import type { Words } from '../shared/language';
import type { Instant } from '../shared/time';
import { dayWords } from './names';
import { delaysOf, failuresOf } from './state';
import type { WorkItem } from './state';

/** A fact behind a number: what was entered, by whom and when. */
export type FactEntry = {
  readonly words: Words;
  readonly by: string;
  readonly at: Instant;
  readonly note?: string;
};
export type Said = { readonly by: string; readonly at: Instant; readonly reason?: string; readonly note?: string };

export function entry(words: Words, { by, at, reason, note }: Said): FactEntry {
  const text = reason ?? note;
  return { words, by, at, ...(text !== undefined && text !== '' && { note: text }) };
}

const w = (vi: string, en: string, ja: string): Words => ({ vi, en, ja });

/** What was entered about a product. */
export function itemEntries(item: WorkItem): readonly FactEntry[] {
  const { title, assigned, done, checks, notedDelays, objectiveCause: cause, due, lateDays } = item;
  const failures = failuresOf(item);
  const delays = delaysOf(item);
  return [
    entry(
      w(
        `Giao việc: ${title}, hạn ${dayWords(due).vi}`,
        `Assigned: ${title}, due ${due}`,
        `割り当て：${title}、期限 ${due}`,
      ),
      assigned,
    ),
    ...(done ? [entry(doneWords(done.on, lateDays), done)] : []),
    ...checks.map((one) =>
      entry(
        one.passed
          ? w('Kiểm tra chất lượng: đạt', 'Quality check: passed', '品質確認：合格')
          : w('Kiểm tra chất lượng: không đạt', 'Quality check: failed', '品質確認：不合格'),
        one,
      ),
    ),
    ...notedDelays.map((one) =>
      entry(w(`Chậm, ghi ngày ${dayWords(one.on).vi}`, `Delay noted on ${one.on}`, `遅延の記録：${one.on}`), one),
    ),
    ...(cause.is === 'granted' || cause.is === 'refused'
      ? [
          entry(
            w('Đề nghị nguyên nhân khách quan', 'Objective cause asked for', 'やむを得ない事情の申請'),
            cause.asked,
          ),
          entry(
            cause.is === 'granted'
              ? w('Nguyên nhân khách quan được xác nhận', 'Objective cause confirmed', 'やむを得ない事情を確認')
              : w('Không xác nhận nguyên nhân khách quan', 'Objective cause refused', 'やむを得ない事情を認めず'),
            cause.decided,
          ),
        ]
      : []),
    ...(item.correctedAs
      ? [
          entry(
            w(
              `Sửa sau công bố: ${failures} lần không đạt, ${delays} lần chậm`,
              `Corrected after publication: ${failures} failed checks, ${delays} delays`,
              `公表後の訂正：不合格 ${failures} 回、遅延 ${delays} 回`,
            ),
            item.correctedAs,
          ),
        ]
      : []),
  ];
}

const doneWords = (on: string, late: number): Words =>
  late > 0
    ? w(
        `Hoàn thành ngày ${dayWords(on).vi}, chậm ${late} ngày làm việc`,
        `Done on ${on}, ${late} working days late`,
        `${on} 完了（${late} 営業日の遅れ）`,
      )
    : w(`Hoàn thành ngày ${dayWords(on).vi}, đúng hạn`, `Done on ${on}, in time`, `${on} 完了（期限内）`);
