/** Examples for the documentation. All of them pass the schemas they stand beside: a test says so. */
export const command = {
  type: 'AssignWork',
  item: 'cv-01',
  title: 'Tham mưu kế hoạch cải cách hành chính quý',
  coefficient: 1.5,
  quantity: 2,
  due: '2026-03-20',
};
export const commands = {
  commands: [
    { id: 'vn-335-2025~kh-dpi~2026-03~binh', command: { type: 'CheckQuality', item: 'cv-01', passed: true } },
    { id: 'vn-335-2025~kh-dpi~2026-03~lan', command: { type: 'ReportDone', item: 'cv-02', doneOn: '2026-03-18' } },
  ],
};
export const work = {
  period: 'vn-335-2025~kh-dpi~2026-03',
  rows: [
    {
      person: 'binh',
      item: 'hs-0001',
      title: 'Giải quyết hồ sơ đăng ký kinh doanh',
      coefficient: 1,
      quantity: 1,
      due: '2026-03-18',
      from: 'case:hs-0001',
      doneOn: '2026-03-17',
    },
  ],
};
export const posts = {
  posts: [{ from: '2026-01-01', unit: 'kh-dpi', position: 'chuyen-vien', kind: 'civil-servant', leader: false }],
};
