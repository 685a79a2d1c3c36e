import { useState } from 'react';
import type { FormEvent } from 'react';
import type { EvaluationCommand } from '../../../src/domain/evaluations/evaluation.schema';
import { readable } from '../../../src/domain/indicators/named';
import { useKeyed } from '../api/keyed';
import { ProblemNote } from '../parts/notes';
import { useEvaluationWords } from '../words/evaluations';
import { useWords } from '../words/words';
import { criteriaOf } from './criteria';
import { pointName } from './points';
import type { Point } from './points';
import { useEvaluationCommand } from './queries';
import type { Shown } from './sheet';

type Changes = NonNullable<Extract<EvaluationCommand, { type: 'DecideAppeal' }>['changes']>;

/** Decides each point with a reason; what is upheld says what counts from now on. */
export function DecideForm({ evaluation, scheme }: Shown) {
  const { language, say } = useWords();
  const word = useEvaluationWords();
  const keyed = useKeyed();
  const command = useEvaluationCommand(evaluation.id);
  const points = evaluation.appeal?.points ?? [];
  const [upheld, setUpheld] = useState<Readonly<Record<string, boolean>>>({});
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const decisions = points.map(({ key }) => ({ key, upheld: upheld[key] === true, reason: field(`reason ${key}`) }));
    const changes = changesOf(
      points.filter(({ key }) => upheld[key]),
      scheme,
      field,
    );
    const body: EvaluationCommand = { type: 'DecideAppeal', decisions, ...(changes && { changes }) };
    void keyed(body, (key) => command.mutateAsync({ body, key })).catch(() => undefined);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <h3>{word('ev.decide')}</h3>
      <p className="hint">{word('ev.decideHint')}</p>
      {points.map(({ part, key }) => (
        <fieldset key={`${part} ${key}`}>
          <legend>{pointName({ evaluation, scheme, language }, { part, key })}</legend>
          {([true, false] as const).map((one) => (
            <label key={String(one)} className="check">
              <input
                type="radio"
                name={`upheld ${key}`}
                required
                checked={upheld[key] === one}
                onChange={() => setUpheld((before) => ({ ...before, [key]: one }))}
              />
              {word(one ? 'ev.uphold' : 'ev.reject')}
            </label>
          ))}
          {upheld[key] === true && <Instead {...{ evaluation, scheme }} point={{ part, key }} />}
          <div className="field">
            <label htmlFor={`reason ${key}`}>{word('ev.text.reason')}</label>
            <textarea id={`reason ${key}`} name={`reason ${key}`} rows={2} required maxLength={4000} />
          </div>
        </fieldset>
      ))}
      {command.error !== null && <ProblemNote error={command.error} />}
      <button type="submit" className="main" disabled={command.isPending}>
        {command.isPending ? say('note.working') : word('ev.decideSend')}
      </button>
    </form>
  );
}

const inside = (scheme: Shown['scheme'], { part, key }: Point) =>
  criteriaOf(scheme).filter(({ path }) => (part === 'criterion' ? path === key : path.startsWith(`${key}/`)));

/** What counts instead of what was disputed. */
function Instead({ evaluation, scheme, point }: Shown & { readonly point: Point }) {
  const { language } = useWords();
  const word = useEvaluationWords();
  if (point.part === 'override') return <p className="hint">{word('ev.revokes')}</p>;
  if (point.part === 'item') {
    const item = evaluation.items.find((one) => one.item === point.key);
    return (
      <div className="pair">
        {(['qualityFailures', 'delays'] as const).map((what) => (
          <div key={what} className="field">
            <label htmlFor={`${what} ${point.key}`}>{word(`ev.instead.${what}`)}</label>
            <input
              id={`${what} ${point.key}`}
              name={`${what} ${point.key}`}
              type="number"
              min={0}
              step={1}
              required
              defaultValue={item?.[what] ?? 0}
            />
          </div>
        ))}
        <label className="check">
          <input type="checkbox" name={`done ${point.key}`} defaultChecked={item?.done ?? false} />
          {word('ev.instead.done')}
        </label>
      </div>
    );
  }
  return (
    <div className="pair">
      {inside(scheme, point).map(({ path, criterion }) => (
        <div key={path} className="field">
          <label htmlFor={`points ${path}`}>
            {word('ev.criterionOf', { name: readable(criterion.name, language), max: criterion.max })}
          </label>
          <input
            id={`points ${path}`}
            name={`points ${path}`}
            type="number"
            min={0}
            max={criterion.max}
            step="any"
            required
            defaultValue={evaluation.effective[path]}
          />
        </div>
      ))}
    </div>
  );
}

function changesOf(
  upheld: readonly Point[],
  scheme: Shown['scheme'],
  field: (name: string) => string,
): Changes | undefined {
  if (upheld.length === 0) return undefined;
  const rated = upheld.filter(({ part }) => part === 'criterion' || part === 'section');
  const paths = rated.flatMap((point) => inside(scheme, point).map(({ path }) => path));
  const items = upheld.filter(({ part }) => part === 'item');
  const overrides = upheld.filter(({ part }) => part === 'override');
  return {
    ...(paths.length > 0 && {
      ratings: Object.fromEntries(paths.map((path) => [path, Number(field(`points ${path}`))])),
    }),
    ...(items.length > 0 && {
      items: Object.fromEntries(
        items.map(({ key }) => [
          key,
          {
            qualityFailures: Number(field(`qualityFailures ${key}`)),
            delays: Number(field(`delays ${key}`)),
            done: field(`done ${key}`) === 'on',
          },
        ]),
      ),
    }),
    ...(overrides.length > 0 && { revokedOverrides: overrides.map(({ key }) => key) }),
  };
}
