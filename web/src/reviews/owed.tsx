import { Link } from 'wouter';
import { indicatorHref } from '../indicators/names';
import { useNames } from '../parts/names';
import { useReviewWords } from '../words/reviews';
import { useWords } from '../words/words';
import type { Owed, ReviewView } from './queries';

/** The update campaign: which figures were missing, who owes them, when they were told and to whom it climbed. */
export function Campaign({ review: { owed } }: { readonly review: ReviewView }) {
  const word = useReviewWords();
  const come = owed.filter(({ arrivedAt }) => arrivedAt !== undefined).length;
  const late = owed.toSorted(
    (one, other) => Number(one.arrivedAt !== undefined) - Number(other.arrivedAt !== undefined),
  );
  return (
    <section className="card">
      <h2>{word('rv.owed')}</h2>
      <p>{owed.length === 0 ? word('rv.nothingOwed') : word('rv.owedCount', { come, of: owed.length })}</p>
      {owed.length > 0 && (
        <>
          <progress max={owed.length} value={come} aria-label={word('rv.owed')} />
          <table className="campaign">
            <caption className="visually-hidden">{word('rv.owed')}</caption>
            <thead>
              <tr>
                <th scope="col">{word('rv.figure')}</th>
                <th scope="col">{word('rv.owes')}</th>
                <th scope="col">{word('rv.toldWhen')}</th>
                <th scope="col">{word('rv.climbedTo')}</th>
                <th scope="col">{word('rv.status')}</th>
              </tr>
            </thead>
            <tbody>
              {late.map((one) => (
                <Line key={`${one.indicator} ${one.unit} ${one.period}`} one={one} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

function Line({ one }: { readonly one: Owed }) {
  const { format } = useWords();
  const word = useReviewWords();
  const { unit, person } = useNames();
  const climbed = one.toldTo.filter((id) => !one.persons.includes(id));
  return (
    <tr>
      <th scope="row">
        <Link href={indicatorHref(one.indicator, { unit: one.unit })}>{one.title}</Link>
        <p className="hint">{`${unit(one.unit)} · ${format.period(one.period)}`}</p>
      </th>
      <Told name={word('rv.owes')}>{one.persons.map(person).join(', ')}</Told>
      <Told name={word('rv.toldWhen')}>
        {one.lastTold === undefined
          ? word('rv.notTold')
          : word('rv.toldTimes', { count: one.told, when: format.moment(one.lastTold) })}
      </Told>
      <Told name={word('rv.climbedTo')}>{climbed.length === 0 ? '–' : climbed.map(person).join(', ')}</Told>
      <Told name={word('rv.status')}>
        {one.arrivedAt !== undefined
          ? `✓ ${word('rv.arrived', { when: format.moment(one.arrivedAt) })}`
          : `○ ${word('rv.missingStill')}`}
      </Told>
    </tr>
  );
}

/** A cell that says its column itself where the table stands as cards, on a phone. */
const Told = ({ name, children }: { readonly name: string; readonly children: string }) => (
  <td>
    <span className="column-name">{name}</span>
    {children}
  </td>
);
