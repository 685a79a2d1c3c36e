import type { BookAmount } from '../../../src/domain/programmes/books';
import { ProgrammeDefinition } from '../../../src/domain/programmes/programme.schema';
import type { Programme } from '../../../src/domain/programmes/programme';

/** A programme of 2025, but for what is said of it. */
export function programme(id: string, over: object = {}): Programme {
  const plain = { name: id, unit: 'office', plannedStart: '2025-01-01', plannedEnd: '2025-12-31' };
  const definition = ProgrammeDefinition.parse({ ...plain, ...over });
  return { id, definition, approvedEnd: definition.plannedEnd, moved: [] };
}

export const amount = (figure: string, period: string, sum: number, programmeId = 'p'): BookAmount => ({
  programme: programmeId,
  unit: 'office',
  figure,
  period,
  amount: sum,
});
