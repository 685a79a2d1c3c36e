import { Link } from 'wouter';
import { useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { useWords } from '../words/words';
import { useQuestions, useVersions } from './queries';
import type { Definition, Versions } from './queries';

const BEGINNING = '0001-01-01';

export function Facts({ definition }: { readonly definition: Definition }) {
  const { say, format } = useWords();
  const names = useNames();
  const { owner, home, unit, frequency, direction, source, target } = definition;
  const facts: readonly (readonly [string, string])[] = [
    [say('ind.owner'), owner === undefined ? say('edit.noOwner') : names.person(owner)],
    [say('ind.home'), names.unit(home)],
    [say('ind.unitOfMeasure'), format.measure(unit)],
    [say('ind.frequency'), say(`frequency.${frequency}`)],
    [say('ind.better'), say(`ind.better.${direction}`)],
    [say('ind.source'), say(`source.${source.type}`)],
    ...(source.type === 'formula' ? [[say('ind.formula'), source.formula] as const] : []),
    ...(target === undefined ? [] : [[say('ind.target'), format.value(target, unit)] as const]),
  ];
  return (
    <dl className="facts">
      {facts.map(([term, text]) => (
        <div key={term} className="fact">
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

export function VersionList({ definition }: { readonly definition: Definition }) {
  const { data, error } = useVersions(definition.id);
  if (error !== null) return <ProblemNote error={error} />;
  if (data === undefined) return <Waiting />;
  return (
    <ul className="tasks">
      {data.toReversed().map((one) => (
        <li key={`${one.kind} ${one.kind === 'override' ? one.unit : ''} ${one.version}`} className="card small">
          <Version one={one} measure={definition.unit} />
        </li>
      ))}
    </ul>
  );
}

function Version({ one, measure }: { readonly one: Versions['items'][number]; readonly measure: string }) {
  const { say, format } = useWords();
  const names = useNames();
  const from =
    one.validFrom === BEGINNING ? say('ind.fromBeginning') : say('ind.validFrom', { day: format.day(one.validFrom) });
  const title =
    one.kind === 'definition'
      ? say('ind.version', { no: one.version })
      : say('ind.override', { unit: names.unit(one.unit) });
  const own = one.kind === 'override' && one.override !== 'as-above' ? one.override : undefined;
  const told = [
    ...(one.kind === 'definition' && one.definition.target !== undefined
      ? [say('ind.targetIs', { value: format.value(one.definition.target, measure) })]
      : []),
    ...(own?.target === undefined ? [] : [say('ind.targetIs', { value: format.value(own.target, measure) })]),
    ...(own?.weight === undefined ? [] : [say('ind.weight', { value: format.number(own.weight) })]),
    ...(one.kind === 'override' && own === undefined ? [say('ind.overrideBack')] : []),
  ];
  return (
    <>
      <strong>{title}</strong> · {[from, ...told].join(' · ')}
      <p className="hint">
        {say('ind.recorded', { when: format.moment(one.recordedAt), who: names.person(one.by) })}
        {one.reason !== undefined && `: ${one.reason}`}
      </p>
    </>
  );
}

/** What the owner should be asked, and what the watch found. */
export function Questions({ id, unit }: { readonly id: string; readonly unit: string }) {
  const { say, format, of } = useWords();
  const names = useNames();
  const { data, error } = useQuestions(id, unit);
  if (error !== null) return <ProblemNote error={error} />;
  if (data === undefined) return <Waiting />;
  const { questions, findings } = data;
  if (questions.length + findings.length === 0) return <p>{say('ind.noQuestions')}</p>;
  return (
    <ul>
      {questions.map(({ code, words }) => (
        <li key={code}>{of(words)}</li>
      ))}
      {findings.map(({ unit: where, kind, since, until, words, cycle }) => (
        <li key={`${where} ${kind} ${since}`}>
          {words}{' '}
          <span className="hint">
            {names.unit(where)} · {say('ind.finding', { from: format.period(since), to: format.period(until) })}
          </span>{' '}
          {cycle !== undefined && <Link href={`/cycles/${encodeURIComponent(cycle)}`}>{say('ind.findingCycle')}</Link>}
        </li>
      ))}
    </ul>
  );
}
