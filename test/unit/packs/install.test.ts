import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exportedPack } from '../../../src/domain/packs/exported';
import { fitted } from '../../../src/domain/packs/fit';
import { itemsOf, keyOf } from '../../../src/domain/packs/items';
import type { PackItem, Value } from '../../../src/domain/packs/items';
import { PackContents, PackDocument } from '../../../src/domain/packs/pack.schema';
import { broughtBy, planInstall } from '../../../src/domain/packs/planInstall';
import { prefixing, renamed, unprefixing } from '../../../src/domain/packs/rename';
import { threeWay } from '../../../src/domain/packs/threeWay';

const PLACE = { unit: 'office', owner: 'lan', pack: 'p@1.0.0' };
const contents = (target = 3): PackContents =>
  PackContents.parse({
    indicators: {
      late: { name: 'Late share', source: { type: 'formula', formula: 'waiting / 100' }, counterIndicator: 'quality' },
      waiting: { name: 'Waiting', target },
      quality: { name: 'Quality', source: { type: 'survey', survey: 'asked', question: 'q', measure: 'mean' } },
    },
    programmes: {
      part: { name: 'Part', partOf: 'whole', plannedStart: '2026-01-01', plannedEnd: '2026-12-31' },
      whole: { name: 'Whole', plannedStart: '2026-01-01', plannedEnd: '2026-12-31' },
    },
    scorecards: {
      card: {
        name: 'Card',
        perspectives: [{ key: 'citizens', name: 'Citizens' }],
        objectives: [{ key: 'quick', perspective: 'citizens', name: 'Quick', measures: [{ indicator: 'waiting' }] }],
        initiatives: [{ key: 'i', objective: 'quick', name: 'I', programme: 'whole' }],
      },
    },
    reviews: {
      quarterly: { subject: { type: 'scorecard', id: 'card' } },
      all: { subject: { type: 'unit', id: 'any' } },
    },
    planTemplates: [
      {
        ...{ id: 'plan', name: 'Plan', source: ['s'], assumptions: ['[A] a'] },
        plan: { indicators: [{ key: 'w', indicator: 'waiting' }] },
      },
    ],
  });
const items = (of = contents()) => itemsOf(of, PLACE);

type Office = { present: Map<string, Value>; installed: ReadonlyMap<string, Value> };
const plan = (brought: readonly PackItem[], office: Office, choices: Record<string, 'ours' | 'theirs'> = {}) =>
  planInstall(brought, { unit: 'office', library: new Set(), waiting: new Map(), choices, ...office });

/** As the installer does: what is added or upgraded is written, and what the pack brought is kept. */
function install(
  brought: readonly PackItem[],
  office: Office,
  choices: Record<string, 'ours' | 'theirs'> = {},
): Office {
  const present = new Map(office.present);
  for (const { kind, id, action, after } of plan(brought, office, choices))
    if ((action === 'add' || action === 'upgrade') && after !== undefined) present.set(keyOf({ kind, id }), after);
  return { present, installed: broughtBy(brought) };
}
const EMPTY: Office = { present: new Map(), installed: new Map() };
const actions = (planned: ReturnType<typeof plan>) => new Set(planned.map(({ action }) => action));
const change = (office: Office, key: string, by: Value): Office => {
  const present = new Map(office.present);
  present.set(key, { ...present.get(key), ...by });
  return { ...office, present };
};

describe('what a pack brings', () => {
  it('comes so that nothing stands before what it points at', () => {
    const order = items().map(keyOf);
    const before = (a: string, b: string) => expect(order.indexOf(a)).toBeLessThan(order.indexOf(b));
    before('indicator/waiting', 'indicator/late');
    before('programme/whole', 'programme/part');
    before('indicator/waiting', 'scorecard/card');
    before('scorecard/card', 'review/quarterly');
  });

  it('is placed in the unit, with its owner; a review of a unit is of that unit', () => {
    const at = (key: string) => items().find((item) => keyOf(item) === key)?.value;
    expect(at('indicator/waiting')).toMatchObject({ home: 'office', owner: 'lan' });
    expect(at('scorecard/card')).toMatchObject({ unit: 'office', owner: 'lan', pack: 'p@1.0.0' });
    expect(at('review/all')).toMatchObject({ unit: 'office', chair: 'lan', subject: { type: 'unit', id: 'office' } });
  });
});

describe('a prefix', () => {
  const there = renamed(contents(), prefixing(contents(), 'x-'));
  it('stands before every id and every reference inside the pack, and nowhere else', () => {
    expect(Object.keys(there.indicators)).toEqual(['x-late', 'x-waiting', 'x-quality']);
    expect(there.indicators['x-late']).toMatchObject({
      source: { formula: 'waiting / 100', inputs: { waiting: 'x-waiting' } },
      counterIndicator: 'x-quality',
    });
    expect(there.indicators['x-quality']?.source).toMatchObject({ survey: 'asked' });
    expect(there.programmes['x-part']?.partOf).toBe('x-whole');
    expect(there.scorecards['x-card']).toMatchObject({
      objectives: [{ measures: [{ indicator: 'x-waiting' }] }],
      initiatives: [{ programme: 'x-whole' }],
    });
    expect(there.reviews['x-quarterly']?.subject).toEqual({ type: 'scorecard', id: 'x-card' });
    expect(there.planTemplates[0]).toMatchObject({ id: 'x-plan', plan: { indicators: [{ indicator: 'x-waiting' }] } });
  });
  it('is taken off again to the very same pack', () => {
    expect(renamed(there, unprefixing(contents(), 'x-'))).toEqual(contents());
  });
});

describe('a pack on an office', () => {
  it('that has no such survey or procedure has its values entered until it is there', () => {
    const nothing = { procedures: new Set<string>(), surveys: new Set<string>(), mapped: {} };
    const first = fitted(contents(), nothing);
    expect(first.contents.indicators['quality']?.source).toEqual({ type: 'entered' });
    expect([...first.waiting.keys()]).toEqual(['indicator/quality']);
    const office = install(items(first.contents), EMPTY);
    const then = fitted(contents(), { ...nothing, surveys: new Set(['asked']) });
    const next = plan(items(then.contents), office).find(({ id }) => id === 'quality');
    expect(next).toMatchObject({ action: 'upgrade', after: { source: { type: 'survey', survey: 'asked' } } });
  });

  it('that is empty is added whole, and the second time it is the same', () => {
    expect(actions(plan(items(), EMPTY))).toEqual(new Set(['add']));
    expect(actions(plan(items(), install(items(), EMPTY)))).toEqual(new Set(['same']));
  });

  it('that broke off is finished by the next try', () => {
    const whole = install(items(), EMPTY);
    const half: Office = { present: new Map([...whole.present].slice(0, 4)), installed: new Map() };
    expect(actions(plan(items(), half))).toEqual(new Set(['add', 'same']));
    expect(install(items(), half).present).toEqual(whole.present);
  });

  it('where it is the office’s own owner and home that differ, is the same', () => {
    const office = change(install(items(), EMPTY), 'indicator/waiting', { home: 'above', owner: 'hoa' });
    const planned = plan(items(contents(9)), office).find(({ id }) => id === 'waiting');
    expect(planned).toMatchObject({ action: 'upgrade', after: { home: 'above', owner: 'hoa', target: 9 } });
  });

  it('keeps a scorecard of another unit out of its way', () => {
    const office = change(install(items(), EMPTY), 'scorecard/card', { unit: 'elsewhere' });
    const card = (choices = {}) => plan(items(), office, choices).find(({ id }) => id === 'card')?.action;
    expect([card(), card({ 'scorecard/card': 'theirs' }), card({ 'scorecard/card': 'ours' })]).toEqual([
      ...['conflict', 'conflict', 'keep'],
    ]);
  });

  it('keeps what the pack does not have any more', () => {
    const office = install(items(), EMPTY);
    const { late: _late, ...indicators } = contents().indicators;
    const planned = plan(items({ ...contents(), indicators }), office);
    expect(planned.at(-1)).toMatchObject({ id: 'late', action: 'keep' });
  });
});

describe('three versions of one thing', () => {
  const text = fc.constantFrom('a', 'b', 'c');
  const side = fc.option(text, { nil: undefined });

  it('untouched, become the new one', () =>
    fc.assert(
      fc.property(text, text, (base, theirs) =>
        expect(threeWay({ base, ours: base, theirs })).toBe(base === theirs ? 'same' : 'upgrade'),
      ),
    ));

  it('changed by the office, are never overwritten unless a person says so', () =>
    fc.assert(
      fc.property(side, side, text, (base, ours, theirs) => {
        fc.pre(ours !== base && ours !== theirs);
        expect(['keep', 'conflict', ...(ours === undefined && base === undefined ? ['add'] : [])]).toContain(
          threeWay({ base, ours, theirs }),
        );
        expect(threeWay({ base, ours, theirs, choice: 'ours' })).toBe('keep');
      }),
    ));

  it('an own change outlives any number of upgrades, and every upgrade leaves nothing open but what both changed', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 }), (targets) => {
        let office = change(install(items(contents(0)), EMPTY), 'indicator/waiting', { target: 99 });
        for (const target of targets) {
          office = install(items(contents(target)), office, { 'indicator/waiting': 'ours' });
          expect(office.present.get('indicator/waiting')).toMatchObject({ target: 99 });
          expect(actions(plan(items(contents(target)), office))).toEqual(new Set(['same', 'keep']));
        }
      }),
    ));
});

describe('an export', () => {
  const pack = PackDocument.parse({
    ...{ id: 'p', version: '1.0.0', name: 'P', description: 'D', source: ['s'], assumptions: [] },
    contents: contents(),
  });
  const there = renamed(contents(), prefixing(contents(), 'x-'));
  const office = install(items(there), EMPTY);
  const exporting = { unit: 'office', prefix: 'x-', brought: office.installed };

  it('of what nobody changed is the pack again', () => {
    expect(exportedPack(pack, { ...exporting, present: office.present }).contents).toEqual(contents());
  });

  it('has the office’s changes under the ids of the pack, without its people', () => {
    const objectives = [
      {
        key: 'own',
        perspective: 'citizens',
        name: 'Own',
        owner: 'lan',
        weight: 1,
        measures: [{ indicator: 'x-waiting', weight: 1 }],
      },
    ];
    const changed = change(change(office, 'scorecard/x-card', { objectives }), 'indicator/x-waiting', { target: 7 });
    const { contents: out, id, source } = exportedPack(pack, { ...exporting, present: changed.present });
    expect(id).toBe('p-office');
    expect(source.at(-1)).toContain('p@1.0.0');
    expect(out.indicators['waiting']?.target).toBe(7);
    expect(out.scorecards['card']?.objectives).toEqual([
      { key: 'own', perspective: 'citizens', name: 'Own', weight: 1, measures: [{ indicator: 'waiting', weight: 1 }] },
    ]);
    expect(PackDocument.safeParse({ ...pack, contents: out }).success).toBe(true);
  });

  it('leaves out what the office removed', () => {
    const present = new Map(office.present);
    present.delete('planTemplate/x-plan');
    expect(exportedPack(pack, { ...exporting, present }).contents.planTemplates).toEqual([]);
  });
});
