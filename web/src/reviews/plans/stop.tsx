import type { FormEvent } from 'react';
import { useLocation } from 'wouter';
import { Ask, FormButtons } from '../../parts/dialog';
import { ProblemNote } from '../../parts/notes';
import { useReviewPlanWords } from '../../words/reviewPlans';
import { useStopPlan } from './queries';
import type { Plan } from './queries';

type Props = { readonly plan: Plan; readonly name: string; readonly onClose: () => void };

/** Asks before no more reviews are opened by a plan. */
export function StopPlan({ plan, name, onClose }: Props) {
  const word = useReviewPlanWords();
  const [, go] = useLocation();
  const stop = useStopPlan();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    stop.mutate(plan, { onSuccess: () => go('/reviews/plans') });
  };
  return (
    <Ask title={word('rp.stopWhich', { name })} onClose={onClose}>
      <p>{word('rp.stopWhat')}</p>
      <form className="stack" onSubmit={submit}>
        {stop.error !== null && <ProblemNote error={stop.error} />}
        <FormButtons label={word('rp.stopDo')} look="danger" busy={stop.isPending} onClose={onClose} />
      </form>
    </Ask>
  );
}
