import { BY } from '../support/office';
import { PLAN } from '../support/office';
import type { Engine } from '../support/engine';
import type { Caller } from '../support/http';

/** A token for a person, as an administrator gives one. */
export async function tokenOf(admin: Caller, person: string): Promise<string> {
  const { body } = await admin.post(`/v1/people/${person}/tokens`, { name: 'browser' });
  return (body as { token: string }).token;
}

/** A cycle of the given procedure with the whole plan, launched by the lead. */
export async function launched(lead: Caller, procedure: string, over: object = {}): Promise<string> {
  const answer = await lead.post('/v1/cycles', {
    procedure,
    title: `Quicker ${procedure}`,
    plan: { ...PLAN, ...over },
  });
  if (answer.status !== 201) throw new Error(`not launched: ${JSON.stringify(answer.body)}`);
  return (answer.body as { id: string }).id;
}

/** One more procedure of the small office, so that more than one cycle can be open. */
export async function aProcedure({ stores }: Engine, id: string): Promise<void> {
  await stores.organisation.put('procedure', { id, name: `Procedure ${id}`, unit: 'kh-dpi', limitWorkingDays: 15 }, BY);
}
