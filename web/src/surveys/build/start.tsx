import { useState } from 'react';
import { Choice } from '../../parts/choices';
import { useBuildWords } from '../../words/surveyBuild';
import { useWords } from '../../words/words';
import { nameIn } from '../../indicators/names';
import { useSurveys, useTemplates } from '../queries';
import { contentOf } from './draft';
import type { Draft } from './draft';

type Props = { readonly from: string; readonly take: (content: Partial<Draft>) => void };

/** From nothing, from a template, or from an earlier survey. What was typed comes back by undo. */
export function Start({ from, take }: Props) {
  const word = useBuildWords();
  const { say, language } = useWords();
  const { data: templates = [] } = useTemplates();
  const { data: surveys = [] } = useSurveys();
  const [chosen, choose] = useState(from);
  const template = templates.find(({ id }) => chosen === `template:${id}`);
  const change = (value: string) => {
    choose(value);
    const pattern = templates.find(({ id }) => value === `template:${id}`);
    const earlier = surveys.find(({ id }) => value === `survey:${id}`);
    if (pattern !== undefined) take({ ...contentOf(pattern.survey), template: pattern.id });
    else if (earlier !== undefined) take({ ...contentOf(earlier.definition), series: earlier.definition.series ?? '' });
  };
  const options = [
    ...templates.map(({ id, name }) => ({
      value: `template:${id}`,
      text: word('startTemplate', { name: nameIn(name, language) }),
    })),
    ...surveys.map(({ id, definition }) => ({
      value: `survey:${id}`,
      text: word('startCopy', { name: nameIn(definition.title, language) }),
    })),
  ];
  return (
    <section className="card small">
      <Choice label={word('start')} value={chosen} options={options} onChange={change} empty={word('startEmpty')} />
      <p className="hint">{template === undefined ? word('startHint') : nameIn(template.description, language)}</p>
      {template?.assumptions.map((text) => (
        <p className="hint" key={text}>
          {say('survey.assumption', { text })}
        </p>
      ))}
    </section>
  );
}
