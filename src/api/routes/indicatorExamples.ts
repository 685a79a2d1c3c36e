/** Examples for the documentation of indicators. All of them pass the schemas they stand beside: a test says so. */
export const indicator = {
  name: { vi: 'Thời gian giải quyết trung vị', en: 'Median time to a decision', ja: '決定までの日数の中央値' },
  unit: 'days',
  home: 'phong-dkkd',
  kind: ['outcome', 'lagging'],
  direction: 'lower',
  owner: 'lan',
  source: { type: 'cases', procedure: 'dang-ky-kinh-doanh', aggregation: 'median' },
  frequency: 'month',
  baseline: 3.5,
  target: 2,
  bands: [
    { key: 'green', atMost: 2 },
    { key: 'amber', atMost: 3 },
    { key: 'red', above: 3 },
  ],
  counterIndicator: 'ty-le-ho-so-lam-lai',
  validFrom: '2026-01',
  reason: 'Kế hoạch cải cách năm 2026',
};

export const indicatorAnswer = {
  id: 'thoi-gian-giai-quyet',
  version: 1,
  definitionVersion: 1,
  inForce: true,
  recordedAt: '2026-01-05T02:00:00.000Z',
  by: 'lan',
  versions: 1,
  ...indicator,
  validFrom: '2026-01-01',
  missing: 'ignore',
  warnings: [],
};

export const override = { target: 1.5, weight: 2, validFrom: '2026-04', reason: 'Đơn vị thí điểm' };

const value = {
  indicator: 'thoi-gian-giai-quyet',
  unit: 'phong-dkkd',
  period: '2026-01',
  definitionVersion: 1,
  baseline: 3.5,
  target: 2,
};
export const values = {
  indicator: 'thoi-gian-giai-quyet',
  name: 'Thời gian giải quyết trung vị',
  unit: 'phong-dkkd',
  unitOfMeasure: 'days',
  direction: 'lower',
  frequency: 'month',
  values: [
    { ...value, state: 'value', value: 2.25, n: 41, quality: 'normal', band: 'amber', targetMet: false },
    { ...value, period: '2026-02', state: 'missing', because: { words: 'Chưa có số liệu của kỳ này.' } },
  ],
};
export const explanation = {
  value: values.values[0],
  tree: {
    how: 'cases',
    label: 'median',
    state: 'value',
    value: 2.25,
    n: 41,
    cases: { total: 41, shown: [{ id: 'HS-2026-0117', value: 2.25 }] },
  },
};
