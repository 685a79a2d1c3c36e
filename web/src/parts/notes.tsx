import { Problem } from '../api/client';
import { useWords } from '../words/words';

export function Waiting() {
  const { say } = useWords();
  return (
    <p className="waiting" role="status">
      {say('note.loading')}
    </p>
  );
}

/** A refusal in the API's own words; a lost connection in ours. */
export function ProblemNote({ error }: { readonly error: unknown }) {
  const { say } = useWords();
  const problem = error instanceof Problem ? error : undefined;
  const told = problem === undefined || problem.status === 0 || problem.message === '';
  return (
    <div className="note bad" role="alert">
      <p>{told ? say(problem?.status === 0 ? 'note.noAnswer' : 'note.failed') : problem.message}</p>
      {problem !== undefined && problem.errors.length > 0 && (
        <ul>
          {problem.errors.map(({ field, message }) => (
            <li key={`${field} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
