import { BothVersions } from '../../parts/bothVersions';
import type { Versions } from '../../parts/bothVersions';
import { toldOf } from '../../parts/told';
import { useScorecardWords } from '../../words/scorecards';
import type { ScorecardWord } from '../../words/scorecards';
import type { Draft } from './draft';

const PARTS = {
  ...{ name: 'sc.name', mission: 'sc.mission', unit: 'sc.unit', owner: 'sc.owner', frequency: 'sc.frequency' },
  ...{ perspectives: 'sc.perspectives', objectives: 'sc.objectives', initiatives: 'sc.initiatives' },
  ...{ links: 'sc.links', statusBands: 'sc.limits', minimumCoverage: 'sc.minimumCoverage', public: 'sc.makePublic' },
} as const satisfies Partial<Record<keyof Draft, ScorecardWord>>;

/** Somebody else saved the scorecard meanwhile. */
export function Conflict({ mine, theirs, ...choose }: Versions<Draft>) {
  const word = useScorecardWords();
  const parts = (Object.keys(PARTS) as (keyof typeof PARTS)[])
    .filter((part) => JSON.stringify(mine[part]) !== JSON.stringify(theirs[part]))
    .map((part) => ({ key: part, name: word(PARTS[part]), mine: toldOf(mine[part]), theirs: toldOf(theirs[part]) }));
  return <BothVersions title={word('sc.conflict')} parts={parts} {...choose} />;
}
