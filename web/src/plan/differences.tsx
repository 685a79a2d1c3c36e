import type { DraftPlan } from '../api/queries';
import { BothVersions } from '../parts/bothVersions';
import type { Versions } from '../parts/bothVersions';
import { toldOf } from '../parts/told';
import { useWords } from '../words/words';
import type { Word } from '../words/words';

const PARTS: readonly (readonly [keyof DraftPlan, Word])[] = [
  ['problem', 'plan.problem'],
  ['causes', 'plan.causes'],
  ['aim', 'plan.aim'],
  ['indicators', 'plan.indicators'],
  ['countermeasures', 'plan.countermeasures'],
  ['pilot', 'plan.pilot'],
  ['do', 'plan.do'],
  ['baseline', 'plan.baseline'],
  ['changeFrom', 'plan.changeFrom'],
  ['reviewers', 'plan.reviewers'],
];

const partsThatDiffer = (mine: DraftPlan, theirs: DraftPlan) =>
  PARTS.filter(([part]) => JSON.stringify(mine[part]) !== JSON.stringify(theirs[part]));

/** Whether two plans say different things. */
export const differ = (mine: DraftPlan, theirs: DraftPlan): boolean => partsThatDiffer(mine, theirs).length > 0;

/** Somebody else revised the plan meanwhile. */
export function Differences({ mine, theirs, ...choose }: Versions<DraftPlan>) {
  const { say } = useWords();
  const parts = partsThatDiffer(mine, theirs).map(([part, word]) => ({
    key: part,
    name: say(word),
    mine: toldOf(mine[part]),
    theirs: toldOf(theirs[part]),
  }));
  return <BothVersions title={say('revise.conflict')} parts={parts} {...choose} />;
}
