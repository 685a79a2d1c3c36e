import { withUnitsBelow } from '../domain/access/place';
import { partsOf, type Period } from '../domain/indicators/period';
import type { CaseFigures } from './caseFigures';
import type { CaseAsk } from './caseSeries';
import type { Indicators } from './indicators.ports';
import type { Organisation } from './ports';

/**
 * Computes and keeps the figures over cases of a unit and those below it for a period, so that a period that is closed
 * afterwards keeps them, whatever cases come later.
 */
export async function ensureOnRecord(
  { unit, period }: { readonly unit: string; readonly period: Period },
  deps: {
    readonly indicators: Indicators;
    readonly organisation: Organisation;
    readonly caseFigures: Pick<CaseFigures, 'figures'>;
  },
): Promise<void> {
  const units = withUnitsBelow(await deps.organisation.allUnits(), unit);
  const periods = [...new Set((['year', 'quarter', 'month'] as const).flatMap((grain) => partsOf(period, grain)))];
  const asks: CaseAsk[] = [];
  for await (const { definitions } of deps.indicators.all())
    for (const { definition } of definitions) {
      const { source } = definition;
      if (source.type !== 'cases') continue;
      for (const one of units) for (const each of periods) asks.push({ source, unit: one, period: each });
    }
  await deps.caseFigures.figures(asks);
}
