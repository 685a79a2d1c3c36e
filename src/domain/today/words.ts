import type { Words } from '../shared/language';
import type { TodayKind } from './today';

/** What is owed, and the button that does it. */
type Owed = { readonly owed: Words; readonly action: Words };
const owed = (vi: string, en: string, action: Words): Owed => ({ owed: { vi, en }, action });

export const TODAY_WORDS: Readonly<Record<TodayKind, Owed>> & { readonly look: Words } = {
  'complete-plan': owed('Hoàn thiện kế hoạch', 'Complete the plan', { vi: 'Soạn tiếp', en: 'Go on writing' }),
  'approve-plan': owed('Phê duyệt kế hoạch', 'Approve the plan', { vi: 'Xem và phê duyệt', en: 'Read and approve' }),
  countermeasure: owed('Thực hiện giải pháp', 'Carry out the countermeasure', {
    vi: 'Cập nhật tiến độ',
    en: 'Report progress',
  }),
  review: owed('Rà soát kết quả kiểm tra', 'Review the result', { vi: 'Ghi kết quả rà soát', en: 'Write the review' }),
  decision: owed('Quyết định sau kiểm tra', 'Decide on the change', { vi: 'Ra quyết định', en: 'Decide' }),
  'approve-observation': owed('Phê duyệt số liệu', 'Approve the figure', {
    vi: 'Xem và phê duyệt',
    en: 'Look and approve',
  }),
  message: owed('Tin nhắn', 'Message', { vi: 'Mở xem', en: 'Open' }),
  look: { vi: 'Xem', en: 'Look' },
};
