import type { Calendar } from '../../../src/domain/calendar/calendar.schema';

const worked: Calendar['week']['mon'] = [
  ['07:30', '11:30'],
  ['13:30', '17:00'],
];

/** Monday to Friday in Vietnam, without days off. */
export const exampleCalendar: Calendar = {
  id: 'example',
  name: 'Example',
  timeZone: 'Asia/Ho_Chi_Minh',
  week: { mon: worked, tue: worked, wed: worked, thu: worked, fri: worked, sat: [], sun: [] },
  days: [],
};
