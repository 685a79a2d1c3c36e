import { useBuildWords } from '../../words/surveyBuild';
import type { SurveyBuildWord } from '../../words/surveyBuild';
import { useWords } from '../../words/words';
import { definitionOf } from './draft';
import type { Draft } from './draft';
import { toldOf } from '../../parts/told';

type Props = {
  readonly mine: Draft;
  readonly theirs: Draft;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
};
const PARTS = {
  ...{ title: 'title', intro: 'intro', languages: 'languages', belongsTo: 'belongs', series: 'series' },
  ...{ opens: 'opens', closes: 'closes', openLink: 'openLink', personalData: 'personalData', purpose: 'purpose' },
  ...{ groups: 'groups', factors: 'dimensions', questions: 'questions' },
} as const satisfies Readonly<Record<string, SurveyBuildWord>>;

/** Somebody else saved the survey meanwhile: both where they differ, and a question. */
export function Conflict({ mine, theirs, keepMine, takeTheirs }: Props) {
  const { say } = useWords();
  const word = useBuildWords();
  const [own, other] = [definitionOf(mine), definitionOf(theirs)];
  const parts = Object.keys(PARTS) as (keyof typeof PARTS)[];
  const differing = parts.filter((part) => JSON.stringify(own[part]) !== JSON.stringify(other[part]));
  return (
    <section className="note warn" role="alert">
      <h2>{word('conflict')}</h2>
      <p>{say('revise.conflictWhat')}</p>
      {differing.map((part) => (
        <div key={part}>
          <h3>{word(PARTS[part])}</h3>
          <div className="both">
            <div>
              <p className="hint">{say('revise.mine')}</p>
              <p className="said">{toldOf(own[part])}</p>
            </div>
            <div>
              <p className="hint">{say('revise.theirs')}</p>
              <p className="said">{toldOf(other[part])}</p>
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
