import { useBuildWords } from '../../words/surveyBuild';

type Props = { readonly said: string | undefined; readonly onUndo: () => void };

/** What was just done with the form, and the way back. */
export function UndoNote({ said, onUndo }: Props) {
  const word = useBuildWords();
  return (
    <div className="undo" role="status">
      {said !== undefined && (
        <p className="note">
          {said}{' '}
          <button type="button" onClick={onUndo}>
            {word('undo')}
          </button>
        </p>
      )}
    </div>
  );
}
