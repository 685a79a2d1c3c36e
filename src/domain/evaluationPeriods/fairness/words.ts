import type { Words } from '../../shared/language';
import type { ExceptionKind } from './exceptions';

/** Why somebody's rating is worth a look. */
export const EXCEPTION_WORDS = {
  missing: { vi: 'chưa được chấm điểm', en: 'not rated yet', ja: '未評価' },
  override: {
    vi: 'có kết luận làm thay đổi mức xếp loại',
    en: 'a finding stands above the points',
    ja: '点数より優先される認定がある',
  },
  'large-difference': {
    vi: 'điểm tự chấm và điểm của người quản lý khác nhau nhiều',
    en: 'self-assessment and manager differ by much',
    ja: '自己評価と上司の評価の差が大きい',
  },
  unusual: {
    vi: 'điểm khác xa mức chung của cơ quan',
    en: 'far from what is usual in the agency',
    ja: '機関内の通常の点数から大きく離れている',
  },
  changed: {
    vi: 'thay đổi nhiều so với kỳ trước',
    en: 'changed much since the last period',
    ja: '前の期から大きく変わった',
  },
  'all-max': { vi: 'mọi tiêu chí đều đạt điểm tối đa', en: 'every criterion has all its points', ja: '全項目が満点' },
} as const satisfies Record<ExceptionKind, Words>;
