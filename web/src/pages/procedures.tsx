import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useSession } from '../api/session';
import { useMay } from '../indicators/may';
import { useAllProcedures } from '../organisation/documents';
import { useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { NewDocument } from '../settings/newDocument';
import { PageTitle } from '../shell';
import { useSettingsWords } from '../words/settings';

/** What the office does for applicants: each with its unit and limit. */
export default function Procedures() {
  const say = useSettingsWords();
  const [, go] = useLocation();
  const { session } = useSession();
  const { data, error } = useAllProcedures();
  const names = useNames();
  const unit = session?.person.unit ?? '';
  const may = useMay(unit);
  const [making, make] = useState(false);
  return (
    <>
      <PageTitle
        aside={
          may('procedure.edit') && (
            <button type="button" className="main" onClick={() => make(true)}>
              {say('procedures.new')}
            </button>
          )
        }
      >
        {say('procedures')}
      </PageTitle>
      <p className="lead">{say('procedures.what')}</p>
      {error !== null && error !== undefined && <ProblemNote error={error} />}
      {data === undefined && (error === null || error === undefined) && <Waiting />}
      {data?.length === 0 && <p className="card empty">{say('procedures.none')}</p>}
      <ul className="tasks">
        {data?.map((one) => (
          <li key={one.id} className="task">
            <div>
              <Link href={`/settings/procedures/${encodeURIComponent(one.id)}`}>{one.name}</Link>
              <p className="hint">
                {names.unit(one.unit)}
                {one.limitWorkingDays !== undefined &&
                  ` · ${say('procedure.limitTold', { count: one.limitWorkingDays })}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {making && (
        <NewDocument
          kind="procedures"
          title={say('procedures.new')}
          bodyOf={(name) => ({ name, unit })}
          onClose={(id) => {
            make(false);
            if (id !== undefined) go(`/settings/procedures/${encodeURIComponent(id)}`);
          }}
        />
      )}
    </>
  );
}
