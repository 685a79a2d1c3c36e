import type { SchemeDefinition } from '../schemes/scheme.schema';

export type RatersOf = {
  readonly managerOf: (person: string) => string | undefined;
  /** Heads of a unit. */
  readonly headsOf: (unit: string) => readonly string[];
  /** The unit and those above it. */
  readonly placeOf: (unit: string) => readonly string[];
};
type Somebody = { readonly person: string; readonly unit: string; readonly manager?: string };
export type Raters = { readonly manager?: string; readonly approver?: string };

/** Who rates and who approves somebody by the scheme. Nobody rates or approves themselves, and no one person does both. */
export function ratersOf(
  { person, unit, manager: stated }: Somebody,
  { first, second }: SchemeDefinition['raters'],
  of: RatersOf,
): Raters {
  const headAbove = (...except: readonly (string | undefined)[]): string | undefined =>
    of
      .placeOf(unit)
      .flatMap((one) => [...of.headsOf(one)].sort())
      .find((head) => head !== person && !except.includes(head));
  const manager = first === 'manager' && stated !== person ? (stated ?? headAbove()) : headAbove();
  if (second === 'none') return manager === undefined ? {} : { manager };
  const above = second === 'manager-of-manager' && manager !== undefined ? of.managerOf(manager) : undefined;
  const approver = above !== undefined && above !== person && above !== manager ? above : headAbove(manager);
  return { ...(manager !== undefined && { manager }), ...(approver !== undefined && { approver }) };
}
