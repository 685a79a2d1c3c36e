import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { installable, readPacks } from '../../../src/store/packs';
import { apiUnderTest, caller } from '../api/support';
import type { ApiUnderTest } from '../api/support';

type Calls = ReturnType<typeof caller>;
type Item = { readonly kind: string; readonly id: string; readonly action: string };
let [here, there]: ApiUnderTest[] = [];
let [giver, taker]: Calls[] = [];
beforeAll(async () => {
  [here, there] = [await apiUnderTest(), await apiUnderTest()];
  [giver, taker] = [caller(here.app), caller(there.app)];
  for (const one of [giver, taker]) await one.put('/v1/units/province', { name: 'Tỉnh' }).expect(201);
});
afterAll(async () => {
  await here?.close();
  await there?.close();
});

async function body<T>(answer: PromiseLike<{ readonly status: number; readonly body: unknown }>): Promise<T> {
  const { status, body: said } = await answer;
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(said)}`);
  return said as T;
}
type Exported = { readonly id: string; readonly version: string; readonly contents: Record<string, unknown> };
const exported = (one: Calls | undefined, pack: string) =>
  body<Exported>(insisted(one).get(`/v1/packs/${pack}/export?unit=province`));
function insisted(one: Calls | undefined): Calls {
  if (one === undefined) throw new Error('not there yet');
  return one;
}

describe.each(installable(readPacks()).map(({ id }) => id))('the pack %s, exported by one province', (id) => {
  it('gives another, empty one the same content', async () => {
    await body(insisted(giver).post(`/v1/packs/${id}/install`, { unit: 'province' }));
    const given = await exported(giver, id);
    // Under an id of its own: the other province has the pack that is shipped, too.
    const shared = { ...given, id: `${id}-of-neighbours` };
    await body(insisted(taker).post('/v1/packs', shared));
    const { items } = await body<{ items: readonly Item[] }>(
      insisted(taker).post(`/v1/packs/${shared.id}/install`, { unit: 'province' }),
    );
    expect(items.filter(({ action }) => action === 'conflict')).toEqual([]);
    const taken = await exported(taker, shared.id);
    expect(taken.contents).toEqual(given.contents);
  }, 60_000);
});
