import type { Person, Procedure, Unit } from '../../domain/organisation/organisation.schema';
import type { Register } from './register';
import { REGISTER_MAPPING } from './registerCsv';

/** A made-up province. Places, people and cases are invented; addresses are of the reserved domain example.org. */
export const ROOT_UNIT: Unit = {
  id: 'hai-son',
  name: 'Ủy ban nhân dân tỉnh Hải Sơn (ví dụ)',
  office: { calendar: 'vn', timeZone: 'Asia/Ho_Chi_Minh', rounds: { at: ['08:00', '14:00'] } },
};

/** Parents stand before their children. */
export const UNITS: readonly Unit[] = [
  ROOT_UNIT,
  { id: 'finance', name: 'Sở Tài chính', parent: 'hai-son' },
  { id: 'business-registration', name: 'Phòng Đăng ký kinh doanh', parent: 'finance' },
  { id: 'environment', name: 'Sở Nông nghiệp và Môi trường', parent: 'hai-son' },
  { id: 'justice', name: 'Sở Tư pháp', parent: 'hai-son' },
];

const person = (id: string, name: string, place: Pick<Person, 'unit' | 'roles' | 'manager' | 'deputy'>): Person => ({
  id,
  name,
  email: `${id}@example.org`,
  language: 'vi',
  ...place,
});

/** Superiors stand before those they lead, deputies before those they stand in for. */
export const PEOPLE: readonly Person[] = [
  person('minh', 'Nguyễn Văn Minh', { unit: 'hai-son', roles: ['head-of-unit'] }),
  person('khanh', 'Lý Văn Khánh', { unit: 'hai-son', roles: ['auditor'], manager: 'minh' }),
  person('hanh', 'Trần Thị Hạnh', { unit: 'finance', roles: ['head-of-unit'], manager: 'minh' }),
  person('quang', 'Lê Văn Quang', { unit: 'business-registration', roles: ['head-of-unit'], manager: 'hanh' }),
  person('lan', 'Phạm Thị Lan', { unit: 'business-registration', roles: ['improvement-lead'], manager: 'quang' }),
  person('son', 'Đặng Văn Sơn', { unit: 'business-registration', roles: ['reviewer'], manager: 'quang' }),
  person('thao', 'Võ Thị Thảo', {
    ...{ unit: 'business-registration', roles: ['reviewer', 'officer'] },
    ...{ manager: 'quang', deputy: 'son' },
  }),
  person('yen', 'Hồ Thị Yến', { unit: 'business-registration', roles: ['officer'], manager: 'quang' }),
  person('nga', 'Đỗ Thị Nga', { unit: 'environment', roles: ['head-of-unit'], manager: 'minh', deputy: 'hanh' }),
  person('tuan', 'Ngô Văn Tuấn', { unit: 'environment', roles: ['improvement-lead', 'officer'], manager: 'nga' }),
  person('hoa', 'Dương Thị Hoa', { unit: 'justice', roles: ['head-of-unit', 'reviewer'], manager: 'minh' }),
];

export const LICENSING: Procedure = {
  id: 'business-licensing',
  name: 'Đăng ký thành lập doanh nghiệp',
  unit: 'business-registration',
  limitWorkingDays: 3,
  mapping: REGISTER_MAPPING,
};

export const PROCEDURES: readonly Procedure[] = [
  LICENSING,
  {
    ...{ id: 'water-permit', name: 'Cấp giấy phép khai thác nước dưới đất', unit: 'environment' },
    ...{ limitWorkingDays: 15, mapping: REGISTER_MAPPING },
  },
  {
    ...{ id: 'civil-extract', name: 'Cấp bản sao trích lục hộ tịch', unit: 'justice' },
    ...{ limitWorkingDays: 1, mapping: REGISTER_MAPPING },
  },
];

/** A year of business licensing; from July on the office works with a new form and a shorter way to the signature. */
export const LICENSING_REGISTER: Register = {
  seed: 'hai-son',
  prefix: 'DKKD-2025',
  from: '2025-01-01',
  to: '2026-01-01',
  perWorkingDay: 5,
  changeFrom: '2025-07-01',
};
