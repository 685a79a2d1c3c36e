import { useState } from 'react';
import type { FormEvent } from 'react';
import { useLocation } from 'wouter';
import { periodOfDay, shifted } from '../../../../src/domain/indicators/period';
import { useKeyed } from '../../api/keyed';
import { Ask, FormButtons } from '../../parts/dialog';
import { ProblemNote } from '../../parts/notes';
import { useReviewPlanWords } from '../../words/reviewPlans';
import { useWords } from '../../words/words';
import { reviewHref } from '../queries';
import { useOpenReview } from './queries';
import type { Plan } from './queries';

const LOOKED_BACK = 8;
type Props = { readonly plan: Plan; readonly known: readonly string[]; readonly onClose: () => void };

/** Opens the review of a period that has ended, without waiting for the plan. `known`: periods that have one. */
export function OpenNow({ plan, known, onClose }: Props) {
  const { format } = useWords();
  const word = useReviewPlanWords();
  const [, go] = useLocation();
  const keyed = useKeyed();
  const open = useOpenReview();
  const now = periodOfDay(new Date().toISOString().slice(0, 10), plan.frequency);
  const over = Array.from({ length: LOOKED_BACK }, (_none, at) => shifted(now, -1 - at));
  const free = over.filter((period) => !known.includes(period));
  const [chosen, choose] = useState(free[0] ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { plan: plan.id, period: chosen };
    void keyed(body, (key) => open.mutateAsync({ body, key })).then(
      ({ id }) => go(reviewHref(id)),
      () => undefined,
    );
  };
  return (
    <Ask title={word('rp.openNow')} onClose={onClose}>
      <p className="hint">{word('rp.openWhat')}</p>
      {free.length === 0 && <p className="note">{word('rp.allOpen', { count: LOOKED_BACK })}</p>}
      <form className="stack" onSubmit={submit}>
        <div className="field">
          <label htmlFor="open-period">{word('rp.period')}</label>
          <select id="open-period" required value={chosen} onChange={({ target }) => choose(target.value)}>
            {free.map((period) => (
              <option key={period} value={period}>
                {format.period(period)}
              </option>
            ))}
          </select>
        </div>
        {open.error !== null && <ProblemNote error={open.error} />}
        <FormButtons label={word('rp.openNow')} busy={open.isPending} held={free.length === 0} onClose={onClose} />
      </form>
    </Ask>
  );
}
