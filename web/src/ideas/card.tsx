import { Link } from 'wouter';
import { useNames } from '../parts/names';
import { useIdeaWords } from '../words/ideas';
import { useWords } from '../words/words';
import type { IdeaShown } from './queries';

/** An idea in a list. */
export function IdeaCard({ idea }: { readonly idea: IdeaShown }) {
  const { format } = useWords();
  const word = useIdeaWords();
  const { unit } = useNames();
  return (
    <li className="card small">
      <Link href={`/ideas/${encodeURIComponent(idea.id)}`}>{idea.title}</Link>
      <p className="hint">
        {[unit(idea.unit), useProposer(idea), word('id.support', { n: idea.support })].join(' · ')}
      </p>
      {idea.late && <p className="late-text">{word('id.late', { when: format.moment(idea.answerDue) })}</p>}
    </li>
  );
}

/** Who proposed it and when, as far as this reader may know. */
export function useProposer({ proposedBy, proposedAt, people }: IdeaShown): string {
  const { format } = useWords();
  const word = useIdeaWords();
  const name = proposedBy === undefined ? word('id.nameless') : (people[proposedBy] ?? proposedBy);
  return word('id.by', { name, when: format.moment(proposedAt) });
}
