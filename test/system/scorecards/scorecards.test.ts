import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codesOf } from '../indicators/observing';
import { cardOf, measureOf, scoring } from './world';
import type { Card, Scoring } from './world';

let at: Scoring;
beforeAll(async () => {
  at = await scoring();
  for (const id of ['speed', 'right']) await at.define(id, { baseline: 0, target: 10, scoring: { rule: 'progress' } });
  await at.define('plain', {});
});
afterAll(() => at.api.close());

const Q1 = '2026-Q1';
const read = async (id: string, query = '') => {
  const answer = await at.head.get(`/v1/scorecards/${id}?period=${Q1}${query}`).expect(200);
  return answer.body as Card;
};
const now = () => new Date().toISOString();

describe('a scorecard', () => {
  it('rolls up what is scored, and says how much of the weight that is', async () => {
    await at.enter('speed', Q1, { value: 8 });
    const card = cardOf([{ indicator: 'speed', weight: 3 }, 'right', 'plain'], { minimumCoverage: 0.6 });
    await at.head.put('/v1/scorecards/rolled', card).expect(201);
    const rolled = await read('rolled');
    expect(rolled).toMatchObject({ score: 0.8, coverage: 0.6, state: 'scored', status: { rating: 'yellow' } });
    expect(measureOf(rolled, 'right').state).toBe('missing');
    expect(measureOf(rolled, 'plain').state).toBe('missing');
    await at.enter('plain', Q1, { value: 1 });
    expect(measureOf(await read('rolled'), 'plain')).toMatchObject({
      state: 'not-scored',
      notes: [{ code: 'NOT_SCORED' }],
    });
    await at.head.put('/v1/scorecards/rolled', { ...card, minimumCoverage: 0.7, validFrom: '2026-01-01' }).expect(200);
    const incomplete = await read('rolled');
    expect(incomplete).toMatchObject({ score: 0.8, coverage: 0.6, state: 'incomplete' });
    expect(incomplete).not.toHaveProperty('status');
  });

  it('is refused with the field, the rule and what is there', async () => {
    const wrong = async (more: object) => {
      const answer = await at.head.put('/v1/scorecards/wrong', cardOf(['speed'], more)).expect(422);
      return codesOf(answer.body)[0];
    };
    const objective = { key: 'a', perspective: 'citizens', name: 'A' };
    expect(await wrong({ objectives: [{ ...objective, perspective: 'none' }] })).toEqual([
      '/objectives/0/perspective',
      'UNKNOWN_PERSPECTIVE',
    ]);
    expect(await wrong({ objectives: [objective, objective] })).toEqual([
      '/objectives/1/key',
      'SCORECARD_NAMES_A_KEY_TWICE',
    ]);
    expect(await wrong({ objectives: [{ ...objective, measures: [{ indicator: 'none' }] }] })).toEqual([
      '/objectives/0/measures/0/indicator',
      'UNKNOWN_INDICATOR',
    ]);
    expect(await wrong({ owner: 'nobody' })).toEqual(['/owner', 'UNKNOWN_PERSON']);
    const links = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
    ];
    const objectives = [objective, { ...objective, key: 'b' }];
    expect(await wrong({ objectives, links })).toEqual(['/links/0', 'STRATEGY_MAP_HAS_A_CIRCLE']);
  });

  it('takes names as text, and no weight or period that is not one', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const nasty = cardOf(['speed'], { name: { vi: name, en: name, ja: name } });
    await at.head.put('/v1/scorecards/nasty', nasty).expect(201);
    const shown = await at.head.get(`/v1/scorecards/nasty?period=${Q1}`).expect(200);
    expect(shown.headers['content-type']).toContain('application/json');
    expect(shown.headers['x-content-type-options']).toBe('nosniff');
    expect(shown.body).toMatchObject({ name });
    for (const weight of [-1, 1e7, 'NaN', null])
      await at.head.put('/v1/scorecards/nasty', cardOf([{ indicator: 'speed', weight }])).expect(422);
    for (const query of ['period=2026-Q9', 'asOf=tomorrow', 'depth=3'])
      await at.head.get(`/v1/scorecards/nasty?${query}`).expect(400);
    await at.head.get('/v1/scorecards/nasty/cascade?depth=0').expect(400);
    await at.head.get('/v1/scorecards/nasty/cascade?depth=11').expect(400);
  });

  it('is edited by its unit and those above alone, on the version that was seen', async () => {
    await at.officer.put('/v1/scorecards/mine', cardOf(['speed'])).expect(403);
    await at.head.put('/v1/scorecards/mine', cardOf(['speed'])).expect(201);
    const same = await at.head.put('/v1/scorecards/mine', cardOf(['speed'])).expect(200);
    expect(same.body).toMatchObject({ version: 1 });
    const definition = await at.head.get('/v1/scorecards/mine/definition').expect(200);
    const echoed = { ...(definition.body as object), name: 'Renamed' };
    const edited = await at.head.put('/v1/scorecards/mine', echoed).set('If-Match', '"1"').expect(200);
    expect(edited.headers['etag']).toBe('"2"');
    await at.head
      .put('/v1/scorecards/mine', { ...echoed, name: 'Late' })
      .set('If-Match', '"1"')
      .expect(412);
    const versions = await at.head.get('/v1/scorecards/mine/versions').expect(200);
    expect(versions.body).toMatchObject({ items: [{ version: 1, validFrom: '0001-01-01' }, { version: 2 }] });
  });
});

describe('as of a moment', () => {
  it('weights, definitions and figures are read as they were known then', async () => {
    await at.define('past', { baseline: 0, target: 10, scoring: { rule: 'progress' } });
    const before = now();
    await at.enter('past', Q1, { value: 5 });
    const card = (weight: number) => cardOf([{ indicator: 'past', weight }, 'speed']);
    await at.head.put('/v1/scorecards/dated', card(1)).expect(201);
    expect(await read('dated')).toMatchObject({ score: 0.65 });
    const then = now();
    await at.head.put('/v1/scorecards/dated', { ...card(3), validFrom: '2026-01-01' }).expect(200);
    await at.enter('past', Q1, { value: 6, reason: 'Counted again' });
    await at.define('past', { baseline: 0, target: 12, scoring: { rule: 'progress' }, frequency: 'quarter' });
    expect((await read('dated')).score).toBeCloseTo((3 * 0.5 + 0.8) / 4, 12);
    expect(await read('dated', `&asOf=${then}`)).toMatchObject({ score: 0.65, definitionVersion: 1 });
    const early = await at.head.get(`/v1/scorecards/dated?period=${Q1}&asOf=${before}`).expect(404);
    expect(early.body).toMatchObject({ code: 'SCORECARD_NOT_KNOWN_YET' });
  });

  it('whatever is recorded after the moment, figures, weights or definitions, changes nothing of it', async () => {
    await at.define('fixed', { baseline: 0, target: 10, scoring: { rule: 'progress' } });
    const card = (weight: number) => cardOf([{ indicator: 'fixed', weight }, 'speed']);
    await at.enter('fixed', Q1, { value: 7 });
    await at.head.put('/v1/scorecards/held', card(2)).expect(201);
    const then = now();
    const before = await read('held', `&asOf=${then}`);
    expect(before.score).toBeCloseTo((2 * 0.7 + 0.8) / 3, 12);
    for (const [i, value] of [1, 9, 3].entries()) {
      await at.enter('fixed', Q1, { value, reason: 'Counted again' });
      await at.head.put('/v1/scorecards/held', { ...card(i + 4), validFrom: `2025-0${i + 1}-01` }).expect(200);
      expect((await read('held')).score).toBeCloseTo(((i + 4) * (value / 10) + 0.8) / (i + 5), 12);
      const { perspectives, score, coverage } = await read('held', `&asOf=${then}`);
      expect([perspectives, score, coverage]).toEqual([before.perspectives, before.score, before.coverage]);
    }
  });

  it('a period keeps the definition that held on its last day', async () => {
    await at.head.put('/v1/scorecards/weights', cardOf(['speed'])).expect(201);
    await at.head.put('/v1/scorecards/weights', { ...cardOf(['right']), validFrom: '2026-04-01' }).expect(200);
    expect(await read('weights')).toMatchObject({ score: 0.8, definitionVersion: 1 });
    const later = await at.head.get('/v1/scorecards/weights?period=2026-Q2').expect(200);
    expect(later.body).toMatchObject({ definitionVersion: 2, state: 'missing' });
  });

  it('a closed period is read as it was closed, until it is reopened', async () => {
    const period = '2025-Q4';
    await at.enter('speed', period, { value: 4 });
    await at.head.put('/v1/scorecards/closed', cardOf(['speed'])).expect(201);
    await at.head.post(`/v1/units/department/periods/${period}/close`, { note: 'Checked' }).expect(201);
    const card = cardOf(['speed', 'right'], { validFrom: '2025-01-01' });
    await at.head.put('/v1/scorecards/closed', card).expect(200);
    await at.define('speed', { baseline: 0, target: 5, scoring: { rule: 'progress' } });
    const closed = await at.head.get(`/v1/scorecards/closed?period=${period}`).expect(200);
    expect(closed.body).toMatchObject({ score: 0.4, coverage: 1, definitionVersion: 1 });
    expect(closed.body).toHaveProperty('closedAt');
    await at.head.post(`/v1/units/department/periods/${period}/reopen`, { reason: 'Inspection' }).expect(200);
    const open = await at.head.get(`/v1/scorecards/closed?period=${period}`).expect(200);
    expect(open.body).toMatchObject({ score: 0.8, coverage: 0.5, definitionVersion: 2 });
  });
});

describe('around a scorecard', () => {
  it('objectives are cascaded to a unit below and back up, with the scores there', async () => {
    await at.enter('right', Q1, { value: 10 });
    await at.enter('right', Q1, { value: 3 }, 'office');
    await at.head.put('/v1/scorecards/above', cardOf(['right'])).expect(201);
    const objective = (to: object) => ({
      unit: 'office',
      objectives: [
        { key: 'ours', perspective: 'citizens', name: 'Ours', measures: [{ indicator: 'right' }], contributesTo: to },
      ],
    });
    const to = { scorecard: 'above', objective: 'good', by: 'indicator' };
    await at.head.put('/v1/scorecards/below', cardOf([], objective({ ...to, objective: 'none' }))).expect(422);
    await at.head.put('/v1/scorecards/below', cardOf([], objective(to))).expect(201);
    const down = await at.head.get(`/v1/scorecards/above/cascade?period=${Q1}`).expect(200);
    expect(down.body).toMatchObject({
      objectives: [{ key: 'good', score: 1, below: [{ scorecard: 'below', objective: 'ours', score: 0.3 }] }],
      hidden: 0,
    });
    const up = await at.officer.get(`/v1/scorecards/below/cascade?period=${Q1}`).expect(200);
    expect(up.body).toMatchObject({ objectives: [{ key: 'ours', below: [] }], hidden: 1 });
    const both = await at.head.get(`/v1/scorecards/below/cascade?period=${Q1}`).expect(200);
    expect(both.body).toMatchObject({ objectives: [{ above: { scorecard: 'above', score: 1, by: 'indicator' } }] });
    const compared = await at.head.get(`/v1/scorecards/above/compare?measure=right&period=${Q1}`).expect(200);
    expect(compared.body).toMatchObject({ method: 'values', units: [{ unit: 'office', value: { value: 3 } }] });
  });

  it('a cascade is told over several levels, each with how it serves the one above, and leads in no circle', async () => {
    const quarter = '2025-Q2';
    await at.enter('right', quarter, { value: 4 }, 'office');
    const card = (name: string, more: object) =>
      cardOf([], { unit: 'office', objectives: [{ ...ours, name, ...more }] });
    const ours = { key: 'ours', perspective: 'citizens', measures: [{ indicator: 'right' }] };
    const to = (scorecard: string, objective: string, by: string) => ({ contributesTo: { scorecard, objective, by } });
    await at.head.put('/v1/scorecards/top', cardOf(['right'])).expect(201);
    await at.head.put('/v1/scorecards/middle', card('Middle', to('top', 'good', 'indicator'))).expect(201);
    await at.head.put('/v1/scorecards/lowest', card('Lowest', to('middle', 'ours', 'contribution'))).expect(201);
    const down = await at.head.get(`/v1/scorecards/top/cascade?period=${quarter}`).expect(200);
    expect(down.body).toMatchObject({
      depth: 3,
      objectives: [{ below: [{ scorecard: 'middle', below: [{ scorecard: 'lowest', by: 'contribution' }] }] }],
    });
    const one = await at.head.get(`/v1/scorecards/top/cascade?period=${quarter}&depth=1`).expect(200);
    expect(JSON.stringify(one.body)).not.toContain('lowest');
    const up = await at.head.get(`/v1/scorecards/lowest/cascade?period=${quarter}`).expect(200);
    expect(up.body).toMatchObject({
      objectives: [
        {
          above: {
            scorecard: 'middle',
            contribution: { shared: [{ indicator: 'right', above: 0.4, below: 0.4 }] },
            above: { scorecard: 'top', by: 'indicator' },
          },
        },
      ],
    });
    const circle = await at.head.put('/v1/scorecards/middle', card('Middle', to('lowest', 'ours', 'objective')));
    expect(circle.body).toMatchObject({ code: 'CASCADE_HAS_A_CIRCLE', status: 422 });
    expect(JSON.stringify(circle.body)).toContain('middle/ours → lowest/ours → middle/ours');
  });

  it('the X-matrix shows where objectives, initiatives, measures and owners meet', async () => {
    const initiatives = [{ key: 'train', objective: 'good', name: 'Training', owner: 'hoa' }];
    await at.head.put('/v1/scorecards/matrix', cardOf(['right'], { initiatives })).expect(201);
    const answer = await at.head.get(`/v1/scorecards/matrix/x-matrix?period=${Q1}`).expect(200);
    expect(answer.body).toMatchObject({
      owners: [{ key: 'hoa' }],
      initiativeMeasure: [{ one: 'train', other: 'right' }],
      objectiveInitiative: [{ one: 'good', other: 'train' }],
    });
  });

  it('lint says what is missing, each with its field', async () => {
    await at.head.put('/v1/scorecards/linted', cardOf(['plain'])).expect(201);
    const answer = await at.head.get(`/v1/scorecards/linted/lint?period=${Q1}`).expect(200);
    const codes = (answer.body as { findings: readonly { code: string }[] }).findings.map(({ code }) => code);
    expect(codes).toEqual([
      ...['NO_LEADING_INDICATOR', 'NO_COUNTER_INDICATOR', 'OBJECTIVE_WITHOUT_OWNER', 'OBJECTIVE_WITHOUT_INITIATIVE'],
      ...['MEASURE_WITHOUT_TARGET', 'MEASURE_WITHOUT_SCORING'],
    ]);
  });

  it('a list shows those of the unit and below that the reader may see', async () => {
    const all = await at.head.get('/v1/scorecards?unit=department').expect(200);
    expect((all.body as { items: readonly object[] }).items.length).toBeGreaterThan(5);
    const own = await at.officer.get('/v1/scorecards').expect(200);
    expect(own.body).toMatchObject({
      items: ['below', 'lowest', 'middle'].map((id) => ({ id, unit: 'office', objectives: 1, measures: 1 })),
    });
  });
});
