import { readableWords } from '../indicators/named';
import type { Words } from '../shared/language';
import type { ScorecardDefinition } from './scorecard.schema';

type Axis = { readonly key: string; readonly name?: Words };
/** Where two axes meet, by key. */
export type Meeting = { readonly one: string; readonly other: string };
/**
 * The four sides of an X-matrix and where they meet: objectives with what is done for them, what is done with what shows
 * it, and who answers for each.
 */
export type XMatrix = {
  readonly objectives: readonly (Axis & { readonly perspective: string })[];
  readonly initiatives: readonly Axis[];
  readonly measures: readonly Axis[];
  readonly owners: readonly Axis[];
  readonly objectiveInitiative: readonly Meeting[];
  /** Through the objective that both serve. */
  readonly initiativeMeasure: readonly Meeting[];
  readonly objectiveMeasure: readonly Meeting[];
  readonly initiativeOwner: readonly Meeting[];
  readonly objectiveOwner: readonly Meeting[];
};

/** A scorecard as an X-matrix, everything in the order it is defined in. */
export function xMatrixOf({ objectives, initiatives }: ScorecardDefinition): XMatrix {
  const objectiveMeasure = objectives.flatMap(({ key, measures }) =>
    measures.map(({ indicator }): Meeting => ({ one: key, other: indicator })),
  );
  const owners = [...objectives, ...initiatives].flatMap(({ owner }) => owner ?? []);
  const owned = (items: readonly { readonly key: string; readonly owner?: string | undefined }[]) =>
    items.flatMap(({ key, owner }): Meeting[] => (owner === undefined ? [] : [{ one: key, other: owner }]));
  return {
    objectives: objectives.map(({ key, name, perspective }) => ({ key, name: readableWords(name), perspective })),
    initiatives: initiatives.map(({ key, name }) => ({ key, name: readableWords(name) })),
    measures: [...new Set(objectiveMeasure.map(({ other }) => other))].map((key) => ({ key })),
    owners: [...new Set(owners)].map((key) => ({ key })),
    objectiveInitiative: initiatives.map(({ key, objective }) => ({ one: objective, other: key })),
    initiativeMeasure: initiatives.flatMap(({ key, objective }) =>
      objectiveMeasure.flatMap(({ one, other }): Meeting[] => (one === objective ? [{ one: key, other }] : [])),
    ),
    objectiveMeasure,
    initiativeOwner: owned(initiatives),
    objectiveOwner: owned(objectives),
  };
}
