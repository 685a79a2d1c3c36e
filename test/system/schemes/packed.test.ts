import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { facts, scheme } from '../../../src/api/routes/schemeExamples';
import { scoring } from '../scorecards/world';
import type { Scoring } from '../scorecards/world';

let at: Scoring;
beforeAll(async () => {
  at = await scoring();
});
afterAll(() => at.api.close());

const bands = (completed: number) => [
  { key: 'excellent', atLeast: 90 },
  { key: 'completed', atLeast: completed },
  { key: 'not-completed' },
];
const pack = (version: string, completed: number) => ({
  ...{ id: 'wards', version, name: 'Wards', description: 'D', source: ['us'], assumptions: [] },
  contents: { schemes: { 'ward-staff': { ...scheme, bands: bands(completed) } } },
});
type Item = { readonly kind: string; readonly id: string; readonly action: string };
const installed = async (query = '', body: object = {}) => {
  const sent = { unit: 'department', prefix: 'kh-', ...body };
  const answer = await at.admin.post(`/v1/packs/wards/install${query}`, sent).expect(200);
  return (answer.body as { items: readonly Item[] }).items.map(({ kind, id, action }) => `${kind}/${id}: ${action}`);
};
const classOf = async () =>
  ((await at.officer.post('/v1/schemes/kh-ward-staff/try', facts).expect(200)).body as { class: string }).class;

it('a pack with a scheme is previewed, installed, and the same again changes nothing', async () => {
  await at.admin.post('/v1/packs', pack('1.0.0', 50)).expect(201);
  expect(await installed('?dryRun=true')).toEqual(['scheme/kh-ward-staff: add']);
  await at.admin.get('/v1/schemes/kh-ward-staff').expect(404);
  expect(await installed()).toEqual(['scheme/kh-ward-staff: add']);
  expect(await installed()).toEqual(['scheme/kh-ward-staff: same']);
  expect(await classOf()).toBe('completed');
});

it('a newer version of the pack is an upgrade with its reason, for whoever edits schemes alone', async () => {
  await at.admin.post('/v1/packs', pack('1.1.0', 65)).expect(200);
  expect(await installed('?dryRun=true')).toEqual(['scheme/kh-ward-staff: upgrade']);
  expect(await classOf()).toBe('completed');
  await at.head.post('/v1/packs/wards/install', { unit: 'department', prefix: 'kh-' }).expect(403);
  await installed();
  expect(await classOf()).toBe('not-completed');
  const body = (await at.admin.get('/v1/schemes/kh-ward-staff/versions').expect(200)).body as object;
  expect(body).toMatchObject({ items: [{ version: 1 }, { version: 2, reason: expect.stringContaining('1.1.0') }] });
});

it('what the office changed itself is a conflict, and exported as the office has it', async () => {
  const own = (await at.admin.get('/v1/schemes/kh-ward-staff').expect(200)).body as object;
  await at.admin.put('/v1/schemes/kh-ward-staff', { ...own, bands: bands(60), reason: 'Ours' }).expect(200);
  await at.admin.post('/v1/packs', pack('1.2.0', 70)).expect(200);
  expect(await installed('?dryRun=true')).toEqual(['scheme/kh-ward-staff: conflict']);
  const taken = (await at.admin.get('/v1/packs/wards/export?unit=department&prefix=kh-').expect(200)).body as object;
  expect(taken).toMatchObject({ contents: { schemes: { 'ward-staff': { bands: bands(60) } } } });
});
