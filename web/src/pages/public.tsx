import { Link } from 'wouter';
import { Problem } from '../api/client';
import { useAddress } from '../parts/address';
import { ProblemNote, Waiting } from '../parts/notes';
import { PublicFrame } from '../public/frame';
import { publicAddress, usePublic, usePublicList } from '../public/queries';
import type { Shown, ShownMeasure } from '../public/queries';
import { Reviews } from '../public/reviews';
import { PeriodChoice } from '../scorecards/when';
import { MovementSign, StatusSign } from '../scorecards/signs';
import { PageTitle } from '../shell';
import { usePublicWords } from '../words/public';
import { useScorecardWords } from '../words/scorecards';
import { useWords } from '../words/words';
import '../styles/scorecards.css';

/** What the office shows to everybody: all of it (`id` empty), or one scorecard. */
export default function PublicPage({ id }: { readonly id: string }) {
  return <PublicFrame>{id === '' ? <All /> : <One id={id} />}</PublicFrame>;
}

function All() {
  const { say, of } = useWords();
  const word = usePublicWords();
  const { data, error } = usePublicList();
  return (
    <>
      <PageTitle>{word('pu.title')}</PageTitle>
      <p className="lead">{word('pu.lead')}</p>
      {error !== null && <ProblemNote error={error} />}
      {data === undefined && error === null && <Waiting />}
      {data?.length === 0 && <p className="card empty">{word('pu.none')}</p>}
      <ul className="tasks">
        {data?.map((one) => (
          <li key={one.id} className="card small">
            <Link href={`/public/${encodeURIComponent(one.id)}`}>{of(one.name)}</Link>
            {one.mission !== undefined && <p>{of(one.mission)}</p>}
            <p className="hint">{[one.unitName, say(`frequency.${one.frequency}`)].join(' · ')}</p>
          </li>
        ))}
      </ul>
      <OpenData id="" period="" />
    </>
  );
}

function One({ id }: { readonly id: string }) {
  const { of, format } = useWords();
  const word = usePublicWords();
  const [search, set] = useAddress();
  const period = search.get('period') ?? '';
  const { data: shown, error } = usePublic(id, period);
  const missing = error instanceof Problem && error.status === 404;
  return (
    <>
      <p>
        <Link href="/public">← {word('pu.all')}</Link>
      </p>
      {error !== null && (missing ? <PageTitle>{word('pu.notThere')}</PageTitle> : <ProblemNote error={error} />)}
      {shown === undefined && error === null && <Waiting />}
      {shown !== undefined && (
        <>
          <PageTitle>{of(shown.name)}</PageTitle>
          {shown.mission !== undefined && <p className="lead">{of(shown.mission)}</p>}
          <p className="hint">
            {[shown.unitName, word('pu.period', { period: format.period(shown.period) })].join(' · ')}
          </p>
          <search className="filters">
            <PeriodChoice frequency={shown.frequency} period={period} onChange={(value) => set('period', value)} />
          </search>
          <Standing scored={shown} />
          {shown.perspectives.map((perspective) => (
            <Perspective key={perspective.key} perspective={perspective} />
          ))}
          <Reviews reviews={shown.reviews} />
          <details className="card">
            <summary>{word('pu.how')}</summary>
            <p>{word('pu.howStatus')}</p>
          </details>
          <OpenData id={shown.id} period={shown.period} />
        </>
      )}
    </>
  );
}

type Scored = Pick<Shown, 'state' | 'score' | 'status' | 'movement'>;
function Standing({ scored: { state, score, status, movement } }: { readonly scored: Scored }) {
  const { format } = useWords();
  const word = useScorecardWords();
  const text = score === undefined || state !== 'scored' ? word(`sc.state.${state}`) : format.value(score, 'ratio');
  return (
    <p className="rated">
      <span>
        {word('sc.score')}: <strong>{text}</strong>
      </span>
      <span>
        {word('sc.status')}: <StatusSign status={status} />
      </span>
      <span>
        {word('sc.progress')}: <MovementSign movement={movement} />
      </span>
    </p>
  );
}

function Perspective({ perspective }: { readonly perspective: Shown['perspectives'][number] }) {
  const { of } = useWords();
  return (
    <section className="card perspective">
      <h2>{of(perspective.name)}</h2>
      {perspective.question !== undefined && <p className="hint">{of(perspective.question)}</p>}
      <Standing scored={perspective} />
      {perspective.objectives.map((objective) => (
        <article key={objective.key} className="objective">
          <h3>{of(objective.name)}</h3>
          {objective.description !== undefined && <p>{of(objective.description)}</p>}
          {objective.measures.length > 0 && <Measures name={of(objective.name)} measures={objective.measures} />}
        </article>
      ))}
    </section>
  );
}

type MeasuresProps = { readonly name: string; readonly measures: readonly ShownMeasure[] };
function Measures({ name, measures }: MeasuresProps) {
  const { of, format } = useWords();
  const word = useScorecardWords();
  const label = word('sc.measuresOf', { name });
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="whole-words">
        <thead>
          <tr>
            <th scope="col">{word('sc.measure')}</th>
            <th scope="col" className="number">
              {word('sc.value')}
            </th>
            <th scope="col" className="number">
              {word('sc.target')}
            </th>
            <th scope="col">{word('sc.status')}</th>
            <th scope="col">{word('sc.progress')}</th>
          </tr>
        </thead>
        <tbody>
          {measures.map((one) => (
            <tr key={one.indicator}>
              <th scope="row">{one.name === undefined ? one.indicator : of(one.name)}</th>
              <td className="number">
                <ValueTold measure={one} />
              </td>
              <td className="number">
                {one.target === undefined ? '–' : format.value(one.target, one.unitOfMeasure ?? 'number')}
              </td>
              <td>
                <StatusSign status={one.status} />
              </td>
              <td>
                <MovementSign movement={one.movement} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ValueTold({ measure: { value, valueState, unitOfMeasure = 'number' } }: { readonly measure: ShownMeasure }) {
  const { format } = useWords();
  const word = usePublicWords();
  if (value === undefined) return word(valueState === 'too-few' ? 'pu.suppressed' : 'pu.missing');
  const unit = ['ratio', 'number'].includes(unitOfMeasure) ? '' : ` ${unitOfMeasure}`;
  return `${format.value(value, unitOfMeasure)}${unit}`;
}

/** The same figures as files. */
function OpenData({ id, period }: { readonly id: string; readonly period: string }) {
  const { language } = useWords();
  const word = usePublicWords();
  return (
    <section className="card">
      <h2>{word('pu.openData')}</h2>
      <p>{word('pu.openDataWhat')}</p>
      <p className="buttons">
        {id !== '' && (
          <>
            <a className="button" href={publicAddress(id, { period, format: 'csv', language })} download>
              CSV
            </a>
            <a className="button" href={publicAddress(id, { period, format: 'json' })}>
              JSON
            </a>
          </>
        )}
        <a className="button" href="/v1/public/scorecards/schema">
          {word('pu.schema')}
        </a>
      </p>
    </section>
  );
}
