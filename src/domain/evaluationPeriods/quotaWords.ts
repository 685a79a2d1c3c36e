import type { Words } from '../shared/language';
import type { QuotaGroup } from './quota';

/** The rule as it applies to one group, and what it proposes. */
export function quotaWords({ base, limit, keep, tied, lower, group }: QuotaGroup, share: number): Words {
  const percent = `${Math.round(share * 1000) / 10}`;
  const open = tied.length > 0;
  return {
    vi:
      `${group}: tối đa ${percent} % của ${base} người, tức ${limit}; giữ ${keep.length}, hạ ${lower.length}` +
      `${open ? `; ${tied.length} người bằng điểm ở ranh giới, hội đồng quyết định` : ''}. Xếp theo tổng điểm.`,
    en:
      `${group}: at most ${percent} % of ${base} people, that is ${limit}; ${keep.length} keep it, ${lower.length} lose it` +
      `${open ? `; ${tied.length} with equal points across the limit are for the calibrating body` : ''}. Ranked by total points.`,
    ja:
      `${group}：${base} 人の ${percent} % 以内、${limit} 人まで。維持 ${keep.length} 人、引き下げ ${lower.length} 人` +
      `${open ? `。境目で同点の ${tied.length} 人は調整会議が決定` : ''}。合計点の順。`,
  };
}
