import { useState } from 'react';
import type { FormEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Grain } from '../../../../src/domain/cases/periods';
import { periodOfDay, shifted } from '../../../../src/domain/indicators/period';
import { call } from '../../api/client';
import { useKeyed } from '../../api/keyed';
import { usePeople, whole } from '../../api/queries';
import { useUnitsWhere } from '../../indicators/may';
import { Choice } from '../../parts/choices';
import { Ask, FormButtons } from '../../parts/dialog';
import { ProblemNote } from '../../parts/notes';
import { useEvaluationWords } from '../../words/evaluations';
import { useWords } from '../../words/words';
import { today } from '../names';
import type { PeriodShown } from '../periodQueries';
import { useEvaluationsChanged } from '../queries';
import { PeopleChoice } from './peopleChoice';

type SchemeRow = { readonly id: string; readonly name: string; readonly cadence: Grain };
type Excluded = { readonly person: string; readonly reason: string };
const PERIODS_BACK = 6;

/** Opens a period: by which scheme, where, when, who calibrates, who is left out and why. */
export function OpenDialog({ onClose }: { readonly onClose: () => void }) {
  const { format } = useWords();
  const word = useEvaluationWords();
  const [, go] = useLocation();
  const keyed = useKeyed();
  const changed = useEvaluationsChanged();
  const units = useUnitsWhere('evaluationPeriod.manage');
  const { data: people = [] } = usePeople();
  const { data: schemes = [] } = useQuery({
    queryKey: ['schemes', 'all'],
    queryFn: () => whole<SchemeRow>('/v1/schemes'),
  });
  const [asked, setAsked] = useState({ scheme: '', unit: '', period: '' });
  const [calibrators, setCalibrators] = useState<readonly string[]>([]);
  const [excluded, setExcluded] = useState<readonly Excluded[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const scheme = schemes.find(({ id }) => id === asked.scheme) ?? schemes[0];
  const now = scheme === undefined ? '' : periodOfDay(today(), scheme.cadence);
  const periods = now === '' ? [] : Array.from({ length: PERIODS_BACK }, (_, back) => shifted(now, -back));
  const period = periods.includes(asked.period) ? asked.period : (periods[0] ?? '');
  const unit = asked.unit === '' ? (units[0]?.value ?? '') : asked.unit;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const left = excluded.filter(({ person }) => person !== '');
    const body = { scheme: scheme?.id ?? '', unit, period, calibrators, excluded: left };
    setBusy(true);
    try {
      const opened = await keyed(body, (key) =>
        call<PeriodShown>('POST', '/v1/evaluation-periods', body, { 'Idempotency-Key': key }),
      );
      changed();
      go(`/evaluation-periods/${encodeURIComponent(opened.id)}`);
    } catch (fault) {
      setError(fault);
      setBusy(false);
    }
  };
  const setLine = (at: number, line: Partial<Excluded>) =>
    setExcluded((all) => all.map((one, i) => (i === at ? { ...one, ...line } : one)));
  return (
    <Ask title={word('ev.openPeriod')} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <Choice
          label={word('ev.scheme')}
          value={scheme?.id ?? ''}
          options={schemes.map(({ id, name }) => ({ value: id, text: name }))}
          onChange={(id) => setAsked({ ...asked, scheme: id })}
        />
        <Choice
          label={word('ev.unit')}
          value={unit}
          options={units}
          onChange={(id) => setAsked({ ...asked, unit: id })}
        />
        <Choice
          label={word('ev.period')}
          value={period}
          options={periods.map((one) => ({ value: one, text: format.period(one) }))}
          onChange={(id) => setAsked({ ...asked, period: id })}
        />
        <PeopleChoice label={word('ev.calibrators')} chosen={calibrators} onChange={setCalibrators} />
        <fieldset>
          <legend>{word('ev.excluded')}</legend>
          <p className="hint">{word('ev.excludedHint')}</p>
          {excluded.map((line, at) => (
            <div key={at} className="pair">
              <Choice
                label={word('ev.person')}
                value={line.person}
                options={people.map(({ id, name }) => ({ value: id, text: name }))}
                empty="–"
                onChange={(person) => setLine(at, { person })}
              />
              <div className="field">
                <label htmlFor={`why-${at}`}>{word('ev.text.reason')}</label>
                <input
                  id={`why-${at}`}
                  required={line.person !== ''}
                  maxLength={4000}
                  value={line.reason}
                  onChange={({ target }) => setLine(at, { reason: target.value })}
                />
              </div>
            </div>
          ))}
          <button type="button" onClick={() => setExcluded([...excluded, { person: '', reason: '' }])}>
            {word('ev.excludeAdd')}
          </button>
        </fieldset>
        {error !== null && <ProblemNote error={error} />}
        <FormButtons label={word('ev.openPeriod')} busy={busy} onClose={onClose} />
      </form>
    </Ask>
  );
}
