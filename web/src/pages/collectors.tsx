import { Link, useLocation } from 'wouter';
import { Problem } from '../api/client';
import type { Session } from '../api/session';
import { useAddress } from '../parts/address';
import { useHomeUnit, useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { NewSource } from '../settings/sourceEditor';
import { scheduleLine, useCollectors, useLastRun, useNextRun } from '../settings/sources';
import type { StoredCollector } from '../settings/sources';
import { PageTitle } from '../shell';
import { useSettingsWords } from '../words/settings';
import { useWords } from '../words/words';
import '../styles/settings.css';

/** Sources of figures: where, when, and how the last run went. */
export default function Collectors({ session: { person } }: { readonly session: Session }) {
  const say = useSettingsWords();
  const [, go] = useLocation();
  const [search, set] = useAddress();
  const unit = useHomeUnit(person.unit);
  const { data, error } = useCollectors();
  const may = person.roles.includes('administrator');
  const making = may && search.has('new');
  const forbidden = error instanceof Problem && error.status === 403;
  return (
    <>
      <PageTitle
        aside={
          may &&
          !making && (
            <button type="button" className="main" onClick={() => set('new', '1')}>
              {say('sources.new')}
            </button>
          )
        }
      >
        {say('sources')}
      </PageTitle>
      <p className="lead">{say('sources.what')}</p>
      {!may && <p className="hint">{say('sources.mayNot')}</p>}
      {error !== null && !forbidden && <ProblemNote error={error} />}
      {data === undefined && error === null && <Waiting />}
      {making && unit !== undefined && (
        <NewSource
          unit={unit}
          onClose={(id) => (id === undefined ? set('new', '') : go(`/settings/sources/${encodeURIComponent(id)}`))}
        />
      )}
      {data?.length === 0 && !making && <p className="card empty">{say('sources.none')}</p>}
      <ul className="tasks">
        {data?.map((source) => (
          <OneSource key={source.id} source={source} />
        ))}
      </ul>
    </>
  );
}

function OneSource({ source }: { readonly source: StoredCollector }) {
  const say = useSettingsWords();
  const { format } = useWords();
  const names = useNames();
  const { data: last } = useLastRun(source.id);
  const { data: next } = useNextRun(source.id, source.version);
  const state =
    last === undefined
      ? ''
      : last === null
        ? say('source.never')
        : say('source.last', { when: format.moment(last.startedAt), state: say(`source.state.${last.status}`) });
  const schedule = source.enabled ? scheduleLine(source.schedule, say) : say('source.paused');
  return (
    <li className={last?.status === 'failed' ? 'task late' : 'task'}>
      <div>
        <Link href={`/settings/sources/${encodeURIComponent(source.id)}`}>{source.name}</Link>
        <p className="hint">
          {names.unit(source.unit)} · {URL.canParse(source.url) ? new URL(source.url).host : source.url} · {schedule}
        </p>
        <p>
          {state}
          {next !== undefined && ` · ${say('source.next', { when: format.moment(next) })}`}
        </p>
        {last?.failure !== undefined && <p>{last.failure.message}</p>}
      </div>
    </li>
  );
}
