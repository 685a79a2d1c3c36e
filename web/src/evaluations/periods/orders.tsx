import { useState } from 'react';
import type { FormEvent } from 'react';
import type { PeriodCommand } from '../../../../src/domain/evaluationPeriods/period.schema';
import type { Step } from '../../../../src/domain/evaluationPeriods/state';
import { useKeyed } from '../../api/keyed';
import { Choice } from '../../parts/choices';
import { Ask, FormButtons } from '../../parts/dialog';
import { ProblemNote } from '../../parts/notes';
import { useEvaluationWords } from '../../words/evaluations';
import { useMayInPeriod } from '../may';
import { usePeriodCommand } from '../periodQueries';
import type { PeriodShown } from '../periodQueries';

const STEPS: readonly Step[] = ['selfAssessment', 'managerRating', 'approval', 'calibration', 'publication'];
type Asked = 'ExtendStep' | 'PausePeriod' | 'ResumePeriod' | 'CancelPeriod' | 'Publish' | 'Finalise';
const UNDER_WAY = ['collecting', 'selfAssessment', 'rating', 'approval', 'calibration'];
const DANGER: readonly Asked[] = ['CancelPeriod'];

/** What may be done with the period now, each behind a question. */
export function Orders({ period }: { readonly period: PeriodShown }) {
  const word = useEvaluationWords();
  const may = useMayInPeriod(period);
  const [asked, setAsked] = useState<Asked>();
  if (!may('evaluationPeriod.manage')) return null;
  const { phase, paused } = period;
  const under = UNDER_WAY.includes(phase);
  const over = under && phase !== 'collecting';
  const sensible: Readonly<Record<Asked, boolean>> = {
    Publish: over && period.calibration !== undefined && paused === undefined,
    Finalise: phase === 'appeals' && paused === undefined,
    ExtendStep: under && paused === undefined,
    PausePeriod: under && paused === undefined,
    ResumePeriod: paused !== undefined,
    CancelPeriod: under,
  };
  const types = (Object.keys(sensible) as Asked[]).filter((type) => sensible[type]);
  if (types.length === 0) return null;
  return (
    <div className="buttons">
      {types.map((type) => (
        <button
          key={type}
          type="button"
          className={type === 'Publish' || type === 'Finalise' ? 'main' : ''}
          onClick={() => setAsked(type)}
        >
          {word(`ev.period.do.${type}`)}
        </button>
      ))}
      {asked !== undefined && <OrderForm {...{ period, type: asked }} onClose={() => setAsked(undefined)} />}
    </div>
  );
}

type FormProps = { readonly period: PeriodShown; readonly type: Asked; readonly onClose: () => void };

function OrderForm({ period, type, onClose }: FormProps) {
  const word = useEvaluationWords();
  const keyed = useKeyed();
  const command = usePeriodCommand(period.id);
  const [step, setStep] = useState<Step>(
    STEPS.find((one) => period.dates.steps[one].at > new Date().toISOString()) ?? 'publication',
  );
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const body: PeriodCommand =
      type === 'Publish' || type === 'Finalise'
        ? { type }
        : type === 'ExtendStep'
          ? { type, step, to: field('to'), reason: field('reason') }
          : { type, reason: field('reason') };
    try {
      await keyed(body, (key) => command.mutateAsync({ body, key }));
      onClose();
    } catch {
      // Told below by command.error; what was typed stays.
    }
  };
  return (
    <Ask title={word(`ev.period.do.${type}`)} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p>{word(`ev.period.hint.${type}`)}</p>
        {type === 'ExtendStep' && (
          <>
            <Choice
              label={word('ev.step')}
              value={step}
              options={STEPS.map((one) => ({ value: one, text: word(`ev.step.${one}`) }))}
              onChange={(value) => setStep(STEPS.find((one) => one === value) ?? step)}
            />
            <div className="field">
              <label htmlFor="to">{word('ev.extendTo')}</label>
              <input id="to" name="to" type="date" required min={period.dates.steps[step].day} />
            </div>
          </>
        )}
        {type !== 'Publish' && type !== 'Finalise' && (
          <div className="field">
            <label htmlFor="reason">{word('ev.text.reason')}</label>
            <textarea id="reason" name="reason" rows={3} required maxLength={4000} />
          </div>
        )}
        {command.error !== null && <ProblemNote error={command.error} />}
        <FormButtons
          label={word(`ev.period.do.${type}`)}
          busy={command.isPending}
          onClose={onClose}
          look={DANGER.includes(type) ? 'danger' : 'main'}
        />
      </form>
    </Ask>
  );
}
