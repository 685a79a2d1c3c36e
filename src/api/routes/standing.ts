import { z } from 'zod';
import type { Represented, Standing } from '../../domain/access/policy';
import { localDateOf } from '../../domain/calendar/zone';
import { ROLES } from '../../domain/organisation/roles';
import type { Person } from '../../domain/organisation/organisation.schema';
import { isAbsent } from '../../domain/reminders/recipients';
import { Id, IsoDate } from '../../domain/shared/ids.schema';
import type { Context } from '../http/route';

type Asking = Pick<Context, 'deps' | 'standing' | 'person' | 'at'>;

/** The person with everyone they stand in for today: whose deputy they are, and who is away on this day of the office. */
export async function actingFor(asking: Asking): Promise<Standing> {
  const { people } = await standsInFor(asking);
  if (people.length === 0) return asking.standing;
  const represents = people.map(({ id, unit, roles }): Represented => ({ id, unit, roles }));
  return { ...asking.standing, standsInFor: represents.map(({ id }) => id), represents };
}

export const StandsInForView = z
  .array(
    z.object({
      id: Id,
      name: z.string(),
      unit: Id,
      roles: z.array(z.enum(ROLES)),
      until: IsoDate.describe('Last day of the absence'),
    }),
  )
  .describe('Absent people whose deputy the person is today');

/** The same for people to read. */
export async function standsInForView(asking: Asking): Promise<z.infer<typeof StandsInForView>> {
  const { people, day = '' } = await standsInFor(asking);
  return people.map(({ id, name, unit, roles, absences = [] }) => {
    const until = absences.filter(({ from, to }) => from <= day && day <= to).map(({ to }) => to);
    return { id, name, unit, roles, until: until.sort().at(-1) ?? day };
  });
}

/** The absent people whose deputy this person is, and the day of the office on which they are away. */
async function standsInFor({ deps, person, at }: Asking): Promise<{
  readonly people: readonly Person[];
  readonly day?: string;
}> {
  const represented = await deps.organisation.peopleWithDeputy(person.id);
  if (represented.length === 0) return { people: [] };
  const { timeZone } = await deps.calendarOf({ unit: person.unit, procedure: '' });
  const day = localDateOf(at, timeZone);
  return { people: represented.filter((one) => isAbsent(one, day)), day };
}
