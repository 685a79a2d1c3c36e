/** Examples for the documentation. All of them pass the schemas they stand beside: a test says so. */
export const plan = {
  subject: { type: 'scorecard', id: 'so-kh-dt' },
  unit: 'kh-dpi',
  frequency: 'quarter',
  chair: 'lan',
  members: ['binh'],
  reason: 'Rà soát hằng quý theo quy chế làm việc',
};
export const opening = { plan: 'ra-soat-quy', period: '2026-Q3' };
export const command = {
  type: 'Decide',
  key: 'them-quay',
  text: 'Mở thêm một quầy tiếp nhận buổi sáng',
  owner: 'binh',
  measure: 'ty-le-dung-han',
};
export const cycle = { measure: 'ty-le-dung-han', procedure: 'dang-ky-kinh-doanh' };
