/** Examples for the documentation. All of them pass the schemas they stand beside: a test says so. */
export const survey = {
  template: 'vn-sipas',
  title: { vi: 'Hài lòng sau ba tháng thực hiện', en: 'Satisfaction after three months', ja: '3 か月後の満足度' },
  belongsTo: { cycle: 'phong-dkkd~dang-ky-kinh-doanh~1' },
  opens: { after: 'P3M', event: 'do-began' },
  closes: { after: 'P14D' },
  series: 'hai-long-dkkd',
};

export const revised = {
  title: { vi: 'Bạn có hài lòng không?', en: 'Are you satisfied?', ja: '満足していますか。' },
  belongsTo: { procedure: 'dang-ky-kinh-doanh' },
  questions: [
    {
      key: 'overall',
      type: 'scale',
      min: 1,
      max: 5,
      topBox: 4,
      required: true,
      text: {
        vi: 'Nhìn chung, bạn hài lòng đến mức nào?',
        en: 'Overall, how satisfied are you?',
        ja: '全体として、どのくらい満足していますか。',
      },
    },
    {
      key: 'wish',
      type: 'text',
      text: { vi: 'Điều gì nên tốt hơn?', en: 'What should be better?', ja: '改善すべき点は何ですか。' },
    },
  ],
  opens: { at: '2026-09-01T00:00:00+07:00' },
  closes: { at: '2026-09-15T00:00:00+07:00' },
};

export const command = { type: 'ExtendSurvey', by: 'P7D', reason: 'Còn ít câu trả lời' };
export const links = { count: 200, channel: 'counter', expiresAt: '2026-12-31T17:00:00Z' };
export const answers = {
  token: 'mLkq3v0aQm2Yc1m8S0b3Tg',
  answers: { overall: 5, wish: 'Ít giấy tờ hơn' },
  language: 'vi',
};
