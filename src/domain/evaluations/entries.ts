import type { Words } from '../shared/language';
import type { Instant } from '../shared/time';
import { delaysOf, failuresOf } from './state';
import type { Evaluation, Points, WorkItem } from './state';

/** A fact behind a number: what was entered, by whom and when. */
export type FactEntry = {
  readonly words: Words;
  readonly by: string;
  readonly at: Instant;
  readonly note?: string;
};

const w = (vi: string, en: string, ja: string): Words => ({ vi, en, ja });
type Said = { readonly by: string; readonly at: Instant; readonly reason?: string; readonly note?: string };
const entry = (words: Words, { by, at, reason, note }: Said): FactEntry => {
  const text = reason ?? note;
  return { words, by, at, ...(text !== undefined && { note: text }) };
};

/** What was entered about the part of the facts that a JSON pointer of `factsOf` names: `/items/0`, `/sections/general`, `/overrides`. */
export function entriesAt(evaluation: Evaluation, pointer: string | undefined): readonly FactEntry[] {
  const [, part, key = ''] = pointer?.split('/') ?? [];
  if (part === 'items') {
    const item = evaluation.items.filter(({ withdrawn }) => withdrawn === undefined)[Number(key)];
    return item === undefined ? [] : ofItem(item);
  }
  if (part === 'sections') return ofSection(evaluation, key);
  if (part === 'overrides')
    return evaluation.findings.map((one) =>
      entry(w(`Kết luận «${one.override}»`, `Finding “${one.override}”`, `認定「${one.override}」`), {
        ...one,
        note: one.document,
      }),
    );
  return [];
}

/** Points of one section, each criterion by each who gave it. */
function ofSection({ ratings }: Evaluation, section: string): readonly FactEntry[] {
  const { self, manager, approved, calibrated, corrected, correctedAs } = ratings;
  const given = (points: Points): string =>
    Object.entries(points)
      .filter(([key]) => key.startsWith(`${section}/`))
      .map(([key, value]) => `${key.slice(section.length + 1)} ${value}`)
      .join('; ');
  return [
    ...(self ? [entry(said('Tự chấm', 'Self-assessment', '自己評価', given(self.points)), self)] : []),
    ...(manager
      ? [entry(said('Người quản lý chấm', 'Rated by the manager', '上司の評価', given(manager.points)), manager)]
      : []),
    ...(approved ? [entry(said('Phê duyệt', 'Approved', '承認', given(approved.points)), approved)] : []),
    ...calibrated.map((one) => entry(said('Hiệu chỉnh', 'Calibrated', '調整', given(one.points)), one)),
    ...(corrected && correctedAs
      ? [entry(said('Sửa sau công bố', 'Corrected after publication', '公表後の訂正', given(corrected)), correctedAs)]
      : []),
  ];
}

const said = (vi: string, en: string, ja: string, points: string): Words =>
  w(`${vi}: ${points}`, `${en}: ${points}`, `${ja}：${points}`);

function ofItem(item: WorkItem): readonly FactEntry[] {
  const { title, assigned, done, checks, notedDelays, objectiveCause: cause, due, lateDays } = item;
  const failures = failuresOf(item);
  const delays = delaysOf(item);
  return [
    entry(
      w(`Giao việc: ${title}, hạn ${due}`, `Assigned: ${title}, due ${due}`, `割り当て：${title}、期限 ${due}`),
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
      entry(w(`Chậm, ghi ngày ${one.on}`, `Delay noted on ${one.on}`, `遅延の記録：${one.on}`), one),
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
        `Hoàn thành ngày ${on}, chậm ${late} ngày làm việc`,
        `Done on ${on}, ${late} working days late`,
        `${on} 完了（${late} 営業日の遅れ）`,
      )
    : w(`Hoàn thành ngày ${on}, đúng hạn`, `Done on ${on}, in time`, `${on} 完了（期限内）`);
