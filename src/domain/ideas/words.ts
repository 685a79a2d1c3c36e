import type { Words } from '../shared/language';
import type { PersonPoints, PointKind } from './points';

const REASONS: Readonly<Record<PointKind, Words>> = {
  proposed: { vi: 'đã đề xuất sáng kiến', en: 'the idea was proposed', ja: '提案を行った' },
  tested: {
    vi: 'chu kỳ thử nghiệm đã đến bước Kiểm tra',
    en: 'its cycle reached the Check',
    ja: 'サイクルが確認（Check）に達した',
  },
  improved: {
    vi: 'kết quả kiểm tra kết luận «cải thiện»',
    en: 'the verdict of the check is “improved”',
    ja: '確認の判定が「改善」となった',
  },
  adopted: { vi: 'thay đổi đã được áp dụng chính thức', en: 'the change was adopted', ja: '変更が正式に採用された' },
  spread: {
    vi: 'một đơn vị khác đã áp dụng',
    en: 'another unit adopted it',
    ja: 'ほかの部署が採用した',
  },
};

/** Why somebody has these points, in one sentence. */
export function pointSentence({ kind, points, share, own, at, evidence }: PersonPoints): Words {
  const { vi, en, ja } = REASONS[kind];
  const [day, percent] = [at.slice(0, 10), Math.round(share * 1000) / 10];
  const number = (value: number, language: string) => new Intl.NumberFormat(language).format(value);
  return {
    vi: `${number(own, 'vi')} điểm = ${number(percent, 'vi')}% của ${number(points, 'vi')} điểm, vì ${vi} (${day}, minh chứng: ${evidence.id}).`,
    en: `${number(own, 'en')} points = ${number(percent, 'en')} % of ${number(points, 'en')}, because ${en} (${day}, evidence: ${evidence.id}).`,
    ja: `${number(own, 'ja')}点 = ${number(points, 'ja')}点の${number(percent, 'ja')}%。理由：${ja}（${day}、証拠：${evidence.id}）。`,
  };
}
