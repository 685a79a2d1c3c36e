import { SelectEntry } from '../../../plan/fields';
import { useSurveys } from '../../../surveys/queries';
import { useEditorWords } from '../../../words/indicatorEditor';
import { nameIn } from '../../names';
import type { NeededProps } from './needed';

const MEASURES = ['top-box', 'mean', 'count'] as const;

/** A question of a survey, or of all surveys of a series. */
export function SurveyEntry({ source, put }: NeededProps) {
  const { say, language } = useEditorWords();
  const { data: surveys = [] } = useSurveys();
  const chosen = surveys.find(({ id, definition }) => [id, definition.series].includes(source.survey));
  const series = [...new Set(surveys.flatMap(({ definition }) => definition.series ?? []))];
  return (
    <div className="pair">
      <SelectEntry
        label={say('ed.survey')}
        hint={say('ed.surveyHint')}
        at="/source/survey"
        value={source.survey}
        empty={say('plan.choose')}
        options={[
          ...series.map((one) => ({ value: one, text: say('ed.series', { name: one }) })),
          ...surveys.map(({ id, definition }) => ({ value: id, text: nameIn(definition.title, language) })),
        ]}
        onChange={(survey) => put({ survey, question: undefined })}
      />
      <SelectEntry
        label={say('ed.question')}
        at="/source/question"
        value={source.question}
        empty={say('plan.choose')}
        options={(chosen?.definition.questions ?? []).map(({ key, text }) => ({
          value: key,
          text: nameIn(text, language),
        }))}
        onChange={(question) => put({ question })}
      />
      <SelectEntry
        label={say('ed.measure')}
        at="/source/measure"
        value={source.measure}
        options={MEASURES.map((value) => ({ value, text: say(`ed.measure.${value}`) }))}
        onChange={(value) => put({ measure: MEASURES.find((one) => one === value) ?? 'top-box' })}
      />
    </div>
  );
}
