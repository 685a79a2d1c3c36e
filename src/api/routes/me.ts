import { z } from 'zod';
import { ACTIONS } from '../../domain/access/actions';
import type { Action } from '../../domain/access/actions';
import { Person } from '../../domain/organisation/organisation.schema';
import { Id } from '../../domain/shared/ids.schema';
import { route } from '../http/route';
import { StandsInForView, standsInForView } from './standing';

const MeView = z.object({
  id: Id,
  ...Person.shape,
  standsInFor: StandsInForView,
  may: z.array(z.string()).describe('What the policy lets me do in my own unit'),
});

export const me = route({
  method: 'get',
  path: '/v1/me',
  id: 'getMe',
  tag: 'Access',
  summary: 'Who I am and what I may do in my own unit',
  action: 'signed-in',
  responses: { 200: { description: 'The person whose token this is', schema: MeView, headers: ['ETag'] } },
  handle: async (_input, context) => {
    const { person, may } = context;
    const standsInFor = await standsInForView(context);
    const actions = Object.keys(ACTIONS) as Action[];
    const answers = await Promise.all(actions.map((action) => may(action, { unit: person.unit })));
    return { status: 200, body: { ...person, standsInFor, may: actions.filter((_action, index) => answers[index]) } };
  },
});
