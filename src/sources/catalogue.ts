import { tmpdir } from 'node:os';
import type { CaseSources } from '../activities/ports';
import { csv } from './csv';
import { DEFAULT_LIMITS, type ReadLimits } from './limits';
import { readCases } from './source';
import { xes } from './xes';

/** Every kind of file that cases can come from. */
export const SOURCES = [xes, csv] as const;

/** The catalogue as the activities need it. `folder` holds temporary files of large imports; none outlives its import. */
export function createSources({
  limits = {},
  folder = tmpdir(),
}: {
  readonly limits?: Partial<ReadLimits>;
  readonly folder?: string;
} = {}): CaseSources {
  return {
    read(contentType, bytes, options) {
      const source = SOURCES.find((candidate) => candidate.contentType === contentType);
      if (source === undefined) throw new Error(`no source reads ${contentType}`);
      return readCases(source, bytes, { ...options, limits: { ...DEFAULT_LIMITS, ...limits }, folder });
    },
  };
}
