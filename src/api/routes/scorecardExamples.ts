/** Examples for the documentation of scorecards. All of them pass the schemas they stand beside: a test says so. */
export const scorecard = {
  name: { vi: 'Bảng điểm phòng Đăng ký kinh doanh', en: 'Scorecard of business registration' },
  mission: 'Giúp người dân và doanh nghiệp khởi sự dễ dàng',
  unit: 'phong-dkkd',
  owner: 'lan',
  frequency: 'quarter',
  perspectives: [
    { key: 'citizens', name: { vi: 'Người dân', en: 'Citizens' }, question: 'Người dân cần gì ở chúng ta?', weight: 2 },
    { key: 'process', name: { vi: 'Quy trình', en: 'Internal process' } },
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
