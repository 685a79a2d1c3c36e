import { useEffect, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call, Problem } from '../../api/client';
import { useWords } from '../../words/words';
import { evaluationPath, evaluationQuery, useEvaluationsChanged } from '../queries';
import type { EvaluationShown, Listed } from '../queries';
import { tiedTo } from './queries';
import type { RateOrder } from './rating';

const OPEN = ['collecting', 'self', 'rating'];
const ORDER = ['rating', 'self', 'collecting'];
type Failed = { readonly evaluation: Listed; readonly place: number; readonly message: string };

/** Whom I still have to rate, those who assessed themselves first, as it was when the page opened; stored in the background. */
export function useRatingQueue(period: string, selves: readonly string[]) {
  const { say } = useWords();
  const queries = useQueryClient();
  const changed = useEvaluationsChanged();
  const [{ at, visit }, setPlace] = useState({ at: 0, visit: 0 });
  const [stored, setStored] = useState(0);
  const [sending, setSending] = useState(0);
  const [failed, setFailed] = useState<readonly Failed[]>([]);
  const { data: people, error } = useQuery({
    queryKey: ['rating-queue', period, ...selves],
    enabled: period !== '' && selves.length > 0,
    staleTime: Infinity,
    gcTime: 0,
    queryFn: async () => {
      const all = await tiedTo(period, 'manager', selves);
      return all
        .filter(({ phase, paused, person }) => OPEN.includes(phase) && !paused && !selves.includes(person))
        .sort((a, b) => ORDER.indexOf(a.phase) - ORDER.indexOf(b.phase));
    },
  });
  const next = people?.[at + 1]?.id;
  useEffect(() => {
    if (next !== undefined) void queries.prefetchQuery(evaluationQuery(next));
  }, [next, queries]);
  useEffect(() => {
    if (sending === 0) return undefined;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', hold);
    return () => removeEventListener('beforeunload', hold);
  }, [sending]);
  const go = (to: number) => setPlace((before) => ({ at: Math.max(0, to), visit: before.visit + 1 }));
  const store = async (evaluation: Listed, order: RateOrder, place: number) => {
    setSending((n) => n + 1);
    setFailed((all) => all.filter((one) => one.evaluation.id !== evaluation.id));
    try {
      const headers = { 'Idempotency-Key': crypto.randomUUID() };
      const shown = await call<EvaluationShown>('POST', `${evaluationPath(evaluation.id)}/commands`, order, headers);
      queries.setQueryData(['evaluation', evaluation.id], shown);
      setStored((n) => n + 1);
    } catch (fault) {
      const told = fault instanceof Problem && fault.status !== 0 ? fault.message : '';
      const message = told === '' ? say('note.noAnswer') : told;
      setFailed((all) => [...all, { evaluation, place, message }]);
    } finally {
      setSending((n) => n - 1);
    }
  };
  const rate = (evaluation: Listed, order: RateOrder) => {
    void store(evaluation, order, at);
    go(at + 1);
  };
  const over = people !== undefined && at >= people.length && sending === 0;
  useEffect(() => {
    if (over) changed();
    // Only when the last one is stored.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [over]);
  return { people, error, at, visit, stored, sending, failed, rate, go };
}
