import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../api/client';
import { useAllPeople, useAllUnits } from '../organisation/documents';
import { Line } from '../organisation/fields';
import { Choice } from '../parts/choices';
import { useHomeUnit } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { useSettingsWords } from '../words/settings';
import { useWeekdays } from './weekdays';
import { stepLine } from './policySteps';
import type { Step } from './policySteps';

type Somebody = { readonly id: string; readonly name: string };
type Reminder = {
  readonly step: number;
  readonly person: Somebody;
  readonly inPlaceOf?: Somebody;
  readonly email: boolean;
};
type Round = { readonly at: string; readonly day: string; readonly reminders: readonly Reminder[] };
type Item = {
  readonly kind: 'approve-plan' | 'countermeasure' | 'review' | 'decision';
  readonly persons: readonly Somebody[];
  readonly dueDay: string;
  readonly rounds: readonly Round[];
  readonly unsent: readonly number[];
};
type Foreseen = {
  readonly office: Somebody;
  readonly calendar: Somebody;
  readonly items: readonly Item[];
  readonly beyondKnownYears?: true;
};
type Of =
  | { readonly type: 'made'; readonly person: string; readonly due: string }
  | { readonly type: 'cycle'; readonly cycle: string };

const IN_DAYS = 14;
const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

type Props = { readonly policy: string; readonly steps: readonly Step[]; readonly me: string; readonly sound: boolean };

/** Who would be told on which day, by the office's own rounds, while the policy is being written. */
export function PolicyPreview({ policy, steps, me, sound }: Props) {
  const say = useSettingsWords();
  const { data: people = [] } = useAllPeople();
  const [type, setType] = useState<Of['type']>('made');
  const { data: units = [] } = useAllUnits();
  const [chosen, setPerson] = useState('');
  const [due, setDue] = useState(() => dayIn(IN_DAYS));
  const [cycle, setCycle] = useState('');
  const placed = people.filter(({ unit }) => units.some(({ id }) => id === unit));
  const person = chosen !== '' ? chosen : ((placed.find(({ id }) => id === me) ?? placed[0])?.id ?? '');
  const of: Of = type === 'made' ? { type, person, due } : { type, cycle };
  const asked = type === 'made' ? due !== '' && person !== '' : cycle !== '';
  return (
    <section className="card stack">
      <h2>{say('preview')}</h2>
      <p className="hint">{say('preview.what')}</p>
      <div className="pair">
        <Choice
          label={say('preview.of')}
          value={type}
          options={(['made', 'cycle'] as const).map((one) => ({ value: one, text: say(`preview.of.${one}`) }))}
          onChange={(next) => setType(next === 'cycle' ? 'cycle' : 'made')}
        />
        {type === 'made' ? (
          <>
            <Choice
              label={say('preview.person')}
              value={person}
              options={placed.map(({ id, name }) => ({ value: id, text: name }))}
              onChange={setPerson}
            />
            <Line
              label={say('preview.due')}
              type="date"
              required
              value={due}
              onChange={({ target }) => setDue(target.value)}
            />
          </>
        ) : (
          <CycleChoice value={cycle} onChange={setCycle} />
        )}
      </div>
      {!sound && <p className="note warn">{say('preview.wait')}</p>}
      {sound && asked && <Answer policy={policy} steps={steps} of={of} />}
    </section>
  );
}

type CycleRow = { readonly id: string; readonly title: string };

function CycleChoice({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) {
  const say = useSettingsWords();
  const unit = useHomeUnit(undefined);
  const { data = [] } = useQuery({
    queryKey: ['cycles', 'titles', unit],
    enabled: unit !== undefined,
    queryFn: async () =>
      (
        await call<{ items: readonly CycleRow[] }>(
          'GET',
          `/v1/units/${encodeURIComponent(unit ?? '')}/cycles?limit=200`,
        )
      ).items,
  });
  return (
    <Choice
      label={say('preview.cycle')}
      value={value}
      options={data.map(({ id, title }) => ({ value: id, text: title }))}
      onChange={onChange}
      empty={say('preview.choose')}
    />
  );
}

type AnswerProps = { readonly policy: string; readonly steps: readonly Step[]; readonly of: Of };
function Answer({ policy, steps, of }: AnswerProps) {
  const say = useSettingsWords();
  const { data, error } = useQuery({
    queryKey: ['foreseen', policy, steps, of],
    placeholderData: keepPreviousData,
    staleTime: 0,
    queryFn: () =>
      call<Foreseen>('POST', `/v1/reminder-policies/${encodeURIComponent(policy)}/preview`, { steps, item: of }),
  });
  if (error !== null) return <ProblemNote error={error} />;
  if (data === undefined) return <Waiting />;
  return (
    <div className="stack">
      <p className="hint">{say('preview.calendar', { office: data.office.name, calendar: data.calendar.name })}</p>
      {data.beyondKnownYears === true && <p className="note warn">{say('preview.unsure')}</p>}
      {data.items.length === 0 && <p>{say('preview.nothing')}</p>}
      {data.items.map((item, i) => (
        <ItemRounds key={i} item={item} steps={steps} made={of.type === 'made'} />
      ))}
    </div>
  );
}

type ItemProps = { readonly item: Item; readonly steps: readonly Step[]; readonly made: boolean };
function ItemRounds({ item: { kind, persons, dueDay, rounds, unsent }, steps, made }: ItemProps) {
  const say = useSettingsWords();
  const weekday = useWeekdays();
  const lineOf = (place: number): string => {
    const step = steps[place];
    return step === undefined ? '' : stepLine(step, say);
  };
  const who = persons.map(({ name }) => name).join(', ');
  const about = { who, day: weekday.day(dueDay) };
  const title = made
    ? say('preview.made', about)
    : say('preview.item', { ...about, kind: say(`preview.kind.${kind}`) });
  return (
    <>
      <div className="scroll" tabIndex={0} role="region" aria-label={title}>
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{say('preview.day')}</th>
              <th scope="col">{say('preview.told')}</th>
              <th scope="col">{say('preview.why')}</th>
            </tr>
          </thead>
          <tbody>
            {rounds.map(({ at, reminders }) => (
              <tr key={at}>
                <td>{weekday.moment(at)}</td>
                <td>
                  <Told reminders={reminders} />
                </td>
                <td>
                  {[...new Set(reminders.map(({ step }) => step))].map((step) => (
                    <div key={step}>{lineOf(step)}</div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rounds.length === 0 && <p>{say('preview.empty')}</p>}
      {unsent.length > 0 && (
        <p className="note warn">{say('preview.unsent', { steps: unsent.map(lineOf).join('; ') })}</p>
      )}
    </>
  );
}

/** One message a person, whatever it is for. */
function Told({ reminders }: { readonly reminders: readonly Reminder[] }) {
  const say = useSettingsWords();
  const byPerson = new Map(reminders.map((one) => [one.person.id, one]));
  return [...byPerson.values()].map(({ person, inPlaceOf, email }) => (
    <div key={person.id}>
      {inPlaceOf === undefined ? person.name : say('preview.inPlaceOf', { who: person.name, absent: inPlaceOf.name })}{' '}
      <span className="hint">{say(email ? 'preview.byEmail' : 'preview.byInbox')}</span>
    </div>
  ));
}
