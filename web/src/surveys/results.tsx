import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { Results as AllResults } from '../../../src/domain/survey/results';
import { LINK_ATTRIBUTES } from '../../../src/domain/survey/wellFormed';
import { fetchFile } from '../api/client';
import { nameIn } from '../indicators/names';
import { Choice } from '../parts/choices';
import { save } from '../parts/download';
import { useNames } from '../parts/names';
import { ProblemNote } from '../parts/notes';
import { useBuildWords } from '../words/surveyBuild';
import { useWords } from '../words/words';
import { OverTime } from './overTime';
import { QuestionFound, useBetween } from './questionResult';
import { resultsFile, useResults } from './queries';
import type { Results, SurveyView } from './queries';

type Props = { readonly survey: SurveyView };

/** What was answered: of all, and by group; free texts; answers over time; and all of it as a file. */
export function ResultsCard({ survey }: Props) {
  const { say } = useWords();
  const [by, setBy] = useState('');
  const { data, error } = useResults(survey.id, by);
  return (
    <section className="card">
      <h2>{say('survey.results')}</h2>
      {error !== null && <ProblemNote error={error} />}
      {data !== undefined && (
        <>
          <p>{say('survey.answers', { n: data.n, issued: data.links.issued })}</p>
          {data.state === 'shown' ? (
            <Shown {...{ survey, data, by, setBy }} />
          ) : (
            <p className="note">{say(data.state === 'none' ? 'survey.noAnswers' : 'survey.tooFew')}</p>
          )}
        </>
      )}
    </section>
  );
}

type ShownProps = Props & { readonly data: Results; readonly by: string; readonly setBy: (by: string) => void };
function Shown({ survey, data, by, setBy }: ShownProps) {
  const { say, language } = useWords();
  const word = useBuildWords();
  const { questions, groups } = survey.definition;
  const splits = questions.filter(({ key }) => groups?.includes(key));
  const attributes = LINK_ATTRIBUTES.filter((one) => groups?.includes(one) ?? true);
  const options = [
    ...attributes.map((one) => ({ value: one, text: say(`survey.by.${one}`) })),
    ...splits.map(({ key, text }) => ({ value: key, text: nameIn(text, language) })),
  ];
  return (
    <>
      <Files id={survey.id} by={by} />
      <Found survey={survey} questions={data.questions} level="h3" />
      {data.factors.length > 0 && <Dimensions survey={survey} factors={data.factors} />}
      <Texts survey={survey} texts={data.texts} />
      <h3>{word('overTime')}</h3>
      <OverTime days={data.days} issued={data.links.issued} />
      {options.length > 0 && (
        <Choice {...{ label: say('survey.by'), value: by, onChange: setBy, empty: '–', options }} />
      )}
      {data.groups?.map((group) => (
        <Group key={group.group} {...{ survey, group, by }} />
      ))}
    </>
  );
}

type GroupProps = Props & { readonly group: NonNullable<AllResults['groups']>[number]; readonly by: string };
function Group({ survey, group, by }: GroupProps) {
  const { say } = useWords();
  const names = useNames();
  const title = by === 'unit' ? names.unit(group.group) : group.group;
  return (
    <section>
      <h3>{title === '' ? '–' : title}</h3>
      {group.state === 'shown' ? (
        <Found survey={survey} questions={group.questions} level="h4" />
      ) : (
        <p className="note">{say('survey.hiddenGroup')}</p>
      )}
    </section>
  );
}

type FoundProps = Props & { readonly questions: AllResults['questions']; readonly level: 'h3' | 'h4' };
function Found({ survey, questions, level }: FoundProps) {
  const asked = new Map(survey.definition.questions.map((one) => [one.key, one]));
  return questions.map((result) => {
    const question = asked.get(result.key);
    return question === undefined || (result.state === 'shown' && result.type === 'text') ? null : (
      <QuestionFound key={result.key} {...{ result, question, level }} />
    );
  });
}

function Dimensions({ survey, factors }: Props & { readonly factors: AllResults['factors'] }) {
  const { say, format, language } = useWords();
  const word = useBuildWords();
  const between = useBetween();
  const named = new Map(survey.definition.factors?.map(({ key, name }) => [key, nameIn(name, language)]));
  return (
    <>
      <h3>{word('dimensionResults')}</h3>
      <ul>
        {factors.map((one) => (
          <li key={one.key}>
            {named.get(one.key) ?? one.key}:{' '}
            {one.state === 'shown'
              ? `${say('survey.mean', { value: format.number(one.mean) + between(one.interval, 'number') })} · ${say('survey.satisfied', { value: format.value(one.topBox.share, 'ratio') + between(one.topBox.interval, 'ratio') })}`
              : say(one.state === 'none' ? 'survey.noAnswers' : 'survey.tooFew')}
          </li>
        ))}
      </ul>
    </>
  );
}

function Texts({ survey, texts }: Props & { readonly texts: Results['texts'] }) {
  const { language } = useWords();
  const word = useBuildWords();
  const told = texts.filter(({ answers }) => answers.length > 0);
  if (told.length === 0) return null;
  const asked = new Map(survey.definition.questions.map(({ key, text }) => [key, nameIn(text, language)]));
  return (
    <>
      <h3>{word('texts')}</h3>
      {told.map(({ key, n, answers }) => (
        <section key={key}>
          <h4>{asked.get(key)}</h4>
          <p className="hint">
            {answers.length < n ? word('textsDrawn', { shown: answers.length, n }) : word('textsOrder', { n })}
          </p>
          <ul className="opinions" tabIndex={0} aria-label={asked.get(key)}>
            {answers.map((text, i) => (
              <li key={i}>{text}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Files({ id, by }: { readonly id: string; readonly by: string }) {
  const word = useBuildWords();
  const get = useMutation({
    mutationFn: async (format: 'csv' | 'xlsx') =>
      save(`survey-${id}.${format}`, await fetchFile(resultsFile(id, by, format))),
  });
  return (
    <div className="buttons" role="group" aria-label={word('export')}>
      <span className="label">{word('export')}:</span>
      {(['csv', 'xlsx'] as const).map((format) => (
        <button key={format} type="button" disabled={get.isPending} onClick={() => get.mutate(format)}>
          {word(format)}
        </button>
      ))}
      {get.error !== null && <ProblemNote error={get.error} />}
    </div>
  );
}
