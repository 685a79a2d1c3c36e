import type { Calendar } from './calendar.schema';

type Day = Calendar['days'][number];
type Status = Day['status'];

const LABOUR_CODE = 'Bộ luật Lao động 45/2019/QH14, Điều 112';
const SUBSTITUTE = 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3: ngày lễ trùng ngày nghỉ hằng tuần được nghỉ bù';
const BY_RULE = 'Theo quy định chung; lịch nghỉ chính thức của năm chưa được thông báo';
const CULTURE_DAY = 'Nghị quyết 80-NQ/TW (2026): Ngày Văn hóa Việt Nam, nghỉ từ năm 2026';
const SWAP_2024 = 'Công văn 2450/VPCP-KGVX (2024)';
const NOTICE_2025 = 'Thông báo 6150/TB-BLĐTBXH (2024)';
const SWAP_2026 = 'Thông báo lịch nghỉ Quốc khánh 2026';

/** Words for a kind of day: `[vi, en]`. */
const NAMES = {
  newYear: ['Tết Dương lịch', "New Year's Day"],
  tet: ['Tết Nguyên đán', 'Lunar New Year'],
  hung: ['Ngày Giỗ Tổ Hùng Vương', "Hung Kings' Commemoration Day"],
  victory: ['Ngày Chiến thắng', 'Reunification Day'],
  labour: ['Ngày Quốc tế Lao động', 'International Labour Day'],
  national: ['Quốc khánh', 'National Day'],
  culture: ['Ngày Văn hóa Việt Nam', 'Vietnam Culture Day'],
} as const;
type Name = keyof typeof NAMES;

type Given = { readonly status?: Status; readonly source?: string };

const off = (date: string, name: Name, { status = 'announced', source = LABOUR_CODE }: Given = {}): Day => ({
  date,
  kind: 'off',
  name: NAMES[name][0],
  nameEn: NAMES[name][1],
  status,
  source,
});

/** A weekday off in place of a holiday that fell on a weekend. */
const substitute = (date: string, name: Name, { status = 'announced', source = SUBSTITUTE }: Given = {}): Day => ({
  date,
  kind: 'off',
  name: `${NAMES[name][0]} (nghỉ bù)`,
  nameEn: `${NAMES[name][1]} (substitute day)`,
  status,
  source,
});

/** A weekday off that is made up for by working on a Saturday. */
const swap = (dayOff: string, workedSaturday: string, source: string): readonly Day[] => [
  {
    date: dayOff,
    kind: 'off',
    name: `Ngày nghỉ hoán đổi (làm bù ngày ${workedSaturday})`,
    nameEn: `Day off swapped with ${workedSaturday}`,
    status: 'announced',
    source,
  },
  {
    date: workedSaturday,
    kind: 'work',
    name: `Ngày làm bù (cho ngày nghỉ ${dayOff})`,
    nameEn: `Working day in place of ${dayOff}`,
    status: 'announced',
    source,
  },
];

const tet = (dates: readonly string[], given: Given = {}): readonly Day[] =>
  dates.map((date) => off(date, 'tet', given));

const EXPECTED: Given = { status: 'expected', source: BY_RULE };

const DAYS_2024: readonly Day[] = [
  off('2024-01-01', 'newYear'),
  ...tet(['2024-02-08', '2024-02-09', '2024-02-10', '2024-02-11', '2024-02-12']),
  substitute('2024-02-13', 'tet'),
  substitute('2024-02-14', 'tet'),
  off('2024-04-18', 'hung'),
  ...swap('2024-04-29', '2024-05-04', SWAP_2024),
  off('2024-04-30', 'victory'),
  off('2024-05-01', 'labour'),
  off('2024-09-02', 'national'),
  off('2024-09-03', 'national'),
];

const DAYS_2025: readonly Day[] = [
  off('2025-01-01', 'newYear'),
  ...tet(['2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'], { source: NOTICE_2025 }),
  off('2025-04-07', 'hung'),
  ...swap('2025-05-02', '2025-04-26', NOTICE_2025),
  off('2025-04-30', 'victory'),
  off('2025-05-01', 'labour'),
  off('2025-09-01', 'national', { source: NOTICE_2025 }),
  off('2025-09-02', 'national'),
];

const DAYS_2026: readonly Day[] = [
  off('2026-01-01', 'newYear'),
  ...tet(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20']),
  off('2026-04-26', 'hung'),
  substitute('2026-04-27', 'hung'),
  off('2026-04-30', 'victory'),
  off('2026-05-01', 'labour'),
  ...swap('2026-08-31', '2026-08-22', SWAP_2026),
  off('2026-09-01', 'national'),
  off('2026-09-02', 'national'),
  off('2026-11-24', 'culture', { source: CULTURE_DAY }),
];

/** Days that the law dates are certain; the choice of the Tết days, the second National Day, substitute and swap days is not. */
const DAYS_2027: readonly Day[] = [
  off('2027-01-01', 'newYear'),
  ...tet(['2027-02-04', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'], EXPECTED),
  substitute('2027-02-09', 'tet', EXPECTED),
  substitute('2027-02-10', 'tet', EXPECTED),
  off('2027-04-16', 'hung'),
  off('2027-04-30', 'victory'),
  off('2027-05-01', 'labour'),
  substitute('2027-05-03', 'labour', EXPECTED),
  off('2027-09-02', 'national'),
  off('2027-09-03', 'national', EXPECTED),
  off('2027-11-24', 'culture', { source: CULTURE_DAY }),
];

/** Assumption, which an office edits: the common hours of administrative offices. */
const OFFICE_DAY: [string, string][] = [
  ['07:30', '11:30'],
  ['13:30', '17:00'],
];

/**
 * Vietnam's public offices, 2024–2027. Days off: Labour Code 2019 art. 111–112, the government's yearly notices on
 * swapped days, and Resolution 80-NQ/TW for 24 November. What was not announced yet is `expected`. An office that
 * follows other arrangements edits its own copy.
 */
export const VIETNAM: Calendar = {
  id: 'vn',
  name: 'Việt Nam: ngày làm việc của cơ quan hành chính',
  timeZone: 'Asia/Ho_Chi_Minh',
  week: { mon: OFFICE_DAY, tue: OFFICE_DAY, wed: OFFICE_DAY, thu: OFFICE_DAY, fri: OFFICE_DAY, sat: [], sun: [] },
  days: [...DAYS_2024, ...DAYS_2025, ...DAYS_2026, ...DAYS_2027],
  years: { from: 2024, to: 2027 },
};
