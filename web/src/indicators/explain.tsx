import { Link } from 'wouter';
import { useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { useWords } from '../words/words';
import { called } from './called';
import { indicatorHref } from './names';
import { useIndicatorNames } from './namesById';
import { useExplained } from './queries';
import type { Definition, Explained } from './queries';

type Props = { readonly definition: Definition; readonly unit: string; readonly period: string };

/** Down to figures and cases, each step with its value. */
export function ExplainPanel({ definition, unit, period }: Props) {
  const { say, format } = useWords();
  const { data, error } = useExplained(definition.id, unit, period);
  return (
    <section className="card" aria-labelledby="explained">
      <h2 id="explained">{say('ind.howComeOf', { period: format.period(period) })}</h2>
      {error !== null && <ProblemNote error={error} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && <Tree tree={data.tree} measure={definition.unit} />}
      <p>
        <Link href={indicatorHref(definition.id, { unit })}>{say('explain.back')}</Link>
      </p>
    </section>
  );
}

/** A value as a tree, each step with its own. */
export const Tree = ({ tree, measure }: { readonly tree: Explained; readonly measure: string }) => (
  <ul className="tree">
    <Node node={tree} measure={measure} depth={0} />
  </ul>
);

type NodeProps = { readonly node: Explained; readonly measure: string; readonly depth: number };
function Node({ node, measure, depth }: NodeProps) {
  const parts = node.parts ?? [];
  const line = <Line node={node} measure={depth === 0 ? measure : ''} />;
  if (parts.length === 0)
    return (
      <li>
        {line}
        <Behind node={node} />
      </li>
    );
  return (
    <li>
      <details open={depth < 3}>
        <summary>{line}</summary>
        <Behind node={node} />
        <ul>
          {parts.map((part, place) => (
            <Node key={place} node={part} measure={measure} depth={depth + 1} />
          ))}
        </ul>
      </details>
    </li>
  );
}

function Line({ node, measure }: { readonly node: Explained; readonly measure: string }) {
  const { say, format } = useWords();
  const names = useNames();
  const indicators = useIndicatorNames();
  const { label, state, value, unit, period, numerator, denominator, n } = node;
  const about = [
    ...(unit === undefined ? [] : [names.unit(unit)]),
    ...(period === undefined ? [] : [format.period(period)]),
    ...(numerator === undefined || denominator === undefined
      ? []
      : [say('explain.fraction', { numerator: format.number(numerator), denominator: format.number(denominator) })]),
    ...(n === undefined ? [] : [say('explain.n', { n: format.number(n) })]),
  ];
  return (
    <>
      {called(label, (id) => indicators.get(id))}:{' '}
      <span className="value">
        {state !== 'value' ? say(`state.${state}`) : value === undefined ? '–' : format.value(value, measure)}
      </span>{' '}
      <span className="hint">{about.join(' · ')}</span>
    </>
  );
}

/** Words, who entered it, evidence, cases. */
function Behind({ node: { words, figure, cases } }: { readonly node: Explained }) {
  const { say, format } = useWords();
  const names = useNames();
  const indicators = useIndicatorNames();
  const named = (id: string) => indicators.get(id) ?? (names.unit(id) === id ? undefined : names.unit(id));
  return (
    <>
      {words !== undefined && <p className="hint">{called(words, named)}</p>}
      {figure !== undefined && (
        <p className="hint">
          {say('explain.entered', {
            who: names.person(figure.by),
            when: format.moment(figure.recordedAt),
            no: figure.version,
          })}
          {figure.reason !== undefined && `: ${figure.reason}`}
          {figure.evidence?.map((id, place) => (
            <span key={id}>
              {' · '}
              <a href={`/v1/evidence/${encodeURIComponent(id)}/file`} download>
                {say('explain.evidence')} {place + 1}
              </a>
            </span>
          ))}
        </p>
      )}
      {cases !== undefined && cases.total > 0 && (
        <p className="hint">
          {say('explain.cases', {
            total: format.number(cases.total),
            some: cases.shown
              .slice(0, 5)
              .map(({ id, value }) => `${id} (${format.number(value)})`)
              .join(', '),
          })}
        </p>
      )}
    </>
  );
}
