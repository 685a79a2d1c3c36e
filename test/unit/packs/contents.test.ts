import { describe, expect, it } from '@jest/globals';
import type { DraftPlan } from '../../../src/domain/cycle/cycle.schema';
import { missingIn } from '../../../src/domain/cycle/gate';
import { checkDefinition } from '../../../src/domain/indicators/checkDefinition';
import { IndicatorDefinition } from '../../../src/domain/indicators/indicator.schema';
import { readsOf } from '../../../src/domain/indicators/reads';
import { LANGUAGES } from '../../../src/domain/shared/language';
import { installable, readPacks } from '../../../src/store/packs';

const packs = installable(readPacks());

/** Every text in languages within a value, with its place. */
function texts(value: unknown, at = ''): readonly (readonly [string, Readonly<Record<string, string>>])[] {
  if (typeof value !== 'object' || value === null) return [];
  const members = Object.entries(value);
  if (members.length > 0 && members.every(([key, text]) => /^[a-z]{2}$/.test(key) && typeof text === 'string'))
    return [[at, value as Record<string, string>]];
  return members.flatMap(([key, inner]) => texts(inner, `${at}/${key}`));
}

/** What only the office that starts a cycle from a template can say. */
const THE_OFFICES_OWN = new Set([
  'AIM_NEEDS_A_DATE',
  'INDICATOR_NEEDS_A_BASELINE',
  'COUNTERMEASURE_NEEDS_AN_OWNER',
  'COUNTERMEASURE_NEEDS_A_DATE',
  'COUNTERMEASURE_NEEDS_A_COST',
  'PLAN_NEEDS_REVIEWERS',
]);

describe('the packs', () => {
  it('are those of the systems to learn from', () => {
    expect(packs.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        ...['a3-tbp', 'business-licensing', 'jp-pdca', 'nhs-pdsa', 'sg-psf', 'us-bsc', 'vn-766', 'vn-sipas'],
      ]),
    );
  });

  it('name each thing once, over all of them', () => {
    const all = packs.map(({ contents }) => contents);
    for (const kind of ['indicators', 'scorecards', 'reviews'] as const) {
      const keys = all.flatMap((contents) => Object.keys(contents[kind]));
      expect(new Set(keys).size).toBe(keys.length);
    }
    for (const kind of ['planTemplates', 'surveys', 'practices'] as const) {
      const keys = all.flatMap((contents) => contents[kind].map(({ id }) => id));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('tell each practice once, and not under another id in another pack', () => {
    const told = packs.flatMap(({ contents }) => contents.practices.map(({ title }) => JSON.stringify(title)));
    expect(told.filter((title, place) => told.indexOf(title) !== place)).toEqual([]);
  });

  it('keep the survey of Decision 766 under its id', () => {
    const surveys = packs.find(({ id }) => id === 'vn-766')?.contents.surveys;
    expect(surveys?.map(({ id }) => id)).toEqual(['vn-766-satisfaction']);
  });
});

describe.each(packs.map((pack) => [pack.id, pack] as const))('the pack %s', (_id, pack) => {
  const { contents } = pack;
  const known = new Set(Object.keys(contents.indicators));

  it('marks its assumptions', () => {
    for (const { assumptions } of [pack, ...contents.planTemplates, ...contents.surveys]) {
      expect(assumptions).not.toEqual([]);
      for (const assumption of assumptions ?? []) expect(assumption).toMatch(/^\[A\] /);
    }
  });

  it('speaks all languages, and marks an assumption in each of them', () => {
    const wrong = texts(pack).filter(([, words]) => {
      const all = LANGUAGES.map((language) => words[language]);
      const marks = new Set(all.map((text) => text?.includes('[A]')));
      return all.some((text) => text === undefined) || marks.size > 1;
    });
    expect(wrong).toEqual([]);
  });

  it('says of every target whether it is ours', () => {
    const unmarked = Object.entries(contents.indicators).filter(
      ([, { target, description }]) => target !== undefined && !JSON.stringify(description).includes('[A]'),
    );
    expect(unmarked.map(([key]) => key)).toEqual([]);
  });

  it('has indicators that work and read nothing from elsewhere', () => {
    const graph = new Map(
      Object.entries(contents.indicators).map(([key, one]) => [key, readsOf(IndicatorDefinition.parse(one))]),
    );
    for (const [key, one] of Object.entries(contents.indicators)) {
      const definition = IndicatorDefinition.parse(one);
      const refused = checkDefinition(definition, { id: key, indicator: (other) => known.has(other), graph });
      expect([key, refused]).toEqual([key, undefined]);
      if (definition.speed === true) expect([key, definition.counterIndicator]).not.toEqual([key, undefined]);
    }
  });

  it('has scorecards whose parts all exist', () => {
    for (const { perspectives, objectives, initiatives, links } of Object.values(contents.scorecards)) {
      const objectiveKeys = objectives.map(({ key }) => key);
      expect(new Set(objectiveKeys).size).toBe(objectiveKeys.length);
      expect(perspectives.map(({ key }) => key)).toEqual(
        expect.arrayContaining(objectives.map(({ perspective }) => perspective)),
      );
      const used = [...initiatives.map(({ objective }) => objective), ...links.flatMap(({ from, to }) => [from, to])];
      expect(objectiveKeys).toEqual(expect.arrayContaining(used));
      const measured = objectives.flatMap(({ measures }) => measures.map(({ indicator }) => indicator));
      expect([...known]).toEqual(expect.arrayContaining(measured));
      for (const { key, measures } of objectives) expect([key, measures.length]).not.toEqual([key, 0]);
    }
  });

  it('reviews what it brings', () => {
    for (const { subject } of Object.values(contents.reviews)) expect(contents.scorecards).toHaveProperty([subject.id]);
  });

  it('asks by surveys what its indicators read from surveys', () => {
    const asked = new Map(contents.surveys.map((one) => [one.id, one.survey.questions.map(({ key }) => key)]));
    for (const { source } of Object.values(contents.indicators))
      if (source.type === 'survey') expect(asked.get(source.survey)).toContain(source.question);
  });

  it('has plans to start from in which only what the office alone knows is missing', () => {
    for (const template of contents.planTemplates) {
      const library =
        template.plan.indicators?.flatMap(({ indicator }) => (indicator === undefined ? [] : [indicator])) ?? [];
      expect([...known]).toEqual(expect.arrayContaining(library));
      const indicators = template.plan.indicators?.map((one) => ({
        ...one,
        speed: one.indicator !== undefined && contents.indicators[one.indicator]?.speed === true,
      }));
      const plan = { ...template.plan, ...(indicators && { indicators }) } as DraftPlan;
      const missing = missingIn(plan).filter(({ rule }) => !THE_OFFICES_OWN.has(rule));
      expect([template.id, missing]).toEqual([template.id, []]);
    }
  });

  it('has practices with a source, of which a cycle may start only from a plan it brings', () => {
    // A pack of schemes alone evaluates people; it has no cycle to start.
    if (Object.keys(contents.schemes).length === 0) expect(contents.practices.length).toBeGreaterThanOrEqual(2);
    const templates = contents.planTemplates.map((one) => one.id);
    for (const { planTemplate, source } of contents.practices) {
      expect(source.length).toBeGreaterThan(0);
      if (planTemplate !== undefined) expect(templates).toContain(planTemplate);
    }
  });
});
