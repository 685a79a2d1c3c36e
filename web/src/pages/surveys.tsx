import { Link } from 'wouter';
import { useUnitsWhere } from '../indicators/may';
import { nameIn } from '../indicators/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { PageTitle } from '../shell';
import { useSurveys } from '../surveys/queries';
import { useWords } from '../words/words';

/** All surveys, newest first. */
export default function Surveys() {
  const { say, language } = useWords();
  const { data: surveys, error } = useSurveys();
  const mayMake = useUnitsWhere('survey.edit').length > 0;
  const make = (
    <Link href="/new-survey" className="button main">
      {say('survey.new')}
    </Link>
  );
  return (
    <>
      <PageTitle {...(mayMake && { aside: make })}>{say('nav.surveys')}</PageTitle>
      {error !== null && <ProblemNote error={error} />}
      {surveys === undefined && error === null && <Waiting />}
      {surveys?.length === 0 && <p className="card empty">{say('survey.none')}</p>}
      <ul className="tasks">
        {surveys?.map(({ id, phase, definition }) => (
          <li key={id} className="card small">
            <Link href={`/surveys/${encodeURIComponent(id)}`}>{nameIn(definition.title, language)}</Link>
            <p className="hint">{say(`survey.phase.${phase}`)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
