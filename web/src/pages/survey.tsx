import { useState } from 'react';
import { placeOf } from '../../../src/domain/access/place';
import { allowed } from '../../../src/domain/access/policy';
import type { Role } from '../../../src/domain/organisation/roles';
import type { SurveyCommand } from '../../../src/domain/survey/survey.schema';
import { useUnits } from '../api/queries';
import type { Person } from '../api/session';
import { Line, SaveLine } from '../organisation/fields';
import { Choice } from '../parts/choices';
import { csvOf } from '../../../src/domain/shared/csv';
import { Ask } from '../parts/dialog';
import { download } from '../parts/download';
import { useNames } from '../parts/names';
import { NotThere } from '../parts/notThere';
import { ProblemNote, Waiting } from '../parts/notes';
import { TermField } from '../parts/termField';
import { PageTitle } from '../shell';
import { useLinks, useResults, useSurvey, useSurveyCommand } from '../surveys/queries';
import type { QuestionResult, SurveyView } from '../surveys/queries';
import { useWords } from '../words/words';
import { nameIn } from '../indicators/names';

type Order = SurveyCommand['type'];
const ORDERS: Readonly<Record<SurveyView['phase'], readonly Order[]>> = {
  draft: ['ScheduleSurvey', 'OpenNow', 'CancelSurvey'],
  scheduled: ['OpenNow', 'CancelSurvey'],
  open: ['ExtendSurvey', 'CloseEarly', 'CancelSurvey'],
  closed: [],
  cancelled: [],
};

/** A survey: its questions, what can be done with it, and its results. */
export default function SurveyPage({ id, person }: { readonly id: string; readonly person: Person }) {
  const { say, language, format } = useWords();
  const { data: units = [] } = useUnits();
  const { data: survey, error } = useSurvey(id);
  const [asked, ask] = useState<Order | 'links'>();
  if (error !== null) return <NotThere error={error} list={{ to: '/surveys', text: say('nav.surveys') }} />;
  if (survey === undefined) return <Waiting />;
  const { definition, phase, owner } = survey;
  const may = allowed({
    person: { ...person, roles: person.roles as readonly Role[] },
    action: 'survey.edit',
    place: placeOf(units, survey.unit),
    relations: owner === person.id ? ['owner'] : [],
  }).ok;
  const closes = 'closesAt' in survey ? survey.closesAt : 'at' in definition.closes ? definition.closes.at : undefined;
  const over = phase === 'closed' || phase === 'cancelled';
  return (
    <>
      <PageTitle>{nameIn(definition.title, language)}</PageTitle>
      <p className="lead">
        {say(`survey.phase.${phase}`)}
        {closes !== undefined && ` · ${say('survey.closesOn')} ${format.moment(closes)}`}
      </p>
      <p>
        {say('survey.address')}: <a href={survey.address}>{new URL(survey.address, location.origin).href}</a>
      </p>
      {may && !over && (
        <div className="buttons">
          {ORDERS[phase].map((order, i) => (
            <button
              key={order}
              type="button"
              className={order === 'CancelSurvey' ? 'danger' : i === 0 ? 'main' : ''}
              onClick={() => ask(order)}
            >
              {say(`survey.do.${order}`)}
            </button>
          ))}
          <button type="button" onClick={() => ask('links')}>
            {say('survey.links')}
          </button>
        </div>
      )}
      {(phase === 'open' || phase === 'closed') && <ResultsCard survey={survey} />}
      <section className="card">
        <h2>{say('survey.questions')}</h2>
        <ol>
          {definition.questions.map((question) => (
            <li key={question.key}>
              {nameIn(question.text, language)}
              {question.required === true && <span className="hint"> · {say('survey.required')}</span>}
              {question.type === 'choice' && (
                <ul>
                  {question.options.map(({ key, text }) => (
                    <li key={key}>{nameIn(text, language)}</li>
                  ))}
                </ul>
              )}
              {question.type === 'scale' && <span className="hint">{` · ${question.min}–${question.max}`}</span>}
            </li>
          ))}
        </ol>
      </section>
      {asked === 'links' && <LinksDialog id={id} onClose={() => ask(undefined)} />}
      {asked !== undefined && asked !== 'links' && (
        <OrderDialog survey={survey} order={asked} onClose={() => ask(undefined)} />
      )}
    </>
  );
}

type OrderProps = { readonly survey: SurveyView; readonly order: Order; readonly onClose: () => void };
function OrderDialog({ survey, order, onClose }: OrderProps) {
  const { say } = useWords();
  const command = useSurveyCommand(survey);
  const optional = order === 'ScheduleSurvey' || order === 'OpenNow';
  const send = async (form: FormData) => {
    const [reason, by] = [String(form.get('reason') ?? '').trim(), String(form.get('by') ?? '')];
    const given = { type: order, ...(reason !== '' && { reason }), ...(by !== '' && { by }) } as SurveyCommand;
    await command.mutateAsync(given).then(onClose, () => undefined);
  };
  return (
    <Ask title={say(`survey.do.${order}`)} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send(new FormData(event.currentTarget));
        }}
      >
        {order === 'ExtendSurvey' && <TermField label={say('field.by')} name="by" value="P7D" required />}
        <Line
          label={optional ? say('field.optional', { label: say('field.reason') }) : say('field.reason')}
          name="reason"
          required={!optional}
          maxLength={2000}
        />
        <SaveLine error={command.error} busy={command.isPending} onClose={onClose} label={say(`survey.do.${order}`)} />
      </form>
    </Ask>
  );
}

function LinksDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { say } = useWords();
  const make = useLinks(id);
  const send = async (count: number) => {
    const made = await make.mutateAsync(count).catch(() => undefined);
    if (made === undefined) return;
    const rows = (made.links ?? []).map(({ address }, i) => [i + 1, new URL(address, location.origin).href]);
    download(`${id}-links.csv`, csvOf([['no', 'link'], ...rows]));
  };
  return (
    <Ask title={say('survey.links')} onClose={onClose}>
      <p className="hint">{say('survey.linksWhat')}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send(Number(new FormData(event.currentTarget).get('count')));
        }}
      >
        <Line
          label={say('survey.linksCount')}
          name="count"
          type="number"
          min={1}
          max={5000}
          required
          defaultValue={100}
        />
        {make.data !== undefined && (
          <p className="note good" role="status">
            {say('survey.linksMade', { count: make.data.links?.length ?? 0 })}
          </p>
        )}
        <SaveLine error={make.error} busy={make.isPending} onClose={onClose} label={say('survey.links')} />
      </form>
    </Ask>
  );
}

function ResultsCard({ survey }: { readonly survey: SurveyView }) {
  const { say } = useWords();
  const names = useNames();
  const [by, setBy] = useState('');
  const { data, error } = useResults(survey.id, by);
  const groups = (['unit', 'channel', 'group'] as const).filter(
    (one) => survey.definition.groups?.includes(one) ?? true,
  );
  return (
    <section className="card">
      <h2>{say('survey.results')}</h2>
      {error !== null && <ProblemNote error={error} />}
      {data !== undefined && (
        <>
          <p>{say('survey.answers', { n: data.n, issued: data.links.issued })}</p>
          {data.state !== 'shown' && (
            <p className="note">{say(data.state === 'none' ? 'survey.noAnswers' : 'survey.tooFew')}</p>
          )}
          {data.state === 'shown' && <ResultTable survey={survey} questions={data.questions} />}
          {data.state === 'shown' && (
            <Choice
              label={say('survey.by')}
              value={by}
              onChange={setBy}
              empty="–"
              options={groups.map((one) => ({ value: one, text: say(`survey.by.${one}`) }))}
            />
          )}
          {data.groups?.map((group) => (
            <section key={group.group}>
              <h3>{by === 'unit' ? names.unit(group.group) : group.group}</h3>
              {group.state === 'shown' ? (
                <ResultTable survey={survey} questions={group.questions} />
              ) : (
                <p className="note">{say('survey.hiddenGroup')}</p>
              )}
            </section>
          ))}
        </>
      )}
    </section>
  );
}

type TableProps = { readonly survey: SurveyView; readonly questions: readonly QuestionResult[] };
function ResultTable({ survey, questions }: TableProps) {
  const { say, language } = useWords();
  const told = useTold();
  const asked = new Map(survey.definition.questions.map((one) => [one.key, one]));
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={say('survey.results')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('survey.question')}</th>
            <th scope="col">{say('survey.result')}</th>
            <th scope="col" className="number">
              {say('survey.n')}
            </th>
          </tr>
        </thead>
        <tbody>
          {questions.map((one) => (
            <tr key={one.key}>
              <th scope="row">{nameIn(asked.get(one.key)?.text, language)}</th>
              <td>
                {told(one, asked.get(one.key)).map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </td>
              <td className="number">{one.state === 'shown' ? one.n : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A result in words, with its interval. */
function useTold() {
  const { say, format, language } = useWords();
  type Bounds = { readonly low: number; readonly high: number };
  const between = (bounds: Bounds | undefined, unit: string) =>
    bounds === undefined
      ? ''
      : ` ${say('survey.between', { low: format.value(bounds.low, unit), high: format.value(bounds.high, unit) })}`;
  const share = ({ share: value, interval }: { readonly share: number; readonly interval?: Bounds }) =>
    format.value(value, 'ratio') + between(interval, 'ratio');
  return (one: QuestionResult, asked: SurveyView['definition']['questions'][number] | undefined): readonly string[] => {
    if (one.state !== 'shown') return [say(one.state === 'none' ? 'survey.noAnswers' : 'survey.tooFew')];
    const { mean, interval, topBox, yes, options = [], type, n } = one;
    const named = (key: string) =>
      asked?.type === 'choice'
        ? nameIn(asked.options.find((option) => option.key === key)?.text ?? key, language)
        : key;
    return [
      ...(mean === undefined ? [] : [say('survey.mean', { value: format.number(mean) + between(interval, 'number') })]),
      ...(topBox === undefined ? [] : [say('survey.satisfied', { value: share(topBox) })]),
      ...(yes === undefined ? [] : [say('survey.yes', { value: share(yes) })]),
      ...options.map((option) => `${named(option.key)}: ${share(option)}`),
      ...(type === 'text' ? [say('survey.texts', { n })] : []),
    ];
  };
}
