import { Link } from 'wouter';
import { Actions } from '../ideas/actions';
import { useProposer } from '../ideas/card';
import { Contributors } from '../ideas/contributors';
import { useIdea } from '../ideas/queries';
import type { IdeaShown } from '../ideas/queries';
import { useNames } from '../parts/names';
import { Waiting } from '../parts/notes';
import { NotThere } from '../parts/notThere';
import { PageTitle } from '../shell';
import { useIdeaWords } from '../words/ideas';
import { useWords } from '../words/words';

/** An idea: what it says, who answers, what proves it, and the points that follow. */
export default function IdeaPage({ id }: { readonly id: string }) {
  const word = useIdeaWords();
  const { data: idea, error } = useIdea(id);
  if (error !== null) return <NotThere error={error} list={{ to: '/ideas', text: word('id.title') }} />;
  return idea === undefined ? <Waiting /> : <Shown idea={idea} />;
}

function Shown({ idea }: { readonly idea: IdeaShown }) {
  const word = useIdeaWords();
  const { unit } = useNames();
  return (
    <>
      <PageTitle>{idea.title}</PageTitle>
      <p className="hint">
        {[word(`id.stage.${idea.stage}`), unit(idea.unit), useProposer(idea)].join(' · ')}
        {' · '}
        {word('id.support', { n: idea.support })}
      </p>
      <p className="card said">{idea.text}</p>
      <Waited idea={idea} />
      {idea.mergedInto !== undefined && (
        <p className="note">
          <Link href={`/ideas/${encodeURIComponent(idea.mergedInto)}`}>{word('id.merged')}</Link>
        </p>
      )}
      <section>
        <Actions idea={idea} />
      </section>
      <Evidence idea={idea} />
      <Points idea={idea} />
      <Contributors idea={idea} />
      <Talk idea={idea} />
    </>
  );
}

function Waited({ idea }: { readonly idea: IdeaShown }) {
  const { format } = useWords();
  const word = useIdeaWords();
  const when = format.moment(idea.answerDue);
  if (idea.status !== 'new') return null;
  if (idea.late) return <p className="note warn">{word('id.late', { when })}</p>;
  const names = idea.answerers.map((one) => idea.people[one] ?? one).join(', ');
  return <p className="note">{word('id.answerDue', { when, names: names === '' ? word('id.nobody') : names })}</p>;
}

function Evidence({ idea: { evidence } }: { readonly idea: IdeaShown }) {
  const { format } = useWords();
  const word = useIdeaWords();
  const { unit } = useNames();
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">{word('id.evidence')}</h2>
      {evidence.length === 0 && <p className="hint">{word('id.noEvidence')}</p>}
      <ul className="tasks">
        {evidence.map(({ cycle, title, unit: of, testedAt, improvedAt, adoptedAt }) => (
          <li key={cycle} className="card small">
            <Link href={`/cycles/${encodeURIComponent(cycle)}`}>{title}</Link>
            <p className="hint">
              {[
                unit(of),
                ...(testedAt === undefined ? [] : [`${word('id.stage.tested')}: ${format.moment(testedAt)}`]),
                ...(improvedAt === undefined ? [] : [`${word('id.stage.improved')}: ${format.moment(improvedAt)}`]),
                ...(adoptedAt === undefined ? [] : [`${word('id.stage.adopted')}: ${format.moment(adoptedAt)}`]),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Points({ idea: { points } }: { readonly idea: IdeaShown }) {
  const { format } = useWords();
  const word = useIdeaWords();
  return (
    <section aria-labelledby="points">
      <h2 id="points">{word('id.pointsTitle')}</h2>
      <ul>
        {points.map(({ kind, at, evidence, points: of }) => (
          <li key={`${kind}/${evidence.id}`}>
            {word(`id.kind.${kind}`)}, {format.moment(at)}: {word('id.pointsOf', { points: format.number(of) })}
          </li>
        ))}
      </ul>
      <p className="hint">{word('id.assumed')}</p>
    </section>
  );
}

function Talk({ idea: { answers, comments, people } }: { readonly idea: IdeaShown }) {
  const { format } = useWords();
  const word = useIdeaWords();
  const by = (person: string | undefined, at: string) =>
    word('id.by', {
      name: person === undefined ? word('id.nameless') : (people[person] ?? person),
      when: format.moment(at),
    });
  return (
    <>
      {answers.length > 0 && (
        <section aria-labelledby="answers">
          <h2 id="answers">{word('id.answers')}</h2>
          {answers.map(({ by: person, at, answer, reason }) => (
            <div key={at} className="card small">
              <p className="said">
                <strong>{word(`id.answer.${answer}`)}</strong>: {reason}
              </p>
              <p className="hint">{by(person, at)}</p>
            </div>
          ))}
        </section>
      )}
      {comments.length > 0 && (
        <section aria-labelledby="comments">
          <h2 id="comments">{word('id.comments')}</h2>
          {comments.map(({ by: person, at, text }) => (
            <div key={`${at}${text}`} className="card small">
              <p className="said">{text}</p>
              <p className="hint">{by(person, at)}</p>
            </div>
          ))}
        </section>
      )}
    </>
  );
}
