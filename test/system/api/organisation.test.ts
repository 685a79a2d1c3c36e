import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type mongoose from 'mongoose';
import type { Organisation, OrganisationEditor } from '../../../src/activities/ports';
import type { Person } from '../../../src/domain/organisation/organisation.schema';
import { createOrganisation, ensureDocument, organisationCollections, SHIPPED } from '../../../src/store/organisation';
import { freshDatabase } from './support';

let connection: mongoose.Connection;
let organisation: Organisation & OrganisationEditor;
const by = 'test';
const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  name: id,
  unit: 'province',
  roles: ['officer'],
  language: 'vi',
  ...more,
});
const refusalOf = (edited: object | boolean) => (edited as { refusal?: object }).refusal;

beforeAll(async () => {
  connection = await freshDatabase(organisationCollections);
  organisation = createOrganisation(connection);
  await organisation.put('unit', { id: 'province', name: 'Province' }, { by });
});
afterAll(() => connection.close());

describe('versioned documents', () => {
  it('counts versions and keeps each of them, with who wrote it', async () => {
    await organisation.put('unit', { id: 'sxd', name: 'Sở Xây dựng', parent: 'province' }, { by: 'lan' });
    const edited = await organisation.put('unit', { id: 'sxd', name: 'Sở XD', parent: 'province' }, { by: 'binh' });
    expect(edited).toMatchObject({
      ok: true,
      created: false,
      changed: true,
      stored: { version: 2, updatedBy: 'binh' },
    });
    const history = await organisation.units.history('sxd');
    expect(history.map(({ version, updatedBy, value }) => [version, updatedBy, value.name])).toEqual([
      [1, 'lan', 'Sở Xây dựng'],
      [2, 'binh', 'Sở XD'],
    ]);
  });

  it('writes nothing when the same document comes again', async () => {
    const again = await organisation.put('unit', { parent: 'province', name: 'Sở XD', id: 'sxd' }, { by: 'chi' });
    expect(again).toMatchObject({ ok: true, changed: false, stored: { version: 2, updatedBy: 'binh' } });
  });

  it('refuses an edit of a version that is no longer there', async () => {
    const late = await organisation.put('unit', { id: 'sxd', name: 'Late', parent: 'province' }, { by, expected: 1 });
    expect(late).toEqual({ ok: false, conflict: 'version' });
    const twice = await organisation.put('unit', { id: 'sxd', name: 'New', parent: 'province' }, { by, expected: 0 });
    expect(twice).toEqual({ ok: false, conflict: 'version' });
  });

  it('lets exactly one of many editors of the same version through', async () => {
    const edits = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        organisation.put('unit', { id: 'sxd', name: `Editor ${i}`, parent: 'province' }, { by, expected: 2 }),
      ),
    );
    expect(edits.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await organisation.units.get('sxd'))?.version).toBe(3);
  });

  it('never repeats a version after a document was removed', async () => {
    await organisation.put('unit', { id: 'gone', name: 'Gone' }, { by });
    expect(await organisation.remove('unit', 'gone', { by })).toBe(true);
    expect(await organisation.remove('unit', 'gone', { by })).toBe(false);
    expect(await organisation.units.get('gone')).toBeUndefined();
    const back = await organisation.put('unit', { id: 'gone', name: 'Gone' }, { by, expected: 0 });
    expect(back).toMatchObject({ ok: true, created: true, stored: { version: 3 } });
  });
});

describe('rules across documents', () => {
  it('does not know a parent, unit, manager or calendar that is not there, and names the field', async () => {
    const unit = await organisation.put('unit', { id: 'u', name: 'U', parent: 'moon' }, { by });
    expect(refusalOf(unit)).toEqual({ code: 'UNKNOWN_UNIT', field: '/parent', params: { id: 'moon' } });
    const manager = await organisation.put('person', person('lan', { manager: 'nobody' }), { by });
    expect(refusalOf(manager)).toMatchObject({ code: 'UNKNOWN_PERSON', field: '/manager' });
    const procedure = await organisation.put(
      'procedure',
      { id: 'p', name: 'P', unit: 'province', calendar: 'mars' },
      { by },
    );
    expect(refusalOf(procedure)).toMatchObject({ code: 'UNKNOWN_CALENDAR', field: '/calendar' });
  });

  it('refuses units that would stand below themselves', async () => {
    await organisation.put('unit', { id: 'a', name: 'A' }, { by });
    await organisation.put('unit', { id: 'b', name: 'B', parent: 'a' }, { by });
    const circle = await organisation.put('unit', { id: 'a', name: 'A', parent: 'b' }, { by });
    expect(refusalOf(circle)).toMatchObject({ code: 'UNITS_FORM_A_CIRCLE', params: { circle: 'a → b → a' } });
  });

  it('refuses a circle that two edits at the same moment would make together', async () => {
    await organisation.put('unit', { id: 'x', name: 'X' }, { by });
    await organisation.put('unit', { id: 'y', name: 'Y' }, { by });
    const edits = await Promise.all([
      organisation.put('unit', { id: 'x', name: 'X', parent: 'y' }, { by }),
      organisation.put('unit', { id: 'y', name: 'Y', parent: 'x' }, { by }),
    ]);
    expect(edits.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('refuses superiors that go round in a circle, and people who are their own', async () => {
    await organisation.put('person', person('head'), { by });
    await organisation.put('person', person('deputy', { manager: 'head' }), { by });
    const circle = await organisation.put('person', person('head', { manager: 'deputy' }), { by });
    expect(refusalOf(circle)).toMatchObject({ code: 'MANAGERS_FORM_A_CIRCLE', field: '/manager' });
    const own = await organisation.put('person', person('head', { manager: 'head' }), { by });
    expect(refusalOf(own)).toMatchObject({ code: 'MANAGERS_FORM_A_CIRCLE' });
  });

  it('says what still needs a unit that is to be removed', async () => {
    expect(refusalOf(await organisation.remove('unit', 'province', { by }))).toMatchObject({
      code: 'STILL_NEEDED',
      params: { id: 'province', by: ['unit sxd', 'person deputy', 'person head'] },
    });
  });

  it('finds people with everyone above them and their deputies', async () => {
    await organisation.put('person', person('stand-in'), { by });
    await organisation.put('person', person('officer', { manager: 'deputy', deputy: 'stand-in' }), { by });
    const people = await organisation.peopleWithSuperiors(['officer', 'unknown']);
    expect(people.map(({ id }) => id).sort()).toEqual(['deputy', 'head', 'officer', 'stand-in']);
  });
});

describe('what ships with the product', () => {
  const policy = { id: 'standard', name: 'Standard', steps: [{ workingDays: 0, level: 0 }] };
  const present = () => organisation.reminderPolicies.get('standard');

  it('is put once, renewed while nobody touched it, and left alone after an edit of the office', async () => {
    await ensureDocument(organisation, 'reminderPolicy', policy, await present());
    await ensureDocument(organisation, 'reminderPolicy', { ...policy, name: 'Renewed' }, await present());
    expect(await present()).toMatchObject({ version: 2, updatedBy: SHIPPED, value: { name: 'Renewed' } });
    await organisation.put('reminderPolicy', { ...policy, name: 'Ours' }, { by: 'administrator' });
    await ensureDocument(organisation, 'reminderPolicy', { ...policy, name: 'Newest' }, await present());
    expect(await present()).toMatchObject({ version: 3, value: { name: 'Ours' } });
  });
});
