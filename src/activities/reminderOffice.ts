import { lineOf } from '../domain/access/place';
import type { Calendar } from '../domain/calendar/calendar.schema';
import { VIETNAM } from '../domain/calendar/vietnam';
import { officeOf, unitsOfOffice } from '../domain/organisation/offices';
import type { OfficeSettings } from '../domain/organisation/organisation.schema';
import type { ReminderPolicy } from '../domain/reminders/policy.schema';
import { mergedTerms } from '../domain/terms/inTerms';
import type { OwnTerms } from '../domain/terms/inTerms';
import type { Organisation } from './ports';

/** An office as its rounds see it: who it is, whom it reminds, and on which calendar (in its own time zone). */
export type Office = {
  readonly id: string;
  readonly name: string;
  readonly settings: OfficeSettings;
  readonly units: readonly string[];
  readonly calendar: Calendar;
  readonly terms: OwnTerms;
};

/** `undefined`: the unit is gone or is no office any more. */
export async function loadOffice(organisation: Organisation, unit: string): Promise<Office | undefined> {
  const units = await organisation.allUnits();
  const office = officeOf(units, unit);
  if (office?.id !== unit) return undefined;
  const settings = office.office;
  const calendar = (await organisation.calendars.get(settings.calendar ?? VIETNAM.id))?.value ?? VIETNAM;
  return {
    id: unit,
    name: office.name,
    settings,
    units: unitsOfOffice(units, unit),
    terms: mergedTerms(await organisation.termsOf(lineOf(units, unit))),
    calendar: { ...calendar, timeZone: settings.timeZone ?? calendar.timeZone },
  };
}

const PAGE = 200;

export async function allPolicies({ reminderPolicies }: Organisation): Promise<readonly ReminderPolicy[]> {
  const all: ReminderPolicy[] = [];
  for (let after: string | undefined; ; after = all.at(-1)?.id) {
    const page = await reminderPolicies.list(after, PAGE);
    all.push(...page.map(({ value }) => value));
    if (page.length < PAGE) return all;
  }
}
