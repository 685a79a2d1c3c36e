import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { temporalImports } from '../../../src/api/temporalImports';
import { INDICATORS } from '../../../src/worker/example/indicators';
import { PEOPLE, PROCEDURES, UNITS } from '../../../src/worker/example/province';
import { seedExample } from '../../../src/worker/seed';
import type { SeedDeps } from '../../../src/worker/seed';
import { ensureShipped } from '../../../src/worker/shipped';
import { documentChanged } from '../../../src/worker/standing';
import { engine } from '../support/engine';
import type { Engine } from '../support/engine';
import { eventually } from '../support/eventually';

const now = (): string => new Date().toISOString();
const engines: Engine[] = [];
let kairyo: Engine;

const depsOf = ({ stores, client }: Engine): SeedDeps => ({
  ...stores,
  importCommands: temporalImports(client),
  onChanged: documentChanged(client, now),
  now,
});

/** As if the process died once it has put so many documents. */
const dyingAfter = (deps: SeedDeps, documents: number): SeedDeps => {
  let left = documents;
  return {
    ...deps,
    onChanged: async (kind, id) => {
      if (left === 0) throw new Error('died');
      left -= 1;
      await deps.onChanged(kind, id);
    },
  };
};

async function contents({ stores: { organisation } }: Engine): Promise<readonly number[]> {
  const lists = [organisation.units, organisation.people, organisation.procedures];
  return Promise.all(lists.map(async (documents) => (await documents.list(undefined, 100)).length));
}

beforeEach(async () => {
  kairyo = await engine('seed');
  engines.push(kairyo);
  await ensureShipped(kairyo.stores.organisation);
});
afterAll(async () => {
  for (const one of engines) await one.close();
});

describe('example data', () => {
  it('fill an empty store, cases by the normal way of an import, and are made once', async () => {
    const deps = depsOf(kairyo);
    expect(await seedExample(deps)).toBe(true);
    expect(await seedExample(deps)).toBe(false);
    expect(await contents(kairyo)).toEqual([UNITS.length, PEOPLE.length, PROCEDURES.length]);
    const indicators = await kairyo.stores.indicators.list(undefined, 100);
    expect(indicators.map(({ id, version }) => [id, version])).toEqual(
      Object.keys(INDICATORS)
        .sort()
        .map((id) => [id, 1]),
    );
    expect(await kairyo.stores.figures.find({ indicators: ['licensing-complaints'] })).toHaveLength(12);
    await kairyo.work();
    await eventually(async () => {
      const state = await kairyo.stores.imports.get('imp-example-business-licensing');
      expect(state).toMatchObject({ status: 'done', errorCount: 0, cases: { updated: 0 } });
      expect(state?.cases.added).toBeGreaterThan(1000);
    });
  });

  it('are completed by the next start when a start dies in between, wherever it dies', async () => {
    const documents = UNITS.length + PEOPLE.length + PROCEDURES.length;
    for (const survived of [0, 1, UNITS.length, UNITS.length + 3, documents - 1]) {
      await expect(seedExample(dyingAfter(depsOf(kairyo), survived))).rejects.toThrow('died');
    }
    expect(await seedExample(depsOf(kairyo))).toBe(true);
    expect(await contents(kairyo)).toEqual([UNITS.length, PEOPLE.length, PROCEDURES.length]);
    expect(await seedExample(depsOf(kairyo))).toBe(false);
  });

  it('leave a store alone that an office has begun to fill', async () => {
    await kairyo.stores.organisation.put('unit', { id: 'own', name: 'Own' }, { by: 'administrator' });
    expect(await seedExample(depsOf(kairyo))).toBe(false);
    expect(await contents(kairyo)).toEqual([1, 0, 0]);
  });

  it('leave as it is what somebody changed before the seeding was completed', async () => {
    const [unit] = UNITS;
    if (unit === undefined) throw new Error('the province has a root');
    await expect(seedExample(dyingAfter(depsOf(kairyo), 2))).rejects.toThrow('died');
    await kairyo.stores.organisation.put('unit', { ...unit, name: 'Renamed' }, { by: 'administrator' });
    expect(await seedExample(depsOf(kairyo))).toBe(true);
    expect((await kairyo.stores.organisation.units.get(unit.id))?.value.name).toBe('Renamed');
  });
});
