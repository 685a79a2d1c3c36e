import { useId } from 'react';
import { periodOfDay, shifted } from '../../../src/domain/indicators/period';
import { Choice } from '../parts/choices';
import { useScorecardWords } from '../words/scorecards';
import { useWords } from '../words/words';

const BACK = { month: 24, quarter: 12, year: 6 } as const;

type Frequency = keyof typeof BACK;
type PeriodProps = {
  readonly frequency: Frequency;
  readonly period: string;
  /** Day on which it is read; default today. */
  readonly day?: string;
  readonly onChange: (period: string) => void;
};
const today = () => new Date().toISOString().slice(0, 10);

/** Which period is read: one of those that have ended. */
export function PeriodChoice({ frequency, period, day = today(), onChange }: PeriodProps) {
  const { format } = useWords();
  const word = useScorecardWords();
  const last = shifted(periodOfDay(day, frequency), -1);
  const listed = Array.from({ length: BACK[frequency] }, (_none, back) => shifted(last, -back));
  const periods = period === '' || listed.includes(period) ? listed : [period, ...listed];
  return (
    <Choice
      label={word('sc.period')}
      value={period}
      empty={word('sc.lastPeriod')}
      options={periods.map((value) => ({ value, text: format.period(value) }))}
      onChange={onChange}
    />
  );
}

type Props = {
  readonly frequency: Frequency;
  readonly asOf: string;
  readonly period: string;
  readonly set: (name: 'asOf' | 'period', value: string) => void;
};

/** Which period is read, and as known on which day. Both stand in the address. */
export function When({ frequency, asOf, period, set }: Props) {
  const word = useScorecardWords();
  const id = useId();
  return (
    <>
      <PeriodChoice
        {...{ frequency, period }}
        {...(asOf !== '' && { day: asOf })}
        onChange={(value) => set('period', value)}
      />
      <div className="field">
        <label htmlFor={id}>{word('sc.asOf')}</label>
        <input id={id} type="date" max={today()} value={asOf} onChange={({ target }) => set('asOf', target.value)} />
      </div>
    </>
  );
}
