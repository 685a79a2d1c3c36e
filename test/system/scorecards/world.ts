import { apiUnderTest, caller, seedProvince, signedInAs } from '../api/support';
import { defined } from '../indicators/observing';

export type Measured = {
  readonly id: string;
  readonly definition: object;
  readonly value?: number;
  readonly numerator?: number;
  readonly denominator?: number;
};

/** A province whose department has a scorecard; the head enters figures. */
export async function scoring() {
  const api = await apiUnderTest();
  await seedProvince(api);
  const head = await signedInAs(api, 'head', { unit: 'department', roles: ['head-of-unit'] });
  const officer = await signedInAs(api, 'hoa', { unit: 'office', roles: ['officer'] });
  const enter = (id: string, period: string, figure: object, unit = 'department') =>
    head.post(`/v1/indicators/${id}/observations`, { unit, period, ...figure }).expect(201);
  const define = (id: string, definition: object) =>
    defined(api, id, { name: id, frequency: 'quarter', ...definition });
  return { api, admin: caller(api.app), head, officer, enter, define };
}
export type Scoring = Awaited<ReturnType<typeof scoring>>;

/** One perspective, one objective, and these measures. */
export const cardOf = (measures: readonly (string | object)[], more: object = {}) => ({
  name: 'Department',
  unit: 'department',
  perspectives: [{ key: 'citizens', name: 'Citizens' }],
  objectives: [
    {
      key: 'good',
      perspective: 'citizens',
      name: 'Good service',
      measures: measures.map((one) => (typeof one === 'string' ? { indicator: one } : one)),
    },
  ],
  ...more,
});

type Measure = {
  readonly indicator: string;
  readonly score?: number;
  readonly raw?: number;
  readonly state: string;
  readonly overAchieved: boolean;
  readonly status?: { readonly rating: string };
  readonly notes: readonly { readonly code: string }[];
};
export type Card = {
  readonly score?: number;
  readonly coverage: number;
  readonly state: string;
  readonly period: string;
  readonly definitionVersion: number;
  readonly perspectives: readonly {
    readonly score?: number;
    readonly objectives: readonly { readonly score?: number; readonly measures: readonly Measure[] }[];
  }[];
};
export const measuresOf = (body: unknown): readonly Measure[] =>
  (body as Card).perspectives.flatMap(({ objectives }) => objectives.flatMap(({ measures }) => measures));
export const measureOf = (body: unknown, id: string): Measure => {
  const found = measuresOf(body).find(({ indicator }) => indicator === id);
  if (found === undefined) throw new Error(`no measure ${id}`);
  return found;
};
