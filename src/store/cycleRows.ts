import type { Connection } from 'mongoose';
import type { CycleRows, CycleSearch, SoughtWord } from '../activities/cycleRows.ports';
import { searchedText } from '../domain/cycle/line';
import type { CycleLine } from '../domain/cycle/line';
import { readPlace } from '../domain/cycle/placeInList';
import type { Cycle } from '../domain/cycle/state';
import { given } from '../domain/shared/given';

const CYCLES = 'cycles';
type Doc = {
  readonly _id: string;
  readonly version: number;
  readonly unit: string;
  readonly procedure: string;
  readonly no: number;
  readonly phase: CycleLine['phase'];
  readonly launchedAt: string;
  readonly dueAt?: string;
  readonly text?: string;
  readonly cycle: {
    readonly stage: number;
    readonly title: string;
    readonly lead: string;
    readonly closedAt?: string;
    readonly outcome?: 'decided' | 'withdrawn' | 'cancelled';
    readonly decision?: { readonly kind: 'adopt' | 'adapt' | 'expand' | 'abandon' };
    readonly paused?: { readonly at?: string };
  };
};
const MEMBERS = ['stage', 'title', 'lead', 'closedAt', 'outcome', 'decision.kind', 'paused.at'];
const LINE = Object.fromEntries(
  ['version', 'unit', 'procedure', 'no', 'phase', 'launchedAt', 'dueAt', ...MEMBERS.map((name) => `cycle.${name}`)].map(
    (name) => [name, 1],
  ),
);

/** Reads lines of the projection; the cycles themselves stay where they are. */
export function createCycleRows(connection: Connection): CycleRows {
  const cycles = connection.collection<Doc>(CYCLES);
  return {
    async search(search, { after, limit }) {
      const parts = [...partsOf(search), ...(after === undefined ? [] : [afterPlace(after)])];
      const found = await cycles
        .find(joined(parts), { projection: LINE })
        .sort({ launchedAt: -1, _id: -1 })
        .limit(limit)
        .toArray();
      return found.map(lineOf);
    },
    count: (search) => cycles.countDocuments(joined(partsOf(search))),
  };
}

function lineOf({ _id: id, cycle, phase, dueAt, text: _text, ...rest }: Doc): CycleLine {
  const { stage, title, lead, closedAt, outcome, decision, paused } = cycle;
  const closed = outcome === 'decided' ? (decision?.kind ?? 'open') : outcome;
  return {
    ...{ id, ...rest, phase, stage, title, lead, paused: paused !== undefined },
    outcome: phase === 'closed' ? (closed ?? 'open') : 'open',
    ...given({ closedAt, dueAt }),
  };
}

type Part = Readonly<Record<string, unknown>>;
const joined = (parts: readonly Part[]): Record<string, unknown> => (parts.length === 0 ? {} : { $and: [...parts] });
const oneOf = (values: readonly string[]) => ({ $in: [...values] });

function partsOf(search: CycleSearch): readonly Part[] {
  const { units, procedure, phase, lead, outcome, from, to, dueBefore, tiedTo, indicators, words = [] } = search;
  const launchedAt = given({ $gte: from, $lt: to });
  return [
    ...(units === undefined ? [] : [{ unit: oneOf(units) }]),
    ...(procedure === undefined ? [] : [{ procedure }]),
    ...(phase === undefined ? [] : [{ phase }]),
    ...(lead === undefined ? [] : [{ 'cycle.lead': lead }]),
    ...(indicators === undefined ? [] : [{ 'cycle.plan.indicators.indicator': oneOf(indicators) }]),
    ...(outcome === undefined ? [] : [cameTo(outcome)]),
    ...(Object.keys(launchedAt).length === 0 ? [] : [{ launchedAt }]),
    ...(dueBefore === undefined ? [] : [{ open: true, dueAt: { $lt: dueBefore } }]),
    ...(tiedTo === undefined ? [] : [{ $or: tiesOf(oneOf(tiedTo)) }]),
    ...words.map(hasWord),
  ];
}

function cameTo(outcome: CycleLine['outcome']): Part {
  if (outcome === 'open') return { open: true };
  const ended = outcome === 'withdrawn' || outcome === 'cancelled';
  return ended ? { 'cycle.outcome': outcome } : { 'cycle.decision.kind': outcome };
}

const tiesOf = (persons: Part): readonly Part[] =>
  ['lead', 'plan.reviewers', 'plan.countermeasures.owner'].map((tie) => ({ [`cycle.${tie}`]: persons }));

const hasWord = ({ text, units, procedures }: SoughtWord): Part => ({
  $or: [
    { text: { $regex: text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') } },
    ...(units.length === 0 ? [] : [{ unit: oneOf(units) }]),
    ...(procedures.length === 0 ? [] : [{ procedure: oneOf(procedures) }]),
  ],
});

function afterPlace(after: string): Part {
  const { launchedAt, id } = readPlace(after);
  return {
    launchedAt: { $lte: launchedAt },
    $or: [{ launchedAt: { $lt: launchedAt } }, { launchedAt, _id: { $lt: id } }],
  };
}

const AT_ONCE = 500;

/** Cycles stored before they could be searched get their text. Safe to repeat, and nothing to do from the second start on. */
export async function fillCycleTexts(connection: Connection): Promise<void> {
  const cycles = connection.collection<{ _id: string; text?: string; cycle: Cycle }>(CYCLES);
  for (;;) {
    const found = await cycles
      .find({ text: { $exists: false } })
      .limit(AT_ONCE)
      .toArray();
    for (const { _id, cycle } of found)
      await cycles.updateOne({ _id, text: { $exists: false } }, { $set: { text: searchedText(cycle) } });
    if (found.length < AT_ONCE) return;
  }
}
