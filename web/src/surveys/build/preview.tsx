import { useState } from 'react';
import { formPage } from '../../../../src/api/pages/surveyFrame';
import { formOf } from '../../../../src/domain/survey/form';
import type { SurveyDefinition } from '../../../../src/domain/survey/survey.schema';
import { Choice } from '../../parts/choices';
import { useBuildWords } from '../../words/surveyBuild';
import { LANGUAGE_NAMES } from '../../words/languages';
import { useWords } from '../../words/words';
import '../../styles/surveys.css';

type Props = { readonly definition: SurveyDefinition };
const WIDTHS = ['phone', 'desktop'] as const;

/** The public form, drawn by the very code of the public page, in a frame that can neither send nor run anything. */
export function Preview({ definition }: Props) {
  const word = useBuildWords();
  const { language } = useWords();
  const [width, setWidth] = useState<(typeof WIDTHS)[number]>('phone');
  const [chosen, choose] = useState('');
  const { languages } = definition;
  const shown =
    languages.find((one) => one === chosen) ?? languages.find((one) => one === language) ?? languages[0] ?? 'vi';
  return (
    <section className="card preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{word('preview')}</h2>
      <p className="hint">{word('previewWhat')}</p>
      <div className="pair">
        <Choice
          label={word('width')}
          value={width}
          options={WIDTHS.map((one) => ({ value: one, text: word(one) }))}
          onChange={(one) => setWidth(one === 'desktop' ? 'desktop' : 'phone')}
        />
        {languages.length > 1 && (
          <Choice
            label={word('previewLanguage')}
            value={shown}
            options={languages.map((one) => ({ value: one, text: LANGUAGE_NAMES[one] }))}
            onChange={choose}
          />
        )}
      </div>
      <div className="preview-scroll" tabIndex={0} role="region" aria-label={`${word('preview')}: ${word(width)}`}>
        <iframe
          className={width}
          title={word('preview')}
          sandbox="allow-same-origin"
          srcDoc={pageOf(definition, shown)}
        />
      </div>
    </section>
  );
}

function pageOf(definition: SurveyDefinition, language: SurveyDefinition['languages'][number]): string {
  const at = new Date().toISOString();
  const survey = { id: 'preview', unit: '', owner: '', createdAt: at, createdBy: '', definition } as const;
  const form = formOf({ ...survey, phase: 'open', openedAt: at, closesAt: closingOf(definition) }, language, at);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  // It is open whatever its dates: what is looked at is the form.
  return formPage({ form, timeZone, token: '', preview: true }, {}, []);
}

const FAR = '9999-12-31T00:00:00.000Z';
/** When it will close, as far as that is known already. */
function closingOf({ opens, closes }: SurveyDefinition): string {
  if ('at' in closes) return closes.at > new Date().toISOString() ? closes.at : FAR;
  const [, count = '0', unit = 'D'] = /^P(\d+)([DWMY])$/.exec(closes.after) ?? [];
  const at = new Date('at' in opens && opens.at !== '' ? opens.at : Date.now());
  const months = { M: 1, Y: 12 }[unit] ?? 0;
  at.setMonth(at.getMonth() + Number(count) * months);
  at.setDate(at.getDate() + Number(count) * ({ D: 1, W: 7 }[unit] ?? 0));
  return at.getTime() > Date.now() ? at.toISOString() : FAR;
}
