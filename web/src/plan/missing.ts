import { missingIn } from '../../../src/domain/cycle/gate';
import { GATE_RULES } from '../../../src/domain/cycle/refusals';
import type { DraftPlan } from '../../../src/domain/cycle/cycle.schema';

export type Lack = { readonly field: string; readonly words: { readonly vi: string; readonly en: string } };
type PlanIndicator = NonNullable<DraftPlan['indicators']>[number];
type Library = readonly { readonly id: string; readonly speed?: boolean | undefined }[];
type Catalogue = readonly { readonly key: string; readonly aliases: readonly string[]; readonly speed: boolean }[];

/** What the gate still asks for: the very rules of the engine, on what is typed. Fields are JSON pointers such as `/plan/aim/by`. */
export function lacksOf(plan: DraftPlan, catalogue: Catalogue, library: Library = []): readonly Lack[] {
  const known = (key: string | undefined) =>
    catalogue.find((one) => one.key === key || one.aliases.includes(key ?? ''));
  const speedOf = ({ aggregation, indicator }: PlanIndicator) =>
    (known(aggregation) ?? library.find(({ id }) => id === indicator))?.speed ?? false;
  const indicators = plan.indicators?.map((one) => ({ ...one, speed: speedOf(one) }));
  const asked = { ...plan, ...(indicators !== undefined && { indicators }) };
  return missingIn(asked).map(({ rule, field }) => ({ field, words: GATE_RULES[rule] }));
}
