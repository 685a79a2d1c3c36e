import { useState } from 'react';
import type { FormEvent } from 'react';
import { useKeyed } from '../api/keyed';
import { ProblemNote } from '../parts/notes';
import { useIdeaWords } from '../words/ideas';
import { useWords } from '../words/words';
import { useIdeaCommand } from './queries';
import type { IdeaShown } from './queries';

const OPEN = ['new', 'taken-up', 'later'];
const percent = (share: number): number => Math.round(share * 1000) / 10;

/** Who contributed; among several, each may name other shares, which hold once all have named the same. */
export function Contributors({ idea }: { readonly idea: IdeaShown }) {
  const { format } = useWords();
  const word = useIdeaWords();
  const { contributors, proposedShares, people, me, status } = idea;
  if (contributors === undefined) return null;
  const name = (person: string) => people[person] ?? person;
  const listed = (shares: typeof contributors) =>
    shares.map(({ person, share }) => `${name(person)}: ${format.number(percent(share))} %`);
  return (
    <section aria-labelledby="contributors">
      <h2 id="contributors">{word('id.contributors')}</h2>
      <ul>
        {listed(contributors).map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {proposedShares !== undefined && (
        <p className="note">
          {word('id.sharesWait', {
            shares: listed(proposedShares.shares).join(', '),
            names: proposedShares.agreedBy.map(name).join(', '),
          })}
        </p>
      )}
      {me.contributed && contributors.length > 1 && OPEN.includes(status) && (
        <SharesForm key={JSON.stringify(proposedShares)} idea={idea} shares={proposedShares?.shares ?? contributors} />
      )}
    </section>
  );
}

type FormProps = { readonly idea: IdeaShown; readonly shares: NonNullable<IdeaShown['contributors']> };

function SharesForm({ idea: { id, people }, shares }: FormProps) {
  const word = useIdeaWords();
  const keyed = useKeyed();
  const command = useIdeaCommand(id);
  const [parts, setParts] = useState(() => shares.map(({ person, share }) => ({ person, part: percent(share) })));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const contributors = parts.map(({ person, part }) => ({ person, share: part / 100 }));
    const body = { type: 'AgreeShares' as const, contributors };
    // A refusal is told below by command.error; what was typed stays.
    void keyed(body, (key) => command.mutateAsync({ body, key })).catch(() => undefined);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <div className="pair">
        {parts.map(({ person, part }) => (
          <div key={person} className="field">
            <label htmlFor={`share-${person}`}>{word('id.shareOf', { name: people[person] ?? person })}</label>
            <input
              id={`share-${person}`}
              type="number"
              required
              {...{ min: 0.1, max: 100, step: 0.1, value: part }}
              onChange={({ target }) =>
                setParts(parts.map((one) => (one.person === person ? { person, part: target.valueAsNumber } : one)))
              }
            />
          </div>
        ))}
      </div>
      {command.error !== null && <ProblemNote error={command.error} />}
      <div className="buttons">
        <button type="submit" disabled={command.isPending}>
          {word('id.do.AgreeShares')}
        </button>
      </div>
    </form>
  );
}
