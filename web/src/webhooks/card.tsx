import { useState } from 'react';
import { call, matching } from '../api/client';
import { ProblemNote, Waiting } from '../parts/notes';
import { useWebhookWords, WEBHOOK_WORDS } from '../words/webhooks';
import type { WebhookWord } from '../words/webhooks';
import { useWords } from '../words/words';
import { pathOf, useDeliveries, useWebhookOrder } from './queries';
import type { Delivery, StoredWebhook } from './queries';

type Props = { readonly webhook: StoredWebhook; readonly may: boolean };

/** One receiver: what it listens to, what was sent, and what may be done. */
export function WebhookCard({ webhook, may }: Props) {
  const say = useWebhookWords();
  const { name, url, events, secret, enabled } = webhook;
  return (
    <section className="card stack" aria-label={name}>
      <h2>{name}</h2>
      <p>
        {url} · {secret}
      </p>
      <p className="hint">{events.map((event) => say(`event.${event}`)).join(' · ')}</p>
      {!enabled && <p className="note">{say('paused')}</p>}
      {may && <Orders webhook={webhook} />}
      <h3>{say('deliveries')}</h3>
      <Deliveries webhook={webhook} may={may} />
    </section>
  );
}

function Orders({ webhook }: Pick<Props, 'webhook'>) {
  const say = useWebhookWords();
  const { id, name, version, enabled, updatedAt: _at, updatedBy: _by, ...definition } = webhook;
  const [asking, setAsking] = useState(false);
  const test = useWebhookOrder(() => call('POST', `${pathOf(id)}/test`));
  const turn = useWebhookOrder(() =>
    call('PUT', pathOf(id), { ...definition, name, enabled: !enabled }, matching(version)),
  );
  const remove = useWebhookOrder(() => call('DELETE', pathOf(id), undefined, matching(version)));
  const error = test.error ?? turn.error ?? remove.error;
  return (
    <>
      <div className="buttons">
        <button type="button" disabled={test.isPending} onClick={() => test.mutate(undefined)}>
          {say('test')}
        </button>
        <button type="button" disabled={turn.isPending} onClick={() => turn.mutate(undefined)}>
          {say(enabled ? 'pause' : 'resume')}
        </button>
        {!asking && (
          <button type="button" onClick={() => setAsking(true)}>
            {say('remove')}
          </button>
        )}
      </div>
      {asking && (
        <div className="note stack" role="alertdialog" aria-label={say('remove')}>
          <p>{say('removeSure', { name })}</p>
          <button type="button" disabled={remove.isPending} onClick={() => remove.mutate(undefined)}>
            {say('remove')}
          </button>
          <button type="button" autoFocus onClick={() => setAsking(false)}>
            {say('keep')}
          </button>
        </div>
      )}
      <div role="status">{test.isSuccess && <p className="note good">{say('tested')}</p>}</div>
      {error !== null && <ProblemNote error={error} />}
    </>
  );
}

function Deliveries({ webhook: { id, name }, may }: Props) {
  const say = useWebhookWords();
  const { data, error } = useDeliveries(id);
  if (error !== null) return <ProblemNote error={error} />;
  if (data === undefined) return <Waiting />;
  if (data.length === 0) return <p className="hint">{say('nothing')}</p>;
  const heads = ['when', 'ofEvent', 'state', ...(may ? (['action'] as const) : [])] as const;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={`${say('deliveries')}: ${name}`}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.map((one) => (
            <Line key={one.id} webhook={id} delivery={one} may={may} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type LineProps = { readonly webhook: string; readonly delivery: Delivery; readonly may: boolean };

function Line({ webhook, delivery, may }: LineProps) {
  const say = useWebhookWords();
  const { format } = useWords();
  const { id, type, createdAt, state, attempts, nextAttemptAt, lastError } = delivery;
  const again = useWebhookOrder(() => call('POST', `${pathOf(webhook)}/deliveries/${encodeURIComponent(id)}/retry`));
  return (
    <tr>
      <td>{format.moment(createdAt)}</td>
      <td>{say(`event.${type as 'test'}`)}</td>
      <td>
        {say(`state.${state}`)} · {say('attempts', { count: attempts })}
        {state === 'pending' &&
          attempts > 0 &&
          nextAttemptAt !== undefined &&
          ` · ${say('next', { when: format.moment(nextAttemptAt) })}`}
        {lastError !== undefined && <p className="hint">{errorIn(lastError, say)}</p>}
      </td>
      {may && (
        <td>
          <button type="button" disabled={again.isPending} onClick={() => again.mutate(undefined)}>
            {say('again')}
          </button>
        </td>
      )}
    </tr>
  );
}

/** A failure in the reader's words, where its code is a known one. */
function errorIn(lastError: string, say: ReturnType<typeof useWebhookWords>): string {
  const word = `error.${lastError.split(':', 1)[0] ?? ''}`;
  const known = (Object.keys(WEBHOOK_WORDS.en) as readonly WebhookWord[]).find((one) => one === word);
  return known === undefined ? lastError : say(known, { detail: /status (\d{3})/.exec(lastError)?.[1] ?? '' });
}
