import { Link } from 'wouter';
import type { Session } from '../api/session';
import { errorAt, usePolicies } from '../organisation/documents';
import type { StoredPolicy } from '../organisation/documents';
import { Line } from '../organisation/fields';
import { ProblemNote, Waiting } from '../parts/notes';
import { Restored } from '../plan/restored';
import { Conflict } from '../settings/conflict';
import { useEditing } from '../settings/editing';
import { StepsEditor } from '../settings/policyEditor';
import { PolicyPreview } from '../settings/policyPreview';
import { byTime, policyAdvice, policyFaults, stepLine } from '../settings/policySteps';
import { Removal } from '../settings/removal';
import { Versions } from '../settings/versions';
import { PageTitle } from '../shell';
import { useSettingsWords } from '../words/settings';
import '../styles/settings.css';

type Policy = Pick<StoredPolicy, 'id' | 'name' | 'steps'>;

/** One reminder policy: its line of time, and for an administrator the editor with what would happen. */
export default function ReminderPolicyPage({ id, session }: { readonly id: string; readonly session: Session }) {
  const say = useSettingsWords();
  const { data, error } = usePolicies();
  const policy = data?.find((one) => one.id === id);
  if (error !== null) return <ProblemNote error={error} />;
  if (data === undefined) return <Waiting />;
  if (policy === undefined)
    return (
      <>
        <PageTitle>{say('policy.none')}</PageTitle>
        <Back />
      </>
    );
  const linesOf = ({ name, steps }: Pick<Policy, 'name' | 'steps'>) => [
    name,
    ...byTime(steps).map((step) => stepLine(step, say)),
  ];
  return (
    <>
      <PageTitle>{policy.name}</PageTitle>
      <Back />
      {session.person.roles.includes('administrator') ? (
        <Editor key={id} stored={policy} me={session.person.id} linesOf={linesOf} />
      ) : (
        <section className="card">
          <ol className="time-line" aria-label={say('policy.line')}>
            {byTime(policy.steps).map((step, i) => (
              <li key={i}>{stepLine(step, say)}</li>
            ))}
          </ol>
        </section>
      )}
      <Versions kind="reminder-policies" id={id} linesOf={linesOf} />
    </>
  );
}

function Back() {
  const say = useSettingsWords();
  return (
    <p>
      <Link href="/settings/reminders">{say('back')}</Link>
    </p>
  );
}

type EditorProps = {
  readonly stored: StoredPolicy;
  readonly me: string;
  readonly linesOf: (policy: Pick<Policy, 'name' | 'steps'>) => readonly string[];
};

function Editor({ stored, me, linesOf }: EditorProps) {
  const say = useSettingsWords();
  const editing = useEditing<Policy>('reminder-policies', stored);
  const { value, changed, change, save, takeTheirs, theirs, busy, error, saved, restored } = editing;
  const faults = policyFaults(value, say);
  const advice = policyAdvice(value.steps, say);
  return (
    <>
      <form
        className="card stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (faults.length === 0) void save();
        }}
      >
        <Restored draft={restored} />
        <Line
          label={say('policy.name')}
          maxLength={300}
          value={value.name}
          onChange={({ target }) => change({ ...value, name: target.value })}
          error={errorAt(error, '/name')}
        />
        <StepsEditor steps={value.steps} onChange={(steps) => change({ ...value, steps })} />
        <div role="status" className="stack">
          {faults.length > 0 && (
            <ul className="note warn">
              {faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          )}
          {advice.map((line) => (
            <p key={line} className="note">
              {line}
            </p>
          ))}
          {saved && !changed && <p className="note good">{say('saved')}</p>}
          {changed && <p className="hint">{say('leave')}</p>}
        </div>
        {error !== null && <ProblemNote error={error} />}
        {theirs !== undefined && (
          <Conflict
            mine={linesOf(value)}
            theirs={linesOf(theirs)}
            by={theirs.updatedBy}
            at={theirs.updatedAt}
            keepMine={() => void save(theirs.version)}
            takeTheirs={() => void takeTheirs()}
          />
        )}
        <div className="buttons">
          <button type="submit" className="main" disabled={busy || !changed || faults.length > 0}>
            {say('policy.save')}
          </button>
          <Removal kind="reminder-policies" document={stored} what={say('remove.policy')} to="/settings/reminders" />
        </div>
      </form>
      <PolicyPreview policy={stored.id} steps={value.steps} me={me} sound={faults.length === 0} />
    </>
  );
}
