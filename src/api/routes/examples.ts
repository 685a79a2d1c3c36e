/** Examples for the documentation. All of them pass the schemas they stand beside: a test says so. */
export const unit = { name: 'Phòng Đăng ký kinh doanh', parent: 'so-ke-hoach' };

export const person = {
  name: 'Trần Thị Lan',
  email: 'lan@example.org',
  unit: 'phong-dkkd',
  manager: 'binh',
  deputy: 'chi',
  roles: ['improvement-lead'],
  language: 'vi',
};

export const procedure = {
  name: 'Đăng ký thành lập doanh nghiệp',
  unit: 'phong-dkkd',
  limitWorkingDays: 3,
  mapping: { received: 'startdate', decided: 'enddate', due: 'deadline', channel: 'channel' },
};

const day = [
  ['07:30', '11:30'],
  ['13:30', '17:00'],
];
export const calendar = {
  name: 'Văn phòng mẫu',
  timeZone: 'Asia/Ho_Chi_Minh',
  week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  days: [{ date: '2026-08-22', kind: 'work', name: 'Làm bù', nameEn: 'Worked Saturday' }],
  years: { from: 2026, to: 2026 },
};

export const reminderPolicy = {
  name: 'Ba ngày trước, đúng hạn, hai ngày sau',
  steps: [
    { workingDays: -3, level: 0 },
    { workingDays: 0, level: 0 },
    { workingDays: 2, level: 1 },
  ],
};

export const launch = {
  procedure: 'dang-ky-kinh-doanh',
  title: 'Rút ngắn thời gian cấp đăng ký kinh doanh',
  plan: {
    problem: 'Hồ sơ chờ bổ sung quá lâu.',
    causes: ['Biểu mẫu khó hiểu'],
    aim: { text: 'Trung vị không quá 2 ngày', indicator: 'speed', by: '2026-12-31' },
    indicators: [
      { key: 'speed', aggregation: 'median', baseline: 3.5, prediction: { atMost: 2.5 }, target: 2 },
      { key: 'rework', aggregation: 'rework-share', role: 'balancing', baseline: 0.1, prediction: { atMost: 0.12 } },
    ],
    countermeasures: [{ key: 'form', title: 'Biểu mẫu mới', owner: 'lan', due: '2026-09-30', cost: 0 }],
    pilot: { scope: 'Hồ sơ nộp trực tuyến', filter: { channel: ['Internet'] } },
    do: 'P3M',
    reviewers: ['binh'],
  },
};

export const command = { type: 'ApprovePlan', note: 'Đồng ý thực hiện từ đầu quý.' };
export const token = { name: 'Máy tính ở cơ quan', expiresAt: '2027-01-01T00:00:00Z' };
