import { useState } from 'react';
import { Link } from 'wouter';
import { canBeIndicator, fromQuestionHref } from '../indicators/edit/fromQuestion';
import { useMay } from '../indicators/may';
import { nameIn } from '../indicators/names';
import { NotThere } from '../parts/notThere';
import { Waiting } from '../parts/notes';
import { PageTitle } from '../shell';
import { Preview } from '../surveys/build/preview';
import { LinksDialog, PublicAddress } from '../surveys/links';
import { OrderDialog, ORDERS } from '../surveys/orders';
import type { Order } from '../surveys/orders';
import { useSurvey } from '../surveys/queries';
import type { SurveyView } from '../surveys/queries';
import { ResultsCard } from '../surveys/results';
import { useBuildWords } from '../words/surveyBuild';
import { useWords } from '../words/words';

/** A survey: its form, what can be done with it, and its results. */
export default function SurveyPage({ id }: { readonly id: string }) {
  const { say, language } = useWords();
  const { data: survey, error } = useSurvey(id);
  const may = useMay(survey?.unit ?? '', survey?.owner);
  if (error !== null) return <NotThere error={error} list={{ to: '/surveys', text: say('nav.surveys') }} />;
  if (survey === undefined) return <Waiting />;
  const { phase } = survey;
  return (
    <>
      <PageTitle>{nameIn(survey.definition.title, language)}</PageTitle>
      <Standing survey={survey} />
      <PublicAddress survey={survey} />
      {may('survey.edit') && <Orders survey={survey} />}
      {(phase === 'open' || phase === 'closed') && may('survey.results') && <ResultsCard survey={survey} />}
      <Questions survey={survey} />
      <Preview definition={survey.definition} />
    </>
  );
}

type Props = { readonly survey: SurveyView };

/** Where it stands, and when it opens and closes. */
function Standing({ survey }: Props) {
  const { say, format } = useWords();
  const word = useBuildWords();
  const { phase, definition } = survey;
  const { opens, closes } = definition;
  const waiting = phase === 'draft' || phase === 'scheduled';
  const opensAt =
    'opensAt' in survey && survey.opensAt !== undefined ? survey.opensAt : 'at' in opens ? opens.at : undefined;
  const closesAt = 'closesAt' in survey ? survey.closesAt : 'at' in closes ? closes.at : undefined;
  return (
    <p className="lead">
      {say(`survey.phase.${phase}`)}
      {waiting &&
        ` · ${opensAt === undefined ? word('opensWhenDo') : `${say('survey.opensOn')} ${format.moment(opensAt)}`}`}
      {closesAt !== undefined && ` · ${say('survey.closesOn')} ${format.moment(closesAt)}`}
      {'early' in survey && survey.early !== undefined && ` · ${survey.early}`}
      {'reason' in survey && ` · ${survey.reason}`}
    </p>
  );
}

function Orders({ survey }: Props) {
  const { say } = useWords();
  const word = useBuildWords();
  const [asked, ask] = useState<Order | 'links'>();
  const { id, phase } = survey;
  const over = phase === 'closed' || phase === 'cancelled';
  const close = () => ask(undefined);
  return (
    <>
      <div className="buttons">
        {phase === 'draft' && (
          <Link href={`/surveys/${encodeURIComponent(id)}/edit`} className="button">
            {word('edit')}
          </Link>
        )}
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
        {!over && (
          <button type="button" onClick={() => ask('links')}>
            {say('survey.links')}
          </button>
        )}
        <Link href={`/new-survey?copy=${encodeURIComponent(id)}`} className="button">
          {word('copySurvey')}
        </Link>
      </div>
      {asked === 'links' && <LinksDialog survey={survey} onClose={close} />}
      {asked !== undefined && asked !== 'links' && <OrderDialog survey={survey} order={asked} onClose={close} />}
    </>
  );
}

function Questions({ survey: { id, unit, definition } }: Props) {
  const { say, language } = useWords();
  const word = useBuildWords();
  const may = useMay(unit);
  return (
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
            {may('indicator.edit') && canBeIndicator(question) && (
              <>
                {' '}
                <Link
                  href={fromQuestionHref(id, question.key)}
                  aria-label={word('toIndicatorOf', { question: nameIn(question.text, language) })}
                >
                  {word('toIndicator')}
                </Link>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
