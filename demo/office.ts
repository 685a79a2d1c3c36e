import { PEOPLE, LICENSING, UNITS } from '../src/worker/example/province';
import { VIETNAM } from '../src/domain/calendar/vietnam';
import { Caller, must } from './caller';
import type { Json } from './caller';

/** Everyone who speaks in the story, by id. `lan` leads improvement and is deputy head, `quang` heads, `son` and `thao` review. */
export type Cast = Readonly<Record<'lan' | 'quang' | 'son' | 'thao', Caller>>;

/** Seconds instead of days: reminded before the review is due, when it is, and then the superior. */
const POLICY = {
  name: 'Demonstration',
  steps: [
    { duration: '-PT10S', level: 0 },
    { duration: 'PT0S', level: 0 },
    { duration: 'PT4S', level: 1 },
  ],
};
const ROUND_EVERY_SECONDS = 2;

/** Puts the province, with a calendar of its own and a round of reminders every two seconds. */
export async function putOffice(admin: Caller): Promise<void> {
  const { id: _vn, ...calendar } = VIETNAM;
  await admin.put('/v1/calendars/hai-son', { ...calendar, name: 'Tỉnh Hải Sơn' });
  await admin.put('/v1/reminder-policies/demo', POLICY);
  for (const { id, ...unit } of UNITS) {
    const office = { calendar: 'hai-son', rounds: { everySeconds: ROUND_EVERY_SECONDS } };
    await admin.put(`/v1/units/${id}`, { ...unit, ...(unit.office !== undefined && { office }) });
  }
  for (const { id, ...person } of PEOPLE) await admin.put(`/v1/people/${id}`, adapted(id, person));
  const { id, ...procedure } = LICENSING;
  await admin.put(`/v1/procedures/${id}`, procedure);
}

/** Lan is deputy head as well, so that only four eyes keep her from approving her own plan; Quang reads English. */
function adapted(id: string, person: Json & { readonly roles: readonly string[] }): Json {
  if (id === 'lan') return { ...person, roles: [...person.roles, 'head-of-unit'] };
  return id === 'quang' || id === 'son' ? { ...person, language: 'en' } : person;
}

/** A token for each of the cast. */
export async function castOf(admin: Caller, base: string): Promise<Cast> {
  const callerFor = async (id: string): Promise<Caller> => {
    const { body } = await admin.post(`/v1/people/${id}/tokens`, { name: 'demonstration' }, 201);
    must(typeof body['token'] === 'string', `the token of ${id} is shown once`);
    return new Caller(base, String(body['token']));
  };
  const [lan, quang] = [await callerFor('lan'), await callerFor('quang')];
  return { lan, quang, son: await callerFor('son'), thao: await callerFor('thao') };
}
