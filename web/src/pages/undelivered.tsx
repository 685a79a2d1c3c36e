import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { call, Problem } from '../api/client';
import type { components } from '../api/schema';
import { useMay } from '../indicators/may';
import { useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { PageTitle } from '../shell';
import { useSettingsWords } from '../words/settings';
import { useWords } from '../words/words';

type Delivery = components['schemas']['Undelivered'];

/** Messages that did not leave by e-mail so far, and why. */
export default function Undelivered() {
  const say = useSettingsWords();
  const { say: common } = useWords();
  const { data, error } = useQuery({
    queryKey: ['undelivered'],
    queryFn: () => call<{ items: readonly Delivery[] }>('GET', '/v1/undelivered?limit=200'),
  });
  const forbidden = error instanceof Problem && error.status === 403;
  return (
    <>
      <PageTitle>{say('undelivered')}</PageTitle>
      <p className="lead">{say('undelivered.what')}</p>
      {forbidden && <p className="note">{say('undelivered.mayNot')}</p>}
      {error !== null && !forbidden && <ProblemNote error={error} />}
      {data === undefined && error === null && <Waiting />}
      {data?.items.length === 0 && <p className="card empty">{say('undelivered.none')}</p>}
      {data !== undefined && data.items.length > 0 && (
        <>
          <p>
            {say('undelivered.help')} <Link href="/settings/units">{common('org.title')}</Link>
          </p>
          <Deliveries items={data.items} />
        </>
      )}
    </>
  );
}

function Deliveries({ items }: { readonly items: readonly Delivery[] }) {
  const say = useSettingsWords();
  const { format } = useWords();
  const { person } = useNames();
  const may = useMay('')('undelivered.retry');
  const stateOf = ({ state, attempts, nextAttemptAt }: Delivery): string =>
    state === 'gave-up'
      ? say('undelivered.gaveUp', { attempts })
      : say('undelivered.pending', {
          attempts,
          when: nextAttemptAt === undefined ? '…' : format.moment(nextAttemptAt),
        });
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={say('undelivered')}>
      <table>
        <thead>
          <tr>
            {(['person', 'subject', 'state', 'since', 'error'] as const).map((head) => (
              <th scope="col" key={head}>
                {say(`undelivered.${head}`)}
              </th>
            ))}
            {may && <th scope="col">{say('undelivered.action')}</th>}
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={`${one.key} ${one.channel}`}>
              <td>{person(one.person)}</td>
              <td>{one.subject}</td>
              <td>{stateOf(one)}</td>
              <td>{one.firstAttemptAt !== undefined && format.moment(one.firstAttemptAt)}</td>
              <td>{one.lastError}</td>
              {may && (
                <td>
                  <Retry one={one} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Fetched again, it shows how the attempt went; the page hears of it. */
function Retry({ one: { key, channel, person: to, subject } }: { readonly one: Delivery }) {
  const say = useSettingsWords();
  const { person } = useNames();
  const queries = useQueryClient();
  const retry = useMutation({
    mutationFn: () => call('POST', `/v1/undelivered/${encodeURIComponent(key)}/${encodeURIComponent(channel)}/retry`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['undelivered'] }),
  });
  return (
    <>
      <button
        type="button"
        disabled={retry.isPending}
        aria-label={say('undelivered.retryOne', { person: person(to), subject })}
        onClick={() => retry.mutate()}
      >
        {say(retry.isPending ? 'undelivered.retrying' : 'undelivered.retry')}
      </button>
      {retry.error !== null && <ProblemNote error={retry.error} />}
    </>
  );
}
