import type { Connection } from 'mongoose';
import type { ProgrammeBooks, ProgrammeFigure } from '../activities/programmes.ports';
import { withUnitsBelow } from '../domain/access/place';
import { partsOf } from '../domain/indicators/period';
import { amountsOf } from '../domain/programmes/books';
import type { Unit } from '../domain/organisation/organisation.schema';
import { Exact } from '../domain/scoring/scored';
import type { CollectionSpec } from './collections';
import { ifDuplicate } from './duplicateKey';

type Row = ProgrammeFigure & { readonly _id: string };

export const programmeFigureCollections: readonly CollectionSpec[] = [
  {
    name: 'programme_figures',
    indexes: [{ keys: { programme: 1, figure: 1, period: 1 } }, { keys: { figure: 1, unit: 1 } }],
  },
];

/** One row a version, under programme, unit, figure, period and version. */
export function createProgrammeFigures(
  connection: Connection,
  allUnits: () => Promise<readonly Unit[]>,
): ProgrammeBooks {
  const rows = connection.collection<Row>('programme_figures');
  const find = async (filter: object) =>
    (await rows.find(filter).sort({ period: 1, figure: 1, unit: 1, version: 1 }).toArray()).map(
      ({ _id, ...figure }): ProgrammeFigure => figure,
    );
  return {
    versions: (programme, unit, figure, period) => find({ programme, unit, figure, period }),
    async record(figure) {
      const { programme, unit, figure: name, period, version } = figure;
      const _id = [programme, unit, name, period, version].join('~');
      return rows.insertOne({ ...figure, _id }).then(() => true, ifDuplicate(false));
    },
    async list(programme, { from, to }) {
      const found = await find({ programme, period: { $gte: from ?? '', $lte: to ?? '9' } });
      return latestOf(found);
    },
    async books(programmes, knownAt) {
      const known = knownAt === undefined ? {} : { recordedAt: { $lte: knownAt } };
      return latestOf(await find({ programme: { $in: [...programmes] }, ...known }));
    },
    costs: async (figure, units) => latestOf(await find({ figure, unit: { $in: [...units] } })),
    async figure({ source, unit, period, knownAt }) {
      const { programme, figure } = source;
      const units = withUnitsBelow(await allUnits(), unit);
      const known = knownAt === undefined ? {} : { recordedAt: { $lte: knownAt } };
      const periods = { $in: [...new Set([period, ...partsOf(period, 'quarter'), ...partsOf(period, 'month')])] };
      const found = latestOf(await find({ programme, figure, unit: { $in: [...units] }, period: periods, ...known }));
      const counted = units.flatMap((one) =>
        amountsOf(
          found.filter((row) => row.unit === one),
          period,
        ),
      );
      const origin = { kind: 'programme', programme, figure } as const;
      const recordedAt =
        counted
          .map((row) => row.recordedAt)
          .sort()
          .at(-1) ??
        knownAt ??
        new Date().toISOString();
      const sum = counted.reduce((total, { amount }) => total.plus(amount), new Exact(0));
      return { ...(counted.length > 0 && { value: sum.toNumber() }), n: counted.length, origin, recordedAt };
    },
  };
}

/** The last version of each: `figures` stand in the order of their versions. */
function latestOf(figures: readonly ProgrammeFigure[]): readonly ProgrammeFigure[] {
  const latest = new Map<string, ProgrammeFigure>();
  for (const one of figures) latest.set([one.programme, one.unit, one.figure, one.period].join('~'), one);
  return [...latest.values()];
}
