import { createHash } from 'node:crypto';
import type { DocumentKind, DocumentOf } from '../src/activities/ports';
import { VIETNAM } from '../src/domain/calendar/vietnam';
import type { CycleEvent } from '../src/domain/cycle/events';
import type { Cycle } from '../src/domain/cycle/state';
import { hashOf } from '../src/domain/shared/chain';
import type { Stores } from '../src/worker/stores';

const UNITS = 20;
const AT_ONCE = 16;
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const WORDS = [
  'Cấp phép xây dựng',
  'Đăng ký kinh doanh',
  'Chứng thực bản sao',
  'Hỗ trợ người cao tuổi',
  'Cấp đổi giấy phép',
];
const PLAN: Cycle['plan'] = {
  problem: 'Hồ sơ chờ đợi lâu vì thiếu giấy tờ và phải đi lại nhiều lần',
  causes: ['Biểu mẫu khó hiểu', 'Không có danh mục kiểm tra tại quầy'],
  aim: { text: 'Một nửa số hồ sơ xong trong năm ngày', indicator: 'median', by: '2030-12-31' },
  indicators: [{ key: 'median', aggregation: 'median', role: 'outcome', prediction: { atMost: 6 }, target: 5 }],
  pilot: { scope: 'Quầy số 1', smallScale: true },
  do: 'P3M',
  reviewers: ['reviewer'],
};

/** A province with this many cycles over twenty units, written through the stores as the engine writes them. */
export async function manyCycles({ organisation, events }: Stores, count: number): Promise<void> {
  const put = async <K extends DocumentKind>(kind: K, value: DocumentOf[K]): Promise<void> => {
    const edited = await organisation.put(kind, value, { by: 'administrator' });
    if (!edited.ok) throw new Error(`${kind}: ${JSON.stringify(edited)}`);
  };
  await put('calendar', VIETNAM);
  await put('unit', { id: 'province', name: 'Tỉnh', office: {} });
  for (let no = 0; no < UNITS; no += 1) {
    await put('unit', { id: `u${no}`, name: `Sở số ${no}`, parent: 'province' });
    await put('procedure', { id: `p${no}`, name: `${WORDS[no % WORDS.length] ?? ''} ${no}`, unit: `u${no}` });
  }
  for (let start = 1; start <= count; start += AT_ONCE)
    await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, count - start + 1) }, async (_none, index) => {
        const { launched, cycle } = one(start + index);
        const link = { stream: cycle.id, sequence: 1, commandId: 'bench', previous: '', event: launched };
        await events.appendCycle([{ ...link, hash: hashOf(link, digest) }], cycle, []);
      }),
    );
}

function one(no: number): { readonly launched: CycleEvent; readonly cycle: Cycle } {
  const place = no % UNITS;
  const common = { id: `u${place}~p${place}~${no}`, unit: `u${place}`, procedure: `p${place}`, no, stage: 1 };
  const about = { title: `${WORDS[no % WORDS.length] ?? ''}, lần ${no}`, lead: `lead${no % 50}`, plan: PLAN };
  const at = new Date(Date.parse('2024-01-01T00:00:00Z') + no * 3_600_000).toISOString();
  const launched: CycleEvent = { type: 'CycleLaunched', at, by: about.lead, ...common, ...about };
  return { launched, cycle: { ...common, ...about, phase: 'plan', launchedAt: at, authors: [about.lead] } };
}
