import { useState } from 'react';
import type { FormEvent } from 'react';
import { useKeyed } from '../api/keyed';
import { FormButtons } from '../parts/dialog';
import { ProblemNote, Waiting } from '../parts/notes';
import { useEvaluationWords } from '../words/evaluations';
import { useWords } from '../words/words';
import { criteriaOf } from './criteria';
import { pointName } from './points';
import type { Point } from './points';
import { useEvaluationCommand, useExplained } from './queries';
import type { Explained } from './queries';
import type { Shown } from './sheet';
import { Tree } from './tree';

const named = ({ part, key }: Point): string => `${part} ${key}`;

/** Each point disputed is ticked where it stands in the explanation, with the reason beside it. */
export function AppealForm({ evaluation, scheme, onClose }: Shown & { readonly onClose: () => void }) {
  const word = useEvaluationWords();
  const keyed = useKeyed();
  const command = useEvaluationCommand(evaluation.id);
  const { data: tree, error } = useExplained(evaluation.id, true);
  const [chosen, setChosen] = useState<Readonly<Record<string, Point & { readonly why: string }>>>({});
  const points = Object.values(chosen);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = { type: 'Appeal' as const, points: points.map((one) => ({ ...one, why: one.why.trim() })) };
    await keyed(body, (key) => command.mutateAsync({ body, key })).catch(() => undefined);
  };
  const change = (point: Point, why: string | undefined) =>
    setChosen(({ [named(point)]: _before, ...rest }) =>
      why === undefined ? rest : { ...rest, [named(point)]: { ...point, why } },
    );
  const box = (point: Point) => (
    <PointBox key={named(point)} {...{ evaluation, scheme, point, change }} why={chosen[named(point)]?.why} />
  );
  const pick = ({ point }: Explained) => {
    if (point === undefined) return null;
    const within =
      point.part === 'section' ? criteriaOf(scheme).filter(({ path }) => path.startsWith(`${point.key}/`)) : [];
    if (within.length === 0) return box(point);
    return within.map(({ path }) => box({ part: 'criterion', key: path }));
  };
  const findings = evaluation.findings.filter(({ revoked }) => revoked === undefined);
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <p>{word('ev.appealPick')}</p>
      {error !== null && <ProblemNote error={error} />}
      {tree === undefined && error === null && <Waiting />}
      {tree !== undefined && <Tree node={tree} pick={pick} />}
      {findings.map(({ override }) => box({ part: 'override', key: override }))}
      {command.error !== null && <ProblemNote error={command.error} />}
      <p role="status">{word('ev.appealCount', { n: points.length })}</p>
      <FormButtons
        label={word('ev.appealSend')}
        busy={command.isPending}
        held={points.length === 0 || points.some(({ why }) => why.trim() === '')}
        onClose={onClose}
      />
    </form>
  );
}

type BoxProps = Shown & {
  readonly point: Point;
  readonly why: string | undefined;
  readonly change: (point: Point, why: string | undefined) => void;
};

function PointBox({ evaluation, scheme, point, why, change }: BoxProps) {
  const { language } = useWords();
  const word = useEvaluationWords();
  const name = pointName({ evaluation, scheme, language }, point);
  const id = `why-${named(point).replace(/[^\w-]/g, '-')}`;
  return (
    <div className="dispute">
      <label className="check">
        <input
          type="checkbox"
          checked={why !== undefined}
          onChange={({ target }) => change(point, target.checked ? '' : undefined)}
        />
        {word('ev.dispute', { name })}
      </label>
      {why !== undefined && (
        <div className="field">
          <label htmlFor={id}>{word('ev.disputeWhy', { name })}</label>
          <textarea
            id={id}
            rows={2}
            required
            maxLength={4000}
            value={why}
            onChange={({ target }) => change(point, target.value)}
          />
        </div>
      )}
    </div>
  );
}
