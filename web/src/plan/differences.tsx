import type { DraftPlan } from '../api/queries';
import { useWords } from '../words/words';
import type { Word } from '../words/words';
import { toldOf } from '../parts/told';

type Props = {
  readonly mine: DraftPlan;
  readonly theirs: DraftPlan;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
};

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

/** Both plans, where they differ, and a question. */
export function Differences({ mine, theirs, keepMine, takeTheirs }: Props) {
  const { say } = useWords();
  const differing = partsThatDiffer(mine, theirs);
  return (
    <section className="note warn" role="alert">
      <h2>{say('revise.conflict')}</h2>
      <p>{say('revise.conflictWhat')}</p>
      {differing.map(([part, word]) => (
        <div key={part}>
          <h3>{say(word)}</h3>
          <div className="both">
            <div>
              <p className="hint">{say('revise.mine')}</p>
              <Told value={mine[part]} />
            </div>
            <div>
              <p className="hint">{say('revise.theirs')}</p>
              <Told value={theirs[part]} />
            </div>
          </div>
        </div>
      ))}
      <div className="buttons">
        <button type="button" onClick={keepMine}>
          {say('revise.keepMine')}
        </button>
        <button type="button" onClick={takeTheirs}>
          {say('revise.takeTheirs')}
        </button>
      </div>
    </section>
  );
}

const Told = ({ value }: { readonly value: unknown }) => <p className="said">{toldOf(value)}</p>;
