import { useState } from 'react';
import { Line } from '../organisation/fields';
import { Choice } from '../parts/choices';
import { useSettingsWords } from '../words/settings';
import { byTime, stepAt, UNTYPED, WHEN, whenOf } from './policySteps';
import type { Step, When } from './policySteps';

const LEVELS = [0, 1, 2, 3, 4, 5] as const;
type Props = { readonly steps: readonly Step[]; readonly onChange: (steps: Step[]) => void };

/** The steps of a policy as a list to alter; what is removed can be put back. */
export function StepsEditor({ steps, onChange }: Props) {
  const say = useSettingsWords();
  const [removed, setRemoved] = useState<{ readonly step: Step; readonly at: number }>();
  const put = (at: number, ...instead: Step[]) => onChange(steps.toSpliced(at, 1, ...instead));
  const swap = (at: number, to: number) => {
    const [a, b] = [steps[at], steps[to]];
    if (a !== undefined && b !== undefined) onChange(steps.with(at, b).with(to, a));
  };
  return (
    <fieldset className="stack">
      <legend>{say('policy.steps')}</legend>
      <p className="hint">{say('policy.order')}</p>
      <ol className="policy-steps">
        {steps.map((step, i) => (
          <li key={i}>
            <fieldset className="policy-step">
              <legend className="visually-hidden">{say('policy.step', { no: i + 1 })}</legend>
              <StepFields step={step} onChange={(next) => put(i, next)} />
              <div className="buttons">
                <button
                  type="button"
                  disabled={i === 0}
                  onClick={() => swap(i, i - 1)}
                  aria-label={say('policy.up', { no: i + 1 })}
                >
                  ↑
                </button>
                <button
                  type="button"
                  disabled={i === steps.length - 1}
                  onClick={() => swap(i, i + 1)}
                  aria-label={say('policy.down', { no: i + 1 })}
                >
                  ↓
                </button>
                <button
                  type="button"
                  aria-label={say('policy.removeStep', { no: i + 1 })}
                  onClick={() => {
                    setRemoved({ step, at: i });
                    put(i);
                  }}
                >
                  ✕
                </button>
              </div>
            </fieldset>
          </li>
        ))}
      </ol>
      <div role="status">
        {removed !== undefined && (
          <p className="note">
            {say('policy.removed', { no: removed.at + 1 })}{' '}
            <button
              type="button"
              onClick={() => {
                onChange(steps.toSpliced(removed.at, 0, removed.step));
                setRemoved(undefined);
              }}
            >
              {say('undo')}
            </button>
          </p>
        )}
      </div>
      <div className="buttons">
        <button
          type="button"
          disabled={steps.length >= 50}
          onClick={() => onChange([...steps, { workingDays: 1, level: 0 }])}
        >
          {say('policy.add')}
        </button>
        <button type="button" disabled={steps.length < 2} onClick={() => onChange([...byTime(steps)])}>
          {say('policy.sort')}
        </button>
      </div>
    </fieldset>
  );
}

function StepFields({ step, onChange }: { readonly step: Step; readonly onChange: (step: Step) => void }) {
  const say = useSettingsWords();
  const when = whenOf(step);
  const whens: readonly When[] = when === 'duration' ? [...WHEN, 'duration'] : WHEN;
  const days = Math.abs(step.workingDays ?? 1);
  return (
    <div className="policy-fields">
      {(when === 'before' || when === 'after') && (
        <Line
          label={say('policy.days')}
          type="number"
          min={1}
          max={260}
          value={days === UNTYPED ? '' : days}
          onChange={({ target }) => onChange(withDays(step, when, target.value))}
        />
      )}
      <Choice
        label={say('policy.when')}
        value={when}
        options={whens.map((one) => ({ value: one, text: say(`policy.when.${one}`) }))}
        onChange={(next) =>
          onChange(stepAt(whens.find((one) => one === next) ?? 'on', step, days === UNTYPED || days === 0 ? 1 : days))
        }
      />
      {when === 'duration' && (
        <Line
          label={say('policy.duration')}
          value={step.duration ?? ''}
          onChange={({ target }) => onChange({ duration: target.value.trim(), level: step.level })}
        />
      )}
      <Choice
        label={say('policy.who')}
        value={String(step.level)}
        options={[...new Set([...LEVELS, step.level])].map((level) => ({
          value: String(level),
          text:
            level > 2 ? say('policy.who.more', { level }) : say(`policy.who.${level === 0 ? 0 : level === 1 ? 1 : 2}`),
        }))}
        onChange={(level) => onChange({ ...step, level: Number(level) })}
      />
    </div>
  );
}

/** While a number is being typed it may be none. */
function withDays({ level }: Step, when: 'before' | 'after', text: string): Step {
  const count = /^\d+$/.test(text) && Number(text) > 0 ? Number(text) : UNTYPED;
  return { workingDays: when === 'before' ? -count : count, level };
}
