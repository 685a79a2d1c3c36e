import { filledWords } from '../scorecards/words';
import { bandWords } from '../schemes/score';
import type { SchemeDefinition } from '../schemes/scheme.schema';
import type { Words } from '../shared/language';
import { ENGINE } from './events';
import type { ToldResult } from './events';
import { entry, itemEntries } from './entriesOfItem';
import type { FactEntry, Said } from './entriesOfItem';
import { criterionName, overrideName } from './names';
import type { Evaluation, Points } from './state';

/**
 * What was entered about the part of the facts that a JSON pointer of `factsOf` names: `/items/0`, `/sections/general`,
 * `/goals`, `/indicators/service`, `/leader/dd`, `/overrides`; about the result itself without one.
 */
export function entriesAt(
  evaluation: Evaluation,
  pointer: string | undefined,
  definition: SchemeDefinition,
): readonly FactEntry[] {
  const [, part, key = ''] = pointer?.split('/') ?? [];
  const { findings, goals, goalsSet, indicatorsNoted } = evaluation;
  switch (part) {
    case 'items': {
      const item = evaluation.items.filter(({ withdrawn }) => withdrawn === undefined)[key === '' ? -1 : Number(key)];
      return item === undefined ? [] : itemEntries(item);
    }
    case 'sections':
      return ofSection(evaluation, key, definition);
    case 'goals':
      return goals.map(({ name, attainment = 0 }) =>
        entry(filledWords(GOAL, { name, percent: attainment * 100 }), goalsSet ?? byEngine(evaluation)),
      );
    case 'indicators':
      return [entry(INDICATOR, indicatorsNoted ?? byEngine(evaluation))];
    case 'leader':
      return ofLeader(evaluation, key, definition);
    case 'overrides':
      return findings
        .filter(({ revoked }) => revoked === undefined)
        .map((one) =>
          entry(filledWords(FINDING, { name: overrideName(one.override, definition) }), { ...one, note: one.document }),
        );
    default:
      return [];
  }
}

const byEngine = ({ openedAt: at }: Evaluation) => ({ at, by: ENGINE });

/** What was told, and what became of it. */
export function resultEntries(
  { published, corrections }: Evaluation,
  definition: SchemeDefinition,
): readonly FactEntry[] {
  if (published === undefined) return [];
  const [first] = corrections;
  const told = first?.before ?? published;
  return [
    entry(filledWords(PUBLISHED, { result: resultName(told, definition) }), { at: published.at, by: ENGINE }),
    ...(published.lowered ? [entry(LOWERED, { at: published.at, by: ENGINE })] : []),
    ...corrections.map((one) =>
      entry(
        filledWords(CHANGED, { was: resultName(one.before, definition), is: resultName(one.after, definition) }),
        one,
      ),
    ),
  ];
}

function resultName({ total, class: band }: ToldResult, definition: SchemeDefinition): Words {
  if (band === undefined) return UNRATED;
  if (total === undefined) return bandWords(definition, band);
  return filledWords(RESULT, { total: Math.round(total * 1000 + 1e-9) / 1000, name: bandWords(definition, band) });
}

/** Points of one section, each criterion by each who gave it. */
function ofSection({ ratings }: Evaluation, section: string, definition: SchemeDefinition): readonly FactEntry[] {
  const { self, manager, approved, calibrated, corrected, correctedAs } = ratings;
  const said = (sentence: Words, points: Points, who: Said): readonly FactEntry[] => {
    const given = Object.entries(points).filter(([key]) => key.startsWith(`${section}/`));
    if (given.length === 0) return [];
    const list = given.map(([key, value]) => filledWords(POINTS, { name: criterionName(key, definition), value }));
    const each = { vi: list.map(({ vi }) => vi), en: list.map(({ en }) => en), ja: list.map(({ ja }) => ja) };
    const joined = { vi: each.vi.join('; '), en: each.en.join('; '), ja: each.ja.join('、') };
    return [entry(filledWords(sentence, { points: joined }), who)];
  };
  return [
    ...(self ? said(SELF, self.points, self) : []),
    ...(manager
      ? said(MANAGER, manager.points, { ...manager, ...reasonsOf(manager.reasons, section, definition) })
      : []),
    ...(approved ? said(APPROVED, approved.points, approved) : []),
    ...calibrated.flatMap((one) => said(CALIBRATED, one.points, one)),
    ...(corrected && correctedAs ? said(CORRECTED, corrected, correctedAs) : []),
  ];
}

/** Why the manager rated otherwise than the person. */
function reasonsOf(
  reasons: Readonly<Record<string, string>> | undefined,
  section: string,
  definition: SchemeDefinition,
): { readonly note?: string } {
  const given = Object.entries(reasons ?? {}).filter(([key]) => key.startsWith(`${section}/`));
  if (given.length === 0) return {};
  return { note: given.map(([key, why]) => `${criterionName(key, definition).vi}: ${why}`).join('; ') };
}

function ofLeader(
  { ratings, published }: Evaluation,
  letter: string,
  definition: SchemeDefinition,
): readonly FactEntry[] {
  const { manager } = ratings;
  if (letter === 'd')
    return Object.entries(counted(published?.subordinates ?? [])).map(([band, people]) =>
      entry(filledWords(BELOW, { people, name: bandWords(definition, band) }), {
        ...{ at: published?.at ?? '', by: ENGINE },
      }),
    );
  if (manager?.leader === undefined) return [];
  const value = letter === 'dd' ? manager.leader.organising : manager.leader.cohesion;
  return [entry(filledWords(LEADER, { value }), { at: manager.at, by: manager.by })];
}

function counted(classes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of classes) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}

const w = (vi: string, en: string, ja: string): Words => ({ vi, en, ja });
const SELF = w('Tự chấm: {points}', 'Self-assessment: {points}', '自己評価：{points}');
const MANAGER = w('Người quản lý chấm: {points}', 'Rated by the manager: {points}', '上司の評価：{points}');
const APPROVED = w('Phê duyệt: {points}', 'Approved: {points}', '承認：{points}');
const CALIBRATED = w('Hiệu chỉnh: {points}', 'Calibrated: {points}', '調整：{points}');
const CORRECTED = w('Sửa sau công bố: {points}', 'Corrected after publication: {points}', '公表後の訂正：{points}');
const POINTS = w('{name} {value} điểm', '{name} {value}', '{name} {value} 点');
const FINDING = w('Kết luận «{name}»', 'Finding “{name}”', '認定「{name}」');
const GOAL = w(
  'Mục tiêu «{name}»: đạt {percent} %',
  'Goal “{name}”: {percent} % attained',
  '目標「{name}」：達成度 {percent} ％',
);
const INDICATOR = w(
  'Lấy từ chỉ số của đơn vị trong kỳ',
  'Taken from the indicator of the unit in the period',
  '期間中の部署の指標から取得',
);
const LEADER = w('Người quản lý chấm: {value} %', 'Rated by the manager: {value} %', '上司の評価：{value} ％');
const BELOW = w(
  '{people} người dưới quyền xếp loại «{name}»',
  '{people} of the people below are “{name}”',
  '部下 {people} 人が「{name}」',
);
const RESULT = w('{total} điểm, «{name}»', '{total} points, “{name}”', '{total} 点、「{name}」');
const UNRATED = w('không xếp loại', 'not rated', '評価対象外');
const PUBLISHED = w('Công bố: {result}', 'Published: {result}', '公表：{result}');
const LOWERED = w(
  'Xếp loại thấp hơn một mức so với điểm số, do giới hạn tỷ lệ',
  'One class below that of the points, because of the quota',
  '割合の上限により、点数による区分より一段下です',
);
const CHANGED = w(
  'Điều chỉnh: trước {was}; nay {is}',
  'Changed: before {was}; now {is}',
  '変更：以前 {was}、現在 {is}',
);
