import { useSearchParams } from 'wouter';
import { Choice } from '../parts/choices';
import { useEvaluationWords } from '../words/evaluations';
import { usePeriods } from './periodQueries';

/** The period that the page is about, from the address; else the newest that is under way. */
export function usePeriodOfAddress() {
  const [search, setSearch] = useSearchParams();
  const { data, error } = usePeriods();
  const periods = data?.pages.flatMap(({ items }) => items);
  const asked = search.get('period') ?? '';
  const open = periods?.find(({ phase }) => phase !== 'final' && phase !== 'cancelled') ?? periods?.[0];
  return {
    id: asked !== '' ? asked : (open?.id ?? ''),
    periods,
    error,
    choose: (period: string) => setSearch({ period }),
  };
}

type Props = Pick<ReturnType<typeof usePeriodOfAddress>, 'id' | 'periods' | 'choose'>;

export function PeriodChoice({ id, periods = [], choose }: Props) {
  const word = useEvaluationWords();
  if (periods.length < 2) return null;
  return (
    <div className="filters">
      <Choice
        label={word('ev.period')}
        value={id}
        options={periods.map((one) => ({ value: one.id, text: `${one.title} · ${word(`ev.period.${one.phase}`)}` }))}
        onChange={choose}
      />
    </div>
  );
}
