import { useState } from 'react';
import { useKeyed } from '../../api/keyed';
import { useNames } from '../../parts/names';
import { ProblemNote } from '../../parts/notes';
import { useEvaluationWords } from '../../words/evaluations';
import { useWords } from '../../words/words';
import { points } from '../names';
import { usePeriodCommand, useQuota } from '../periodQueries';
import type { PeriodShown, QuotaShown } from '../periodQueries';

type Props = { readonly period: PeriodShown };
type Group = QuotaShown['groups'][number];

/** The ranked proposal of each group with the rule in words; the calibrating body decides where points are equal. */
export function Quota({ period, mayAccept }: Props & { readonly mayAccept: boolean }) {
  const { format } = useWords();
  const word = useEvaluationWords();
  const { person } = useNames();
  const keyed = useKeyed();
  const { data, error } = useQuota(period.id, period.scheme.quotas.length > 0);
  const command = usePeriodCommand(period.id);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  if (period.scheme.quotas.length === 0) return null;
  const groups = data?.groups ?? [];
  const tied = groups.flatMap((one) => one.tied);
  const lower = groups.flatMap((one) => one.lower);
  const accept = () => {
    const proposed = groups.flatMap((one) => one.keep.map((ranked) => ranked.person));
    const keep = [...new Set([...proposed, ...tied.map((one) => one.person).filter((one) => kept.has(one))])];
    const body = {
      type: 'AcceptQuota' as const,
      ...(tied.length > 0 && { keep }),
      ...(reason.trim() !== '' && { reason: reason.trim() }),
    };
    void keyed(body, (key) => command.mutateAsync({ body, key })).catch(() => undefined);
  };
  const toggle = (who: string, on: boolean) =>
    setKept((before) => new Set(on ? [...before, who] : [...before].filter((one) => one !== who)));
  const form = (
    <div className="stack">
      <div className="field">
        <label htmlFor="quota-reason">{word('ev.quotaReason')}</label>
        <textarea id="quota-reason" rows={2} value={reason} onChange={({ target }) => setReason(target.value)} />
      </div>
      {command.error !== null && <ProblemNote error={command.error} />}
      <button type="button" disabled={command.isPending} onClick={accept}>
        {word('ev.quotaAccept')}
      </button>
    </div>
  );
  return (
    <section aria-labelledby="quota">
      <h2 id="quota">{word('ev.quota')}</h2>
      {error !== null && <ProblemNote error={error} />}
      {data?.exceeded.map((words) => (
        <p key={words} className="note warn">
          {words}
        </p>
      ))}
      {groups.map((group) => (
        <GroupCard key={`${group.rule} ${group.group}`} {...{ group, kept, toggle, period }} open={mayAccept} />
      ))}
      {data !== undefined && groups.length === 0 && <p className="hint">{word('ev.quotaNone')}</p>}
      {period.quota !== undefined && (
        <p className="note good">
          {word('ev.quotaAccepted', {
            ...{ name: person(period.quota.by), when: format.moment(period.quota.at) },
            names: period.quota.lowered.length === 0 ? '–' : period.quota.lowered.map(person).join(', '),
          })}
        </p>
      )}
      {mayAccept &&
        lower.length + tied.length > 0 &&
        (period.quota === undefined ? (
          form
        ) : (
          <details>
            <summary>{word('ev.quotaAgain')}</summary>
            {form}
          </details>
        ))}
    </section>
  );
}

type CardProps = Props & {
  readonly group: Group;
  readonly kept: ReadonlySet<string>;
  readonly toggle: (who: string, on: boolean) => void;
  readonly open: boolean;
};

function GroupCard({ group, kept, toggle, period, open }: CardProps) {
  const { language } = useWords();
  const word = useEvaluationWords();
  const { person, unit } = useNames();
  const said = ({ person: who, total }: Group['keep'][number]) => `${person(who)} (${points(language, total)})`;
  return (
    <div className="card">
      <h3>
        {group.per === 'agency' ? unit(group.group) : group.group} – {period.scheme.classes[group.class] ?? group.class}
      </h3>
      <p>{group.words}</p>
      <p className="hint">{word('ev.quotaLimit', { limit: group.limit, base: group.base })}</p>
      {group.keep.length > 0 && (
        <>
          <h4>{word('ev.quotaKeep')}</h4>
          <ol>
            {group.keep.map((one) => (
              <li key={one.person}>{said(one)}</li>
            ))}
          </ol>
        </>
      )}
      {group.tied.length > 0 && (
        <fieldset>
          <legend>{word('ev.quotaTied')}</legend>
          {group.tied.map((one) => (
            <label key={one.person} className="check">
              <input
                type="checkbox"
                disabled={!open}
                checked={kept.has(one.person)}
                onChange={({ target }) => toggle(one.person, target.checked)}
              />
              {said(one)}
            </label>
          ))}
        </fieldset>
      )}
      {group.lower.length > 0 && (
        <>
          <h4>{word('ev.quotaLower')}</h4>
          <ul>
            {group.lower.map((one) => (
              <li key={one.person}>{said(one)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
