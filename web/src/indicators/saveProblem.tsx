import { changedMeanwhile } from '../api/queries';
import { ProblemNote } from '../parts/notes';
import { useEditorWords } from '../words/indicatorEditor';

/** Why a small change of an indicator was not saved; what is typed stays. */
export function SaveProblem({ error }: { readonly error: unknown }) {
  const { say } = useEditorWords();
  if (error === null) return null;
  if (!changedMeanwhile(error)) return <ProblemNote error={error} />;
  return (
    <p className="note warn" role="alert">
      {say('ed.conflictSmall')}
    </p>
  );
}
