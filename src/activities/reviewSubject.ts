import { withUnitsBelow } from '../domain/access/place';
import { readableWords } from '../domain/indicators/named';
import { lastDayOf } from '../domain/indicators/period';
import type { Period } from '../domain/indicators/period';
import { inForceOrNext } from '../domain/indicators/versions';
import type { ReviewPlan } from '../domain/reviews/review.schema';
import type { ReviewMeasure } from '../domain/reviews/state';
import type { Band } from '../domain/scoring/scoring.schema';
import type { Words } from '../domain/shared/language';
import type { Indicators, StoredIndicator } from './indicators.ports';
import type { Organisation } from './ports';
import type { Programmes } from './programmes.ports';
import type { Scorecards } from './scorecards.ports';

export type SubjectDeps = {
  readonly indicators: Pick<Indicators, 'many' | 'all'>;
  readonly scorecards: Pick<Scorecards, 'get'>;
  readonly programmes: Pick<Programmes, 'get'>;
  readonly organisation: Organisation;
};
/** What is reviewed: its name, where it is, and its measures in the order of the scorecard, else by id. */
export type Subject = {
  readonly name: Words;
  readonly bands?: readonly Band[];
  readonly measures: readonly ReviewMeasure[];
};

/** `undefined`: there is no such scorecard, unit or programme. */
export async function subjectOf(
  { subject, unit, chair }: ReviewPlan,
  period: Period,
  deps: SubjectDeps,
): Promise<Subject | undefined> {
  const day = lastDayOf(period);
  switch (subject.type) {
    case 'scorecard': {
      const stored = await deps.scorecards.get(subject.id);
      const definition = stored && inForceOrNext(stored.versions, day)?.value;
      if (definition === undefined) return undefined;
      const wanted = definition.objectives.flatMap(({ measures, owner }) =>
        measures.map(({ indicator }) => ({ indicator, owner: owner ?? definition.owner })),
      );
      const owners = new Map(wanted.map(({ indicator, owner }) => [indicator, owner]));
      const found = await deps.indicators.many([...owners.keys()]);
      const order = [...owners.keys()];
      const measures = found
        .map((one) => measureOf(one, { unit: definition.unit, owner: owners.get(one.id), chair }))
        .sort((a, b) => order.indexOf(a.measure) - order.indexOf(b.measure));
      const { statusBands: bands, name } = definition;
      return { name: readableWords(name), measures, ...(bands !== undefined && { bands }) };
    }
    case 'unit': {
      const units = await deps.organisation.allUnits();
      const name = units.find(({ id }) => id === subject.id)?.name;
      if (name === undefined) return undefined;
      const homes = withUnitsBelow(units, subject.id);
      const found = await indicatorsWhere(deps, (one) => homes.includes(homeOf(one)));
      return { name: readableWords(name), measures: found.map((one) => measureOf(one, { unit: homeOf(one), chair })) };
    }
    case 'programme': {
      const programme = (await deps.programmes.get(subject.id))?.versions.at(-1)?.value;
      if (programme === undefined) return undefined;
      const found = await indicatorsWhere(deps, (one) => readsProgramme(one, subject.id));
      const measures = found.map((one) => measureOf(one, { unit, owner: programme.owner, chair }));
      return { name: readableWords(programme.name), measures };
    }
  }
}

async function indicatorsWhere(
  { indicators }: SubjectDeps,
  wanted: (one: StoredIndicator) => boolean,
): Promise<readonly StoredIndicator[]> {
  const found: StoredIndicator[] = [];
  for await (const one of indicators.all()) if (wanted(one)) found.push(one);
  return found;
}

const newest = ({ definitions }: StoredIndicator) => definitions.at(-1)?.definition;
const homeOf = (one: StoredIndicator): string => newest(one)?.home ?? '';

function readsProgramme(one: StoredIndicator, programme: string): boolean {
  const source = newest(one)?.source;
  return source?.type === 'programme' && source.programme === programme;
}

type Of = { readonly unit: string; readonly owner?: string | undefined; readonly chair: string };

function measureOf(one: StoredIndicator, { unit, owner, chair }: Of): ReviewMeasure {
  const definition = newest(one);
  return {
    measure: one.id,
    unit,
    name: readableWords(definition?.name ?? one.id),
    owners: [owner ?? definition?.owner ?? chair],
  };
}
