import { Link } from 'wouter';
import { useMay } from '../indicators/may';
import { nameIn } from '../indicators/names';
import { useAddress } from '../parts/address';
import { useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { Books } from '../programmes/books';
import { Milestones } from '../programmes/milestones';
import { MoneyBars } from '../programmes/moneyBars';
import { programmeHref, useProgramme, sheetOf, useProgrammeNames, useStatus } from '../programmes/queries';
import type { ProgrammeStatus, ProgrammeView } from '../programmes/queries';
import { StateSign, VerdictSign } from '../programmes/signs';
import { Files } from '../scorecards/takeAway';
import { PageTitle } from '../shell';
import { useProgrammeWords } from '../words/programmes';
import { useWords } from '../words/words';
import '../styles/scorecards.css';
import '../styles/programmes.css';

/** One programme: how it stands, its money, milestones, earned value and dates. */
export default function ProgrammePage({ id }: { readonly id: string }) {
  const { data, error } = useProgramme(id);
  const word = useProgrammeWords();
  if (data !== undefined) return <Shown programme={data} />;
  if (error === null) return <Waiting />;
  return (
    <>
      <PageTitle>{word('title')}</PageTitle>
      <ProblemNote error={error} />
      <Link href="/programmes">{word('back')}</Link>
    </>
  );
}

function Shown({ programme }: { readonly programme: ProgrammeView }) {
  const { language } = useWords();
  const word = useProgrammeWords();
  const may = useMay(programme.unit);
  const [search, set] = useAddress();
  const day = search.get('asOf') ?? '';
  const asked = /^\d{4}-\d\d-\d\d$/.test(day) ? day : '';
  const { data: status, error } = useStatus(programme.id, asked);
  const edit = (
    <Link href={`${programmeHref(programme.id)}/edit`} className="button">
      {word('edit')}
    </Link>
  );
  return (
    <>
      <p>
        <Link href="/programmes">{word('back')}</Link>
      </p>
      <PageTitle {...(may('programme.edit') && { aside: edit })}>{nameIn(programme.name, language)}</PageTitle>
      {programme.description !== undefined && <p>{nameIn(programme.description, language)}</p>}
      {programme.warnings.length > 0 && (
        <ul className="note warn">
          {programme.warnings.map(({ code, field, message }) => (
            <li key={`${code} ${field}`}>{message}</li>
          ))}
        </ul>
      )}
      <div className="field as-of">
        <label htmlFor="as-of">{word('asOf')}</label>
        <p className="hint" id="as-of-hint">
          {word('asOfHint')}
        </p>
        <input
          {...{ id: 'as-of', type: 'date', 'aria-describedby': 'as-of-hint', value: day }}
          onChange={({ target }) => set('asOf', target.value)}
        />
      </div>
      <Files
        label={word('takeAway')}
        files={[
          {
            text: word('sheet'),
            path: sheetOf(programme.id, asked, language),
            name: `${programme.id}-evaluation.pdf`,
          },
        ]}
      />
      {error !== null && <ProblemNote error={error} />}
      {status === undefined && error === null && <Waiting />}
      {status !== undefined && <Stands programme={programme} status={status} />}
      <Dates programme={programme} />
    </>
  );
}

function Stands({ programme, status }: { readonly programme: ProgrammeView; readonly status: ProgrammeStatus }) {
  const word = useProgrammeWords();
  const nothing = status.money.budget === null && status.money.spent === null;
  return (
    <>
      <section className="card" aria-labelledby="p-state">
        <h2 id="p-state">{word('state')}</h2>
        <p>
          <StateSign state={status.state} />
        </p>
        {(['onTime', 'onBudget'] as const).map((one) => (
          <p key={one}>
            {word(one)}: <VerdictSign verdict={status[one]} /> <span className="hint">{status[one].words}</span>
          </p>
        ))}
      </section>
      <section className="card" aria-labelledby="p-money">
        <h2 id="p-money">{word('money')}</h2>
        {!nothing && <MoneyBars money={status.money} />}
        <Books programme={programme} />
      </section>
      <section className="card" aria-labelledby="p-milestones">
        <h2 id="p-milestones">{word('milestones')}</h2>
        <Milestones programme={programme} milestones={status.milestones} />
      </section>
      <Earned earned={status.earnedValue} />
      {status.parts.length > 0 && <Parts ids={status.parts} />}
    </>
  );
}

const MONEYS = ['plannedValue', 'earnedValue', 'actualCost', 'estimateAtCompletion'] as const;
const INDICES = ['schedulePerformance', 'costPerformance'] as const;

function Earned({ earned }: { readonly earned: ProgrammeStatus['earnedValue'] }) {
  const { format } = useWords();
  const word = useProgrammeWords();
  return (
    <section className="card" aria-labelledby="p-earned">
      <h2 id="p-earned">{word('earned')}</h2>
      <p className="hint">{word('earnedHint')}</p>
      <dl className="figures">
        {[...MONEYS, ...INDICES].map((one) => (
          <div key={one}>
            <dt>{word(one)}</dt>
            <dd>{earned[one] === null ? '–' : format.number(earned[one])}</dd>
          </div>
        ))}
      </dl>
      {earned.because.length > 0 && (
        <ul>
          {earned.because.map((why) => (
            <li key={why}>{why}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Parts({ ids }: { readonly ids: readonly string[] }) {
  const { language } = useWords();
  const word = useProgrammeWords();
  const { data = [] } = useProgrammeNames();
  return (
    <section className="card" aria-labelledby="p-parts">
      <h2 id="p-parts">{word('parts')}</h2>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <Link href={programmeHref(id)}>{nameIn(data.find((one) => one.id === id)?.name, language) || id}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const DATES = ['plannedStart', 'plannedEnd', 'approvedEnd', 'actualStart', 'actualEnd', 'cancelled'] as const;

function Dates({ programme }: { readonly programme: ProgrammeView }) {
  const { format } = useWords();
  const word = useProgrammeWords();
  const names = useNames();
  return (
    <section className="card" aria-labelledby="p-dates">
      <h2 id="p-dates">{word('dates')}</h2>
      <table>
        <tbody>
          <tr>
            <th scope="row">{word('unit')}</th>
            <td>{names.unit(programme.unit)}</td>
          </tr>
          {programme.owner !== undefined && (
            <tr>
              <th scope="row">{word('owner')}</th>
              <td>{names.person(programme.owner)}</td>
            </tr>
          )}
          {programme.partOf !== undefined && (
            <tr>
              <th scope="row">{word('partOf')}</th>
              <td>
                <Link href={programmeHref(programme.partOf)}>{programme.partOf}</Link>
              </td>
            </tr>
          )}
          {DATES.map((one) => {
            const day = programme[one];
            return day === undefined ? null : (
              <tr key={one}>
                <th scope="row">{word(one)}</th>
                <td>{format.day(day)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {programme.moved.length > 0 && (
        <>
          <h3>{word('moved')}</h3>
          <ul>
            {programme.moved.map(({ from, to, by, recordedAt, reason = '–' }) => (
              <li key={recordedAt}>
                {word('movedLine', {
                  ...{ from: format.day(from), to: format.day(to) },
                  ...{ who: names.person(by), when: format.day(recordedAt), reason },
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
