import type { MeasureView, ObjectiveView } from './reading';
import { useScorecardWords } from '../words/scorecards';
import { useWords } from '../words/words';
import { MovementSign, StatusSign } from './signs';

type Scored = Pick<ObjectiveView, 'state' | 'score' | 'coverage' | 'status' | 'progress'>;

/** A score in percent, or why there is none. */
export function useScoreText(): (scored: Pick<Scored, 'state' | 'score'>) => string {
  const { format } = useWords();
  const word = useScorecardWords();
  return ({ state, score }) =>
    score !== undefined && state === 'scored' ? format.value(score, 'ratio') : word(`sc.state.${state}`);
}

/** Score, coverage, status now and progress, each on its own. */
export function Rated({ scored }: { readonly scored: Scored }) {
  const { format } = useWords();
  const word = useScorecardWords();
  const scoreText = useScoreText();
  const { status, progress, coverage } = scored;
  return (
    <p className="rated">
      <span>
        {word('sc.score')}: <strong>{scoreText(scored)}</strong>
        {coverage < 1 && (
          <span className="hint"> {word('sc.coverageOf', { share: format.value(coverage, 'ratio') })}</span>
        )}
      </span>
      <span>
        {word('sc.status')}: <StatusSign status={status?.rating} />
      </span>
      <span>
        {word('sc.progress')}: <MovementSign movement={progress.movement} rating={progress.rating} />
      </span>
    </p>
  );
}

/** What has to be known besides the figures. */
export function Notes({ notes }: { readonly notes: ObjectiveView['notes'] }) {
  return notes.map(({ code, words }) => (
    <p key={code} className="hint">
      {words}
    </p>
  ));
}

/** A value in its unit of measure, or why there is none. */
export function useValueText(): (measure: MeasureView) => string {
  const { say, format } = useWords();
  return ({ value, unitOfMeasure = 'number' }) => {
    if (value === undefined) return '–';
    if (value.state !== 'value') return say(`state.${value.state}`);
    const unit = ['ratio', 'number'].includes(unitOfMeasure) ? '' : ` ${unitOfMeasure}`;
    return `${format.value(value.value, unitOfMeasure)}${unit}`;
  };
}
