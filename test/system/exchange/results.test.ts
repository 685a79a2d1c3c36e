import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { anOffice, DUNG, dungRated, dungWorked, PERIOD, published } from './office';
import type { Office } from './office';

let office: Office;
beforeAll(async () => {
  office = await anOffice();
  await dungWorked(office);
  await dungRated(office);
}, 120_000);
afterAll(() => office.api.close());

const results = `/v1/evaluation-periods/${PERIOD}/results`;

it('gives results to other systems after the publication alone, of those who were told', async () => {
  const { body: early } = (await office.hoa.get(results).expect(409)) as { body: { code: string } };
  expect(early.code).toBe('RESULTS_NOT_PUBLISHED');
  await published(office);
  const { body } = (await office.hoa.get(results).expect(200)) as { body: { items: readonly object[] } };
  expect(body.items).toEqual([
    {
      ...{ evaluation: DUNG, person: 'dung', unit: 'office', position: 'Chuyên viên', period: '2026-03' },
      ...{ total: 64.333, class: 'completed', className: 'Completed', lowered: false, phase: 'published' },
      publishedAt: '2026-03-27T08:00:00.000Z',
    },
  ]);
});

it('gives them as a table, with headings for programs', async () => {
  const { text } = (await office.hoa.get(`${results}?headings=fields`).set('Accept', 'text/csv').expect(200)) as {
    text: string;
  };
  const [head, row] = text.replace('\uFEFF', '').split('\r\n');
  expect(head?.split(',').slice(0, 3)).toEqual(['evaluation', 'person', 'unit']);
  expect(row).toContain('64.333,completed');
});

it('gives the head of a unit below that unit alone, and others nothing', async () => {
  await office.binh.get(`${results}?unit=office`).expect(200);
  await office.hoa.get(`${results}?unit=department`).expect(403);
  await office.dung.get(results).expect(403);
});
