import type { Connection } from 'mongoose';
import type { TodayReader } from '../activities/today.ports';
import type { Cycle } from '../domain/cycle/state';
import type { CycleDueKind, DueItem } from '../domain/reminders/due';

import { evaluationDuesOf } from './evaluationDues';

type CycleDoc = { readonly _id: string; readonly cycle: Cycle; readonly dues: readonly DueItem<CycleDueKind>[] };

/** Reads the projection of cycles by the people whom they concern. */
export function createTodayReader(connection: Connection): TodayReader {
  const cycles = connection.collection<CycleDoc>('cycles');
  return {
    async openCycles({ persons, headUnits, limit }) {
      const concerned = [
        { 'cycle.lead': { $in: [...persons] } },
        { 'cycle.authors': { $in: [...persons] }, phase: 'plan' },
        { 'dues.persons': { $in: [...persons] } },
        ...(headUnits === 'all'
          ? [{ phase: { $in: ['plan', 'act'] } }]
          : headUnits.length > 0
            ? [{ phase: { $in: ['plan', 'act'] }, unit: { $in: [...headUnits] } }]
            : []),
      ];
      const found = await cycles
        .find({ open: true, $or: concerned }, { projection: { cycle: 1, dues: 1 } })
        .sort({ dueAt: 1, _id: 1 })
        .limit(limit)
        .toArray();
      return found.map(({ cycle, dues }) => ({ cycle, dues }));
    },
    evaluationDues: (persons) => evaluationDuesOf(connection, persons),
  };
}
