import { IndicatorDefinition as Schema } from '../../../src/domain/indicators/indicator.schema';
import type { DefinitionVersion, Figure } from '../../../src/domain/indicators/facts';
import { FROM_THE_BEGINNING } from '../../../src/domain/indicators/facts';
import { readsOf } from '../../../src/domain/indicators/reads';
import type { Stores } from '../../../src/worker/stores';

/** Defines an indicator of the unit `kh-dpi` as the API does, valid from the beginning. */
export async function define({ indicators }: Stores, id: string, given: object = {}): Promise<void> {
  const parsed = Schema.parse({ name: id, home: 'kh-dpi', ...given });
  const definition = { ...parsed, home: parsed.home ?? 'kh-dpi' } satisfies DefinitionVersion['definition'];
  const editing = { id, validFrom: FROM_THE_BEGINNING, by: 'lead' };
  const edited = await indicators.define(editing, definition, readsOf(definition));
  if (!edited.ok) throw new Error(`${id} was not defined`);
}

/** Records a value, or corrects it. */
export async function enter(
  { figures }: Stores,
  values: readonly (Pick<Figure, 'indicator' | 'period'> & { readonly value: number; readonly unit?: string })[],
): Promise<void> {
  const recordedAt = new Date().toISOString();
  await figures.record(
    values.map((value) => ({
      unit: 'kh-dpi',
      status: 'normal' as const,
      origin: { kind: 'entered' as const },
      by: 'binh',
      recordedAt,
      reason: 'test',
      ...value,
    })),
  );
}
