import type { IndicatorChange } from '../../../src/activities/indicators.ports';
import { IndicatorDefinition } from '../../../src/domain/indicators/indicator.schema';
import { FROM_THE_BEGINNING } from '../../../src/domain/indicators/facts';
import { apiUnderTest, caller, seedProvince, signedInAs } from '../api/support';
import type { ApiUnderTest } from '../api/support';

/** A province whose department keeps indicators, and people who enter and approve. */
export async function observing() {
  const changes: IndicatorChange[] = [];
  const api = await apiUnderTest({
    onIndicatorChange: async (change) => void changes.push(change),
    beforeClosing: async () => undefined,
  });
  await seedProvince(api);
  const admin = caller(api.app);
  const hoa = await signedInAs(api, 'hoa', { unit: 'office', roles: ['officer'] });
  const binh = await signedInAs(api, 'binh', { unit: 'office', roles: ['officer'] });
  const head = await signedInAs(api, 'head', { unit: 'department', roles: ['head-of-unit'] });
  await defined(api, 'speed', { name: 'Days' });
  await defined(api, 'share', { name: 'On time', source: { type: 'ratio', per: 100 } });
  await defined(api, 'seen', { name: 'Seen twice', approval: true });
  await defined(api, 'sum', { name: 'Sum', source: { type: 'formula', formula: 'speed + 1' } });
  await defined(api, 'yearly', { name: 'Yearly', frequency: 'year' });
  await defined(api, 'old', { name: 'Old', retired: true });
  return { api, admin, hoa, binh, head, changes };
}
export type Observing = Awaited<ReturnType<typeof observing>>;

export async function defined(api: ApiUnderTest, id: string, input: unknown, home = 'department'): Promise<void> {
  const definition = { ...IndicatorDefinition.parse(input), home };
  const edit = { id, validFrom: FROM_THE_BEGINNING, by: 'head' };
  await api.deps.indicators.define(edit, definition, { references: [] });
}

export const codesOf = (body: unknown): readonly (readonly [string, string])[] =>
  (body as { errors: readonly { field: string; rule: string }[] }).errors.map(({ field, rule }) => [field, rule]);
