import type { EvaluationPeriods } from '../activities/evaluationPeriods.ports';
import type { EvaluationStore } from '../activities/evaluations.ports';
import { ofEvaluation, ofPeriod } from '../domain/webhooks/events';

const PAUSE_MS = 500;
type Waking = { readonly evaluationStore: EvaluationStore; readonly evaluationPeriods: EvaluationPeriods };

/**
 * The same stores; soon after they stored something that other systems are told of, the outbox is woken, once for many. What
 * is not woken for (the process died) is sent at the next look of the outbox, within the hour.
 */
export function wakingFor<Stores extends Waking>(stores: Stores, wake: () => Promise<void>): Stores {
  const soon = onceSoon(wake);
  const { evaluationStore, evaluationPeriods } = stores;
  return {
    ...stores,
    evaluationStore: {
      ...evaluationStore,
      async append(recorded, evaluation) {
        const answer = await evaluationStore.append(recorded, evaluation);
        if (answer === 'stored' && ofEvaluation(recorded).length > 0) soon();
        return answer;
      },
    },
    evaluationPeriods: {
      ...evaluationPeriods,
      async append(recorded, period) {
        await evaluationPeriods.append(recorded, period);
        if (ofPeriod(recorded).length > 0) soon();
      },
    },
  };
}

function onceSoon(work: () => Promise<void>): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      work().catch(() => undefined);
    }, PAUSE_MS).unref();
  };
}
