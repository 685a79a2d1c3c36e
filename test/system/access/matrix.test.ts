import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiRoutes } from '../../../src/api/app';
import { ACCESS_REFUSALS } from '../../../src/domain/access/refusals';
import { accessPage } from './page';
import { MATRIX, PLACES, placesOf, ROLE_COLUMNS } from './matrix';
import type { Line, Place } from './matrix';
import { COMMAND_TYPES, requestOf } from './requests';
import type { Asked } from './requests';
import { aWorld } from './world';
import type { World } from './world';

const COMMANDS = 'POST /v1/cycles/{id}/commands';
const routes = new Map(apiRoutes().map((route) => [`${route.method.toUpperCase()} ${route.path}`, route]));
const routeOf = ({ route }: Line) => {
  const found = routes.get(route.split(' ').slice(0, 2).join(' '));
  if (found === undefined) throw new Error(`no such route: ${route}`);
  return found;
};

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

type Answer = { readonly status: number; readonly code: string | undefined; readonly text: string };

async function call({ method, path: address, body, type }: Asked, token?: string): Promise<Answer> {
  const answer = await fetch(world.base + address, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': type ?? 'application/json' }),
      // What is changed is not what is there: nothing is, whoever may.
      ...(method !== 'GET' && { 'if-match': '"999"' }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  if (answer.headers.get('content-type')?.startsWith('text/event-stream') === true) {
    await answer.body?.cancel();
    return { status: answer.status, code: undefined, text: '' };
  }
  const text = await answer.text();
  const problem = answer.headers.get('content-type')?.startsWith('application/problem+json') === true;
  return { status: answer.status, code: problem ? (JSON.parse(text) as { code: string }).code : undefined, text };
}
const refused = ({ code }: Answer): boolean => code !== undefined && Object.hasOwn(ACCESS_REFUSALS, code);
const told = (role: string, place: Place, { status, code }: Answer) => `${role} ${place}: ${status} ${code ?? ''}`;

describe('the matrix of access', () => {
  it('has a line for every route and every command of a cycle, and for nothing else', () => {
    const expected = [...routes.keys()].flatMap((route) =>
      route === COMMANDS ? COMMAND_TYPES.map((type) => `${route} ${type}`) : [route],
    );
    expect(MATRIX.map(({ route }) => route).sort()).toEqual(expected.sort());
  });

  it('agrees with what each route says of itself', () => {
    for (const line of MATRIX) {
      const { action } = routeOf(line);
      const expected = line.of === 'public' ? action === 'public' : action !== 'public';
      expect([line.route, expected]).toEqual([line.route, true]);
    }
  });

  it('is the page that people read', () => {
    const file = path.resolve(__dirname, '../../../docs/access.md');
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, accessPage(MATRIX));
    expect(readFileSync(file, 'utf8')).toBe(accessPage(MATRIX));
  });
});

describe('nobody in particular', () => {
  it.each(MATRIX.map((line) => [line.route, line] as const))('%s', async (route, line) => {
    const { status, code } = await call(requestOf(route, routeOf(line), world.at.own));
    if (line.of === 'public') expect(code).not.toBe('NOT_SIGNED_IN');
    else expect([status, code]).toEqual([401, 'NOT_SIGNED_IN']);
  });
});

const inPlaces = MATRIX.filter(({ of }) => of === 'place');
describe('each role about things in the own unit, below, above and beside it', () => {
  it.each(inPlaces.map((line) => [line.route, line] as const))('%s', async (route, line) => {
    const differs: string[] = [];
    for (const role of ROLE_COLUMNS) {
      const asking = PLACES.map((place) => call(requestOf(route, routeOf(line), world.at[place]), world.tokenOf[role]));
      for (const [i, answer] of (await Promise.all(asking)).entries()) {
        const place = PLACES[i] ?? 'own';
        const may = placesOf(line, role).includes(place);
        const right = may ? !refused(answer) && answer.status < 500 && answer.status !== 401 : refused(answer);
        if (!right) differs.push(told(role, place, answer));
      }
    }
    expect(differs).toEqual([]);
  });
});

/** Text by which a thing of a place shows in a list. */
const SHOWN: Readonly<Record<string, (place: Place) => string>> = {
  'GET /v1/units': (place) => `"id":"${world.at[place].unit}"`,
  'GET /v1/people': (place) => world.at[place].person,
  'GET /v1/procedures': (place) => world.at[place].procedure,
  'GET /v1/calendars': () => '"id":"vn"',
  'GET /v1/reminder-policies': () => '"id":"standard"',
  'GET /v1/terms': (place) => `"id":"${world.at[place].unit}"`,
  'GET /v1/plan-templates': (place) => world.at[place].template,
  'GET /v1/collectors': (place) => world.at[place].collector,
  'GET /v1/review-plans': (place) => `"id":"rev-${world.at[place].unit}"`,
  'GET /v1/evaluations': (place) => `"id":"${world.at[place].evaluation}"`,
  'GET /v1/evaluation-periods': (place) => `"id":"${world.at[place].evaluationPeriod}"`,
  'GET /v1/reviews': (place) => `"id":"${world.at[place].review}"`,
  'GET /v1/scorecards': (place) => world.at[place].scorecard,
  'GET /v1/ideas': (place) => `idea of ${world.at[place].unit}"`,
  'GET /v1/training/needs': (place) => `need of ${world.at[place].unit}"`,
  'GET /v1/training/plans': (place) => `need of ${world.at[place].unit}"`,
  'GET /v1/surveys': (place) => world.at[place].survey,
  'GET /v1/observations/waiting': (place) => `"unit":"${world.at[place].unit}"`,
  'GET /v1/programmes': (place) => `"id":"${world.at[place].programme}"`,
  'GET /v1/programmes/{programme}/figures': (place) => `"unit":"${world.at[place].unit}"`,
  'GET /v1/indicators/{indicator}/observations': (place) => `"unit":"${world.at[place].unit}"`,
};
const PAGED = new Set(Object.keys(SHOWN).filter((route) => !route.endsWith('/figures')));
describe('what stands in a list for each role', () => {
  const lists = MATRIX.filter(({ of }) => of === 'list');
  it.each(lists.map((line) => [line.route, line] as const))('%s', async (route, line) => {
    const differs: string[] = [];
    for (const role of ROLE_COLUMNS) {
      const asked = requestOf(route, routeOf(line), { ...world.at.own, indicator: 'shared', programme: 'books' });
      const answer = await call(
        { ...asked, path: asked.path + (PAGED.has(route) ? '?limit=200' : '') },
        world.tokenOf[role],
      );
      for (const place of PLACES) {
        const shows = answer.text.includes(SHOWN[route]?.(place) ?? 'nothing is known of this list');
        const may = placesOf(line, role).includes(place);
        if (shows !== may || (may && answer.status !== 200)) differs.push(told(role, place, answer));
      }
    }
    expect(differs).toEqual([]);
  });
});

describe('each role where no unit is concerned', () => {
  const lines = MATRIX.filter(({ of }) => of === 'nowhere' || of === 'signed-in');
  it.each(lines.map((line) => [line.route, line] as const))('%s', async (route, line) => {
    const differs: string[] = [];
    for (const role of ROLE_COLUMNS) {
      const answer = await call(requestOf(route, routeOf(line), world.at.own), world.tokenOf[role]);
      const may = placesOf(line, role).length > 0;
      if (may ? refused(answer) || answer.status >= 500 : !refused(answer)) differs.push(told(role, 'own', answer));
    }
    expect(differs).toEqual([]);
  });
});
