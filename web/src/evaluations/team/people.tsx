import { useState } from 'react';
import { Link } from 'wouter';
import { useNames } from '../../parts/names';
import { useEvaluationWords } from '../../words/evaluations';
import type { Listed } from '../queries';
import { Assign } from './assign';
import { ImportWork } from './importWork';

type Props = { readonly period: string; readonly people: readonly Listed[] };
const COLLECTING = ['collecting', 'self', 'rating'];

/** Everybody I rate, with how their work stands; work is given to many at once. */
export function People({ period, people }: Props) {
  const word = useEvaluationWords();
  const { person } = useNames();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<'assign' | 'import'>();
  const free = people.filter(({ phase, paused }) => COLLECTING.includes(phase) && !paused);
  const picked = free.filter(({ id }) => chosen.has(id));
  const tick = (id: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)));
  const all = free.length > 0 && picked.length === free.length;
  return (
    <section aria-labelledby="people">
      <h2 id="people">
        {word('ev.people')} <span className="count">{people.length}</span>
      </h2>
      {free.length > 0 && (
        <div className="buttons">
          <button type="button" disabled={picked.length === 0} onClick={() => setOpen('assign')}>
            {picked.length === 0 ? word('ev.assignNobody') : word('ev.assignTo', { n: picked.length })}
          </button>
          <button type="button" onClick={() => setOpen('import')}>
            {word('ev.import')}
          </button>
        </div>
      )}
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">
                <label className="check">
                  <input
                    type="checkbox"
                    checked={all}
                    disabled={free.length === 0}
                    onChange={({ target }) => setChosen(new Set(target.checked ? free.map(({ id }) => id) : []))}
                  />
                  {word('ev.everybody')}
                </label>
              </th>
              <th scope="col">{word('ev.stands')}</th>
              <th scope="col" className="number">
                {word('ev.workDone')}
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <span className="check">
                    <input
                      type="checkbox"
                      aria-label={word('ev.choose', { name: person(one.person) })}
                      checked={chosen.has(one.id)}
                      disabled={!free.includes(one)}
                      onChange={({ target }) => tick(one.id, target.checked)}
                    />
                    <Link href={`/evaluations/${encodeURIComponent(one.id)}`}>{person(one.person)}</Link>
                  </span>
                </th>
                <td>{one.paused ? word('ev.pausedShort') : word(`ev.phase.${one.phase}`)}</td>
                <td className="number">
                  {one.done}/{one.items}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {open === 'assign' && <Assign people={picked} onClose={() => setOpen(undefined)} />}
      {open === 'import' && <ImportWork period={period} onClose={() => setOpen(undefined)} />}
    </section>
  );
}
