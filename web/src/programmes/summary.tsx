import { Link } from 'wouter';
import { ProblemNote, Waiting } from '../parts/notes';
import { useProgrammeWords } from '../words/programmes';
import { useWords } from '../words/words';
import { programmeHref, useSummary } from './queries';
import type { FinishedLine, Summary } from './queries';
import { VerdictSign } from './signs';

type Props = {
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly set: (name: string, value: string) => void;
};
const SPAN = /^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?|-Q[1-4])?$/;
const readable = (text: string): string => (SPAN.test(text) ? text : '');

/** What was finished on time and on budget, and what administration cost, down to each programme. */
export function SummaryPanel({ unit, from, to, set }: Props) {
  const word = useProgrammeWords();
  const { data, error } = useSummary({ unit, from: readable(from), to: readable(to) });
  return (
    <section className="card" aria-labelledby="programmes-summary">
      <h2 id="programmes-summary">{word('summary')}</h2>
      <p className="hint" id="programmes-span">
        {word('summaryHint')}
      </p>
      <div className="filters">
        {(['from', 'to'] as const).map((name) => (
          <div key={name} className="field">
            <label htmlFor={`summary-${name}`}>{word(name)}</label>
            <input
              id={`summary-${name}`}
              aria-describedby="programmes-span"
              value={name === 'from' ? from : to}
              onChange={({ target }) => set(name, target.value.trim())}
            />
          </div>
        ))}
      </div>
      {error !== null && <ProblemNote error={error} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && <Figures summary={data} />}
    </section>
  );
}

function Figures({ summary }: { readonly summary: Summary }) {
  const { format } = useWords();
  const word = useProgrammeWords();
  const { explain } = summary;
  const share = (value: number | null) => (value === null ? '–' : format.value(value, 'ratio'));
  return (
    <>
      <dl className="figures">
        <Figure name={word('finished')} value={format.number(summary.finished)} />
        <Figure name={word('onTime')} value={format.number(summary.onTime)} />
        <Figure name={word('onBudget')} value={format.number(summary.onBudget)} />
        <Figure name={word('share')} value={share(summary.onTimeAndBudgetShare)} />
        <Figure name={word('costChange')} value={share(summary.administrativeCostChange)} />
      </dl>
      <p>{explain.share}</p>
      <p>{explain.cost.words}</p>
      {explain.notShown > 0 && <p className="hint">{word('notShown', { count: explain.notShown })}</p>}
      {explain.programmes.length > 0 && <Explained lines={explain.programmes} />}
      {explain.cost.programmes.length > 0 && <Costs cost={explain.cost} />}
    </>
  );
}

const Figure = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

function Explained({ lines }: { readonly lines: readonly FinishedLine[] }) {
  const { format } = useWords();
  const word = useProgrammeWords();
  return (
    <details>
      <summary>{word('explain')}</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={word('explain')}>
        <table className="portfolio">
          <thead>
            <tr>
              <th scope="col">{word('name')}</th>
              <th scope="col">{word('actualEnd')}</th>
              <th scope="col">{word('onTime')}</th>
              <th scope="col">{word('onBudget')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <th scope="row">
                  <Link href={programmeHref(line.id)}>{line.name}</Link>
                </th>
                <td>{format.day(line.finishedOn)}</td>
                <td>
                  <VerdictSign verdict={line.onTime} />
                  <span className="hint block">{line.onTime.words}</span>
                </td>
                <td>
                  <VerdictSign verdict={line.onBudget} />
                  <span className="hint block">{line.onBudget.words}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Costs({ cost }: { readonly cost: Summary['explain']['cost'] }) {
  const { format } = useWords();
  const word = useProgrammeWords();
  const years = [...new Set([cost.firstYear, cost.lastYear])];
  const shown = (value: number | null) => (value === null ? '–' : format.number(value));
  return (
    <details>
      <summary>{word('explainCost')}</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={word('explainCost')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{word('name')}</th>
              {years.map((year) => (
                <th key={year} scope="col" className="number">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cost.programmes.map(({ id, name, first, last }) => (
              <tr key={id}>
                <th scope="row">{name === id ? name : <Link href={programmeHref(id)}>{name}</Link>}</th>
                <td className="number">{shown(first)}</td>
                {years.length > 1 && <td className="number">{shown(last)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
