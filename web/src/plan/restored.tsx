import { useWords } from '../words/words';

type Draft = { readonly restoredAt: string | undefined; readonly forget: () => void };

/** Says that what is in the form was typed before, and offers to begin again. */
export function Restored({ draft }: { readonly draft: Draft }) {
  const { say, format } = useWords();
  if (draft.restoredAt === undefined) return null;
  return (
    <div className="note" role="status">
      <p>{say('draft.restored', { when: format.moment(draft.restoredAt) })}</p>
      <button type="button" className="link" onClick={() => draft.forget()}>
        {say('draft.discard')}
      </button>
    </div>
  );
}
