import { Link } from 'wouter';
import { useNames } from '../parts/names';
import { useScorecardWords } from '../words/scorecards';
import { useWords } from '../words/words';
import type { InitiativeView, MeasureView, ObjectiveView, PerspectiveView, Reading } from './reading';
import { Notes, Rated, useScoreText, useValueText } from './scored';
import { PERSPECTIVE } from './explain';
import { MovementSign, StatusSign } from './signs';
import { CyclesOf, InitiativeList } from './work';

/** `explain`: where the explanation of something stands. */
type Explaining = { readonly explainHref: (what: string) => string };
type BoardProps = Explaining & { readonly reading: Reading; readonly asOf: string };

/** Perspectives, the top first, with their objectives and measures. */
export function Board({ reading, asOf, explainHref }: BoardProps) {
  return reading.perspectives.map((perspective) => (
    <Perspective key={perspective.key} {...{ perspective, reading, asOf, explainHref }} />
  ));
}

function Perspective({
  perspective,
  reading,
  asOf,
  explainHref,
}: BoardProps & { readonly perspective: PerspectiveView }) {
  const word = useScorecardWords();
  const { name, question, objectives } = perspective;
  return (
    <section className="card perspective">
      <h2>{name}</h2>
      {question !== undefined && <p className="hint">{question}</p>}
      {objectives.length === 0 ? (
        <p className="hint">{word('sc.noObjectives')}</p>
      ) : (
        <>
          <Rated scored={perspective} />
          <HowCome name={name} href={explainHref(`${PERSPECTIVE}${perspective.key}`)} />
        </>
      )}
      <Notes notes={perspective.notes} />
      {objectives.map((objective) => (
        <Objective
          key={objective.key}
          {...{ objective, asOf, explainHref }}
          initiatives={reading.initiatives.filter((one) => one.objective === objective.key)}
        />
      ))}
    </section>
  );
}

type ObjectiveProps = Explaining & {
  readonly objective: ObjectiveView;
  readonly initiatives: readonly InitiativeView[];
  readonly asOf: string;
};
function Objective({ objective, initiatives, asOf, explainHref }: ObjectiveProps) {
  const word = useScorecardWords();
  const { person } = useNames();
  const name = objective.name;
  return (
    <article className="objective" id={`objective-${objective.key}`}>
      <h3>
        {name} {objective.priority === true && <span className="tag">{word('sc.priorityShort')}</span>}
      </h3>
      <p className="hint">{objective.owner === undefined ? word('sc.noOwner') : person(objective.owner)}</p>
      {objective.description !== undefined && <p>{objective.description}</p>}
      <Rated scored={objective} />
      <HowCome name={name} href={explainHref(objective.key)} />
      <Notes notes={objective.notes} />
      {objective.measures.length > 0 && <Measures {...{ objective, name, explainHref }} />}
      {initiatives.length > 0 && <InitiativeList {...{ initiatives, asOf }} />}
    </article>
  );
}

/** To the explanation of a score. */
function HowCome({ name, href }: { readonly name: string; readonly href: string }) {
  const word = useScorecardWords();
  return (
    <p>
      <Link href={href}>
        {word('sc.howCome')}
        <span className="visually-hidden"> {name}</span>
      </Link>
    </p>
  );
}

type MeasuresProps = Explaining & { readonly objective: ObjectiveView; readonly name: string };
function Measures({ objective, name, explainHref }: MeasuresProps) {
  const word = useScorecardWords();
  const label = word('sc.measuresOf', { name });
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="whole-words">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{word('sc.measure')}</th>
            <th scope="col" className="number">
              {word('sc.value')}
            </th>
            <th scope="col" className="number">
              {word('sc.target')}
            </th>
            <th scope="col" className="number">
              {word('sc.score')}
            </th>
            <th scope="col">{word('sc.status')}</th>
            <th scope="col">{word('sc.progress')}</th>
          </tr>
        </thead>
        <tbody>
          {objective.measures.map((measure) => (
            <Measure key={measure.indicator} {...{ measure, explainHref }} objective={objective.key} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type MeasureProps = Explaining & { readonly measure: MeasureView; readonly objective: string };
function Measure({ measure, objective, explainHref }: MeasureProps) {
  const { format } = useWords();
  const word = useScorecardWords();
  const valueText = useValueText();
  const scoreText = useScoreText();
  const { indicator, name, counter, value, range, unitOfMeasure = 'number', status, progress, notes } = measure;
  const called = name === undefined ? indicator : name;
  const said = (one: number | undefined) => (one === undefined ? '–' : format.value(one, unitOfMeasure));
  const aim = range === undefined ? said(value?.target) : `${said(range.low)} – ${said(range.high)}`;
  return (
    <tr>
      <th scope="row">
        <Link
          href={explainHref(`${objective}/${indicator}`)}
          aria-label={word('sc.howComeOf', { name: called })}
          title={word('sc.howCome')}
        >
          {called}
        </Link>
        {counter && <span className="tag">{word('sc.counterShort')}</span>}
        <Notes notes={notes} />
        <CyclesOf cycles={measure.cycles ?? []} />
      </th>
      <td className="number">{valueText(measure)}</td>
      <td className="number">{aim}</td>
      <td className="number">{scoreText(measure)}</td>
      <td>
        <StatusSign status={status?.rating} />
      </td>
      <td>
        <MovementSign movement={progress.movement} rating={progress.rating} />
        <p className="hint rule">{progress.words}</p>
      </td>
    </tr>
  );
}
