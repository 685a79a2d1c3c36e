/** Examples for the documentation of scorecards. All of them pass the schemas they stand beside: a test says so. */
export const scorecard = {
  name: {
    vi: 'Bảng điểm phòng Đăng ký kinh doanh',
    en: 'Scorecard of business registration',
    ja: '企業登録課のスコアカード',
  },
  mission: 'Giúp người dân và doanh nghiệp khởi sự dễ dàng',
  unit: 'phong-dkkd',
  owner: 'lan',
  frequency: 'quarter',
  perspectives: [
    {
      key: 'citizens',
      name: { vi: 'Người dân', en: 'Citizens', ja: '住民' },
      question: 'Người dân cần gì ở chúng ta?',
      weight: 2,
    },
    { key: 'process', name: { vi: 'Quy trình', en: 'Internal process', ja: '内部プロセス' } },
  ],
  objectives: [
    {
      key: 'faster',
      perspective: 'citizens',
      name: 'Trả kết quả nhanh hơn',
      owner: 'lan',
      priority: true,
      measures: [
        { indicator: 'thoi-gian-giai-quyet', weight: 2 },
        { indicator: 'ty-le-ho-so-lam-lai', counter: true },
      ],
    },
    { key: 'right', perspective: 'process', name: 'Đúng ngay từ đầu', measures: [{ indicator: 'ty-le-dung' }] },
  ],
  initiatives: [{ key: 'checklist', objective: 'right', name: 'Danh mục kiểm tra tại quầy', due: '2026-09-30' }],
  links: [{ from: 'right', to: 'faster', lag: 1, why: 'Hồ sơ đúng thì không phải làm lại' }],
  reason: 'Kế hoạch năm 2026',
};

export const definition = {
  ...{ id: 'dkkd', version: 1, definitionVersion: 1, validFrom: '0001-01-01', recordedAt: '2026-01-05T02:00:00.000Z' },
  by: 'lan',
  ...scorecard,
  perspectives: scorecard.perspectives.map((one) => ({ weight: 1, ...one })),
  objectives: scorecard.objectives.map(({ measures, ...one }) => ({
    weight: 1,
    ...one,
    measures: measures.map((measure) => ({ weight: 1, ...measure })),
  })),
  minimumCoverage: 0.5,
  public: false,
};

const objective = { state: 'scored', coverage: 1, scoredPeriods: 20 };
const steady = {
  movement: 'steady',
  rule: 'xmr',
  rating: 'green',
  words: '→ Giữ nguyên (theo biểu đồ XmR trên 20 kỳ).',
};
const best = { lag: 1, rho: 0.83, pairs: 18, p: 0.003 };
export const map = {
  ...{ id: 'dkkd', name: 'Bảng điểm phòng Đăng ký kinh doanh', unit: 'phong-dkkd' },
  ...{ period: '2026-Q2', frequency: 'quarter' },
  perspectives: [
    { key: 'citizens', name: 'Người dân', state: 'scored', progress: steady },
    { key: 'process', name: 'Quy trình', state: 'scored', progress: steady },
  ],
  nodes: [
    {
      key: 'faster',
      perspective: 'citizens',
      name: 'Trả kết quả nhanh hơn',
      ...objective,
      score: 0.92,
      progress: steady,
    },
    { key: 'right', perspective: 'process', name: 'Đúng ngay từ đầu', ...objective, score: 0.88, progress: steady },
  ],
  links: [
    {
      ...{ from: 'right', to: 'faster', lag: 1 },
      check: {
        finding: 'leads',
        words:
          'Số liệu ủng hộ liên kết này: khi «Đúng ngay từ đầu» tốt lên, «Trả kết quả nhanh hơn» tốt lên 1 quý sau. Tương quan hạng 0.83 trên 18 cặp kỳ, sau khi bỏ xu hướng, mùa vụ và quán tính; ngẫu nhiên cho kết quả như vậy khoảng 1 trên 333 lần, đã tính 2 độ trễ được xem.',
        best,
        lags: [best, { lag: -1, rho: 0.1, pairs: 18, p: 0.9 }],
      },
    },
  ],
  caution: 'Cùng biến động hay nối tiếp nhau không chứng minh quan hệ nhân quả.',
};

const met = {
  ...{ state: 'scored', score: 0.92, coverage: 1, progress: steady },
  status: { rating: 'green', band: 'green', words: '✔ Đạt' },
};
export const cascade = {
  ...{ scorecard: 'dkkd', period: '2026-Q2', depth: 3, hidden: 0, leftOut: 0 },
  objectives: [
    {
      ...{ key: 'faster', name: 'Trả kết quả nhanh hơn', ...met },
      below: [
        {
          ...{
            scorecard: 'to-mot-cua',
            scorecardName: 'Bảng điểm tổ Một cửa',
            unit: 'to-mot-cua',
            objective: 'same-day',
          },
          ...{ name: 'Trả trong ngày', by: 'indicator', period: '2026-Q2', ...met },
          contribution: {
            words:
              '«Trả trong ngày» phục vụ «Trả kết quả nhanh hơn» bằng cùng chỉ số: Thời gian giải quyết. Giá trị ở trên tính từ các đơn vị theo cách tổng hợp nêu trong định nghĩa chỉ số.',
            shared: [{ indicator: 'thoi-gian-giai-quyet', name: 'Thời gian giải quyết', above: 0.92, below: 0.95 }],
          },
        },
      ],
    },
  ],
};
