import type { FormEvent } from 'react';
import { useKeyed } from '../api/keyed';
import { useProcedures } from '../api/queries';
import { Ask, FormButtons } from '../parts/dialog';
import { textIn } from '../parts/formText';
import { ProblemNote } from '../parts/notes';
import { useReviewWords } from '../words/reviews';
import { useWords } from '../words/words';
import { useOpenCycle } from './queries';
import type { ReviewView } from './queries';

type Props = { readonly review: ReviewView; readonly measure: string; readonly onClose: () => void };

/** A missed target becomes an improvement cycle: its problem is written from the memo. */
export function CycleDialog({ review, measure, onClose }: Props) {
  const { say } = useWords();
  const word = useReviewWords();
  const { data: procedures = [] } = useProcedures();
  const keyed = useKeyed();
  const open = useOpenCycle(review.id);
  const name = review.measures.find((one) => one.measure === measure)?.name ?? measure;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const title = textIn(form, 'title').trim();
    const body = { measure, procedure: textIn(form, 'procedure'), ...(title !== '' && { title }) };
    void keyed(body, (key) => open.mutateAsync({ body, key })).then(onClose, () => undefined);
  };
  return (
    <Ask title={word('rv.cycleFor', { name })} onClose={onClose}>
      <p className="hint">{word('rv.cycleWhat')}</p>
      <form className="stack" onSubmit={submit}>
        <div className="field">
          <label htmlFor="cycle-procedure">{say('cycle.procedure')}</label>
          <select id="cycle-procedure" name="procedure" required defaultValue="">
            <option value="">{say('plan.choose')}</option>
            {procedures.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="cycle-title">{say('field.optional', { label: say('launch.name') })}</label>
          <input id="cycle-title" name="title" maxLength={300} />
        </div>
        {open.error !== null && <ProblemNote error={open.error} />}
        <FormButtons label={word('rv.launch')} busy={open.isPending} onClose={onClose} />
      </form>
    </Ask>
  );
}
