import { useState } from 'react';
import { useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { useEditorWords } from '../words/indicatorEditor';
import { useUnitsWhere } from './may';
import { useVersions } from './queries';
import type { Definition } from './queries';
import { SetOwn } from './setOwn';
import type { Own } from './setOwn';
import { TakeBack } from './takeBack';

type Asked =
  { readonly do: 'set'; readonly unit: string; readonly own?: Own } | { readonly do: 'back'; readonly unit: string };

/** The targets that units have instead, and who may changes them. */
export function Overrides({ definition }: { readonly definition: Definition }) {
  const { say, format } = useEditorWords();
  const names = useNames();
  const { data, error } = useVersions(definition.id);
  const mine = useUnitsWhere('indicator.override', definition.home);
  const [asked, setAsked] = useState<Asked>();
  if (error !== null) return <ProblemNote error={error} />;
  if (data === undefined) return <Waiting />;
  const latest = new Map(data.flatMap((one) => (one.kind === 'override' ? [[one.unit, one] as const] : [])));
  const there = [...latest.values()].flatMap(({ override, ...one }) =>
    override === 'as-above' ? [] : [{ ...one, own: override }],
  );
  const may = new Set(mine.map(({ value }) => value));
  const told = ({ target, stretch, weight, trajectory = [] }: Own) =>
    [
      ...(target === undefined ? [] : [say('ind.targetIs', { value: format.value(target, definition.unit) })]),
      ...(stretch === undefined ? [] : [`${say('ed.stretch')}: ${format.value(stretch, definition.unit)}`]),
      ...trajectory.map((one) => `${format.period(one.period)}: ${format.value(one.target, definition.unit)}`),
      ...(weight === undefined ? [] : [say('ind.weight', { value: format.number(weight) })]),
    ].join(' · ');
  return (
    <>
      <p className="hint">{say('ed.ownWhat')}</p>
      {there.length === 0 && <p>{say('ed.ownNone')}</p>}
      <ul className="tasks">
        {there.map(({ unit, own, by, recordedAt, reason }) => (
          <li key={unit} className="card small">
            <strong>{names.unit(unit)}</strong>: {told(own)}
            <p className="hint">
              {say('ind.recorded', { when: format.moment(recordedAt), who: names.person(by) })}
              {reason !== undefined && `: ${reason}`}
            </p>
            {may.has(unit) && (
              <div className="buttons">
                <button type="button" onClick={() => setAsked({ do: 'set', unit, own })}>
                  {say('ed.ownChange', { unit: names.unit(unit) })}
                </button>
                <button type="button" onClick={() => setAsked({ do: 'back', unit })}>
                  {say('ed.ownBack', { unit: names.unit(unit) })}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {mine.length > 0 && (
        <button type="button" onClick={() => setAsked({ do: 'set', unit: '' })}>
          {say('ed.ownSet')}
        </button>
      )}
      {asked?.do === 'set' && <SetOwn {...{ definition, asked }} onClose={() => setAsked(undefined)} />}
      {asked?.do === 'back' && <TakeBack {...{ definition, unit: asked.unit }} onClose={() => setAsked(undefined)} />}
    </>
  );
}
