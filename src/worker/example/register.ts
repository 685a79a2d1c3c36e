import { addWorkingDays, nextWorkingDay } from '../../domain/calendar/workingDays';
import type { Calendar } from '../../domain/calendar/calendar.schema';
import { VIETNAM } from '../../domain/calendar/vietnam';
import { seededRandom, type Random } from '../../domain/statistics/random';
import type { LocalDate } from '../../domain/shared/time';

/** A register of made-up cases. The same register gives the same cases, byte for byte, on every machine. */
export type Register = {
  readonly seed: string;
  /** Before the number of a case: `DKKD` gives `DKKD-00001`. */
  readonly prefix: string;
  /** First day on which cases come in, and the day after the last one. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Cases that come in on a working day, on average. */
  readonly perWorkingDay: number;
  /** From this day on the office works the new way: fewer incomplete files, shorter desks. */
  readonly changeFrom: LocalDate;
  /** The register as it stood at the beginning of this day: what happened later is not in it. Default: `to`. */
  readonly asOf?: LocalDate;
};
export type RegisterCase = {
  readonly id: string;
  readonly channel: string;
  readonly group: string;
  readonly steps: readonly { readonly activity: string; readonly at: Moment }[];
  readonly due: Moment;
  /** Missing: not decided yet. */
  readonly decided?: Moment;
};
/** A minute of a day on the office's clock. */
export type Moment = { readonly day: LocalDate; readonly minute: number };

const CALENDAR: Calendar = VIETNAM;
const LIMIT_WORKING_DAYS = 3;
const [OPENS, CLOSES] = [7 * 60 + 30, 17 * 60];
const CHANNELS = ['Trực tuyến', 'Trực tuyến', 'Trực tiếp', 'Bưu chính'] as const;
const GROUPS = ['Hộ kinh doanh', 'Hộ kinh doanh', 'Công ty TNHH', 'Công ty cổ phần', 'Doanh nghiệp tư nhân'] as const;
/** Share of files that come in incomplete, and the most working days a desk takes, the old way and the new. */
const WAYS = {
  old: { incomplete: 0.38, check: 1, appraise: 3, sign: 2 },
  new: { incomplete: 0.13, check: 1, appraise: 1, sign: 1 },
} as const;
export const ASKED = 'Yêu cầu bổ sung';
export const COMPLETED = 'Nhận bổ sung';

/** The cases in the order in which they came in. */
export function* registerCases(register: Register): Generator<RegisterCase> {
  const arrivals = seededRandom(`${register.seed}/arrivals`);
  const last = register.asOf ?? register.to;
  let number = 0;
  for (let day = nextWorkingDay(CALENDAR, register.from); day < register.to; day = addWorkingDays(CALENDAR, day, 1)) {
    const count = Math.round(register.perWorkingDay * (0.5 + arrivals()));
    for (let i = 0; i < count; i += 1) {
      number += 1;
      if (day < last) yield known(madeCase(register, day, number), last);
    }
  }
}

/** Every case has numbers of its own, so that a later state of the register holds the very same cases. */
function madeCase({ seed, prefix, changeFrom }: Register, day: LocalDate, number: number): RegisterCase {
  const random = seededRandom(`${seed}/${number}`);
  const received = { day, minute: OPENS + whole(random, CLOSES - OPENS - 60) };
  const steps = stepsFrom(received, day < changeFrom ? WAYS.old : WAYS.new, random);
  const decided = steps.at(-1)?.at ?? received;
  return {
    id: `${prefix}-${String(number).padStart(5, '0')}`,
    channel: oneOf(CHANNELS, random),
    group: oneOf(GROUPS, random),
    steps,
    due: { day: addWorkingDays(CALENDAR, day, LIMIT_WORKING_DAYS), minute: CLOSES },
    decided,
  };
}

function stepsFrom(received: Moment, way: (typeof WAYS)[keyof typeof WAYS], random: Random): RegisterCase['steps'] {
  const steps = [{ activity: 'Tiếp nhận hồ sơ', at: received }];
  const then = (activity: string, mostDays: number, leastDays = 0): void => {
    const at = later(steps.at(-1)?.at ?? received, leastDays + whole(random, mostDays - leastDays), random);
    steps.push({ activity, at });
  };
  then('Kiểm tra hồ sơ', way.check);
  if (random() < way.incomplete) {
    then(ASKED, 0);
    then(COMPLETED, 5, 1);
    then('Kiểm tra hồ sơ', way.check);
  }
  then('Thẩm định', way.appraise);
  then('Ký duyệt', way.sign);
  then('Trả kết quả', 1);
  return steps;
}

/** So many working days later, within office hours; on the same day a little later, and on the next one after closing time. */
function later({ day, minute }: Moment, workingDays: number, random: Random): Moment {
  if (workingDays > 0) return { day: addWorkingDays(CALENDAR, day, workingDays), minute: morningOrLater(random) };
  const sameDay = minute + 10 + whole(random, 80);
  return sameDay < CLOSES
    ? { day, minute: sameDay }
    : { day: addWorkingDays(CALENDAR, day, 1), minute: OPENS + whole(random, 90) };
}

const morningOrLater = (random: Random): number => OPENS + whole(random, CLOSES - OPENS - 1);

/** What the register knew of a case at the beginning of a day. */
function known(one: RegisterCase, asOf: LocalDate): RegisterCase {
  const { decided, ...rest } = one;
  const steps = one.steps.filter(({ at }) => at.day < asOf);
  return { ...rest, steps, ...(decided !== undefined && decided.day < asOf && { decided }) };
}

/** A whole number from 0 to `most`. */
const whole = (random: Random, most: number): number => Math.floor(random() * (most + 1));

function oneOf<T>(values: readonly [T, ...T[]], random: Random): T {
  return values[Math.floor(random() * values.length)] ?? values[0];
}
