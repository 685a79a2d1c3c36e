import { readableWords } from '../indicators/named';
import { filledWords } from '../scorecards/words';
import type { Words } from '../shared/language';
import type { NextBand, Way } from './nextBand';
import { bandWords } from './score';
import type { SchemeDefinition } from './scheme.schema';

const STATES = {
  best: {
    vi: 'Đây đã là mức xếp loại cao nhất.',
    en: 'This is the best class already.',
    ja: 'すでに最も高い区分です。',
  },
  finding: {
    vi: 'Một kết luận đứng trên điểm số nên xếp loại là «{name}»; thêm điểm không làm thay đổi xếp loại.',
    en: 'A finding stands above the points: the class is “{name}”, and more points do not change it.',
    ja: '点数に優先する認定があるため区分は「{name}」です。点数が増えても変わりません。',
  },
  reachable: {
    vi: 'Còn thiếu {missing} điểm để đạt mức «{name}». Chỉ cần một trong các việc sau:',
    en: '{missing} points are missing for “{name}”. One of these alone would do:',
    ja: '「{name}」まであと {missing} 点です。次のいずれか一つで届きます：',
  },
  together: {
    vi: 'Còn thiếu {missing} điểm để đạt mức «{name}». Không việc nào một mình là đủ; cần hoàn thành thêm nhiều việc.',
    en: '{missing} points are missing for “{name}”. No single step would do; it takes several together.',
    ja: '「{name}」まであと {missing} 点です。一つだけでは届かず、いくつかの取り組みが必要です。',
  },
  'out-of-reach': {
    vi: 'Còn thiếu {missing} điểm để đạt mức «{name}»; trong kỳ này không còn đạt được, kể cả khi hoàn thành mọi sản phẩm và được điểm tối đa.',
    en: '{missing} points are missing for “{name}”; it is out of reach in this period, even with every product done and full points.',
    ja: '「{name}」まであと {missing} 点です。すべての成果物を完了し満点を得ても、今期は届きません。',
  },
} as const satisfies Record<string, Words>;
const WAYS = {
  points: {
    vi: '«{name}» được từ {points} điểm trở lên (tối đa {max}).',
    en: '“{name}” gets {points} points or more (of {max}).',
    ja: '「{name}」が {points} 点以上になる（満点 {max}）。',
  },
  'product-done': {
    vi: 'Hoàn thành sản phẩm «{name}» đúng hạn: tổng điểm sẽ là {total}, mức «{class}».',
    en: 'Finish the product “{name}” in time: the total would be {total}, “{class}”.',
    ja: '成果物「{name}」を期限内に完了する：合計 {total} 点、「{class}」になります。',
  },
} as const satisfies Record<Way['how'], Words>;

/** What it would take, as a sentence. */
export function nextBandWords(next: NextBand, definition: SchemeDefinition): Words {
  if (next.state === 'best') return STATES.best;
  const name = bandWords(definition, next.class);
  if (next.state === 'finding') return filledWords(STATES.finding, { name });
  const state = next.state === 'reachable' && next.ways.length === 0 ? 'together' : next.state;
  return filledWords(STATES[state], { name, missing: next.missing });
}

/** One way as a sentence. `items`: titles of the products, in the order of the facts. */
export function wayWords(way: Way, definition: SchemeDefinition, items: readonly string[]): Words {
  if (way.how === 'product-done')
    return filledWords(WAYS[way.how], {
      ...{ name: items[way.item] ?? `${way.item + 1}`, total: way.total },
      class: bandWords(definition, way.class),
    });
  const section = definition.sections.find(({ key }) => key === way.section);
  const name = section === undefined ? way.section : readableWords(section.name);
  return filledWords(WAYS[way.how], { name, points: way.points, max: way.max });
}
