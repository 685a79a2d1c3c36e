/** Examples for the documentation. All of them pass the schemas they stand beside: a test says so. */
export const opening = {
  scheme: 'vn-335-2025',
  unit: 'kh-dpi',
  period: '2026-03',
  calibrators: ['lan', 'binh'],
  excluded: [{ person: 'minh', reason: 'Đi học tập trung cả quý' }],
};
export const command = {
  type: 'HoldCalibration',
  attendance: ['lan', 'binh'],
  minutes: 'Đã xem phổ điểm các phòng và thống nhất mức xếp loại.',
};
