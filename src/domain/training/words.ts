import type { Words } from '../shared/language';

/** What is said beside the effects of training. */
export const EFFECT_WORDS = {
  /** One person's before and after. */
  one: {
    vi: 'Một giá trị của một người không chứng minh được gì: kỳ sau thường cao hơn dù không đào tạo, vì kỳ trước được chọn do thấp.',
    en: 'One value of one person proves nothing: the next one is often higher without any training, because this one was chosen for being low.',
    ja: '一人の一つの値では何も証明できません。低かったために選ばれた値は、研修がなくても次回は高くなりがちです。',
  },
  few: (least: number): Words => ({
    vi: `Chưa đủ người để kết luận: cần ít nhất ${least} người đã đào tạo và ${least} người yếu tương tự chưa đào tạo, đều có điểm kỳ trước và kỳ sau.`,
    en: `Too few people for a verdict: it takes at least ${least} who were trained and ${least} who were as weak and were not, each rated before and after.`,
    ja: `判定には人数が足りません。研修を受けた人と、同程度に低く研修を受けていない人が、それぞれ${least}人以上（前後とも評価済み）必要です。`,
  }),
  regression: {
    vi: 'Không so trước–sau của riêng nhóm được đào tạo: người được chọn vì điểm thấp thường khá lên một phần do ngẫu nhiên.',
    en: 'Before and after of the trained alone is no verdict: people chosen for low points get better in part by chance.',
    ja: '研修を受けた人だけの前後比較は判定になりません。低い点で選ばれた人は、偶然だけでもある程度上がります。',
  },
  notDrawn: {
    vi: 'Nhóm đào tạo không được bốc thăm, nên khác biệt cũng có thể do nguyên nhân khác (ví dụ người có động lực thì đi học).',
    en: 'Who was trained was not drawn by lot: something else may explain a difference (the keen ones went, for instance).',
    ja: '研修を受ける人は抽選ではないため、差には別の理由（意欲のある人が受けたなど）もあり得ます。',
  },
  improved: {
    vi: 'Cải thiện: người được đào tạo tăng nhiều hơn người yếu tương tự chưa đào tạo, vượt mức có thể do ngẫu nhiên.',
    en: 'Improved: those trained gained more than those who were as weak and were not, beyond what chance explains.',
    ja: '改善：研修を受けた人は、同程度に低く受けていない人より、偶然で説明できる以上に上がりました。',
  },
  worse: {
    vi: 'Kém đi: người được đào tạo tăng ít hơn người yếu tương tự chưa đào tạo, vượt mức có thể do ngẫu nhiên.',
    en: 'Worse: those trained gained less than those who were as weak and were not, beyond what chance explains.',
    ja: '悪化：研修を受けた人は、同程度に低く受けていない人より、偶然で説明できる以上に伸びませんでした。',
  },
  'no-evidence': {
    vi: 'Chưa có bằng chứng: hai nhóm thay đổi không khác nhau quá mức ngẫu nhiên. Điều này không có nghĩa là đào tạo vô ích.',
    en: 'No evidence: the two groups changed no more differently than by chance. That does not mean the training was useless.',
    ja: '証拠なし：二つの群の変化に、偶然を超える差はありません。研修が無駄だったという意味ではありません。',
  },
} as const;
