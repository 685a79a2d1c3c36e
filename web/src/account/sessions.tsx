import { useMutation } from '@tanstack/react-query';
import { call } from '../api/client';
import { ProblemNote, Waiting } from '../parts/notes';
import { useAccountWords } from '../words/account';
import { useWords } from '../words/words';
import { useAccountChanged, useSessions } from './queries';

/** Where the reader is signed in, each to be ended. */
export function Sessions() {
  const { format } = useWords();
  const tell = useAccountWords();
  const changed = useAccountChanged();
  const { data: sessions, error } = useSessions();
  const end = useMutation({
    mutationFn: (id: string) => call('DELETE', `/v1/me/sessions/${encodeURIComponent(id)}`),
    onSettled: changed,
  });
  return (
    <section className="card narrow">
      <h2>{tell('account.sessions')}</h2>
      <p className="hint">{tell('account.sessionsHint')}</p>
      {sessions === undefined && error === null && <Waiting />}
      {[error, end.error].map((one, i) => one !== null && <ProblemNote key={i} error={one} />)}
      <ul className="tasks">
        {sessions?.map(({ id, agent, createdAt, lastSeenAt, address, current }) => {
          const name = agentInWords(agent) ?? tell('account.unknownBrowser');
          const [since, last] = [format.moment(createdAt), format.moment(lastSeenAt)];
          return (
            <li key={id} className="task">
              <div>
                <strong>{name}</strong>
                {current && <span> ({tell('account.this')})</span>}
                <p className="hint">{tell('account.since', { since, last, address })}</p>
              </div>
              {!current && (
                <button
                  type="button"
                  aria-label={tell('account.endOne', { agent: name })}
                  onClick={() => end.mutate(id)}
                >
                  {tell('account.end')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const BROWSERS = [/Edg/, /OPR/, /SamsungBrowser/, /Firefox/, /Chrom(e|ium)/, /Safari/];
const NAMES = ['Edge', 'Opera', 'Samsung Internet', 'Firefox', 'Chrome', 'Safari'];
const SYSTEMS = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac', 'Linux'];

/** What the browser said it is, in short: `Firefox, Windows`. */
function agentInWords(agent: string): string | undefined {
  const browser = NAMES[BROWSERS.findIndex((one) => one.test(agent))];
  const system = SYSTEMS.find((one) => agent.includes(one));
  const told = [browser, system].filter((one) => one !== undefined).join(', ');
  return told === '' ? undefined : told;
}
