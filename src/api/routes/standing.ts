import type { Standing } from '../../domain/access/policy';
import { localDateOf } from '../../domain/calendar/zone';
import { isAbsent } from '../../domain/reminders/recipients';
import type { Context } from '../http/route';

/** The person with everyone they stand in for today: whose deputy they are, and who is away on this day of the office. */
export async function actingFor({ deps, standing, person, at }: Context): Promise<Standing> {
  const represented = await deps.organisation.peopleWithDeputy(person.id);
  if (represented.length === 0) return standing;
  const { timeZone } = await deps.calendarOf({ unit: person.unit, procedure: '' });
  const day = localDateOf(at, timeZone);
  return { ...standing, standsInFor: represented.filter((one) => isAbsent(one, day)).map(({ id }) => id) };
}
