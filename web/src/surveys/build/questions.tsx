import { useEffect, useRef, useState } from 'react';
import { useLack } from '../../plan/fields';
import { idAt } from '../../plan/fields';
import { useBuildWords } from '../../words/surveyBuild';
import { freshAsk, KINDS, nextKey } from './draft';
import type { Ask, Kind } from './draft';
import { QuestionFields } from './question';
import type { PartProps } from './said';

type Props = PartProps & {
  /** The draft as it is stored; empty: it is not stored yet. */
  readonly survey: string;
  /** After something was taken away that can be brought back. */ readonly removed: (said: string) => void;
};

/** The questions in their order: added, moved, copied and removed by buttons, so by keyboard as by mouse. */
export function Questions({ draft, set, survey, removed }: Props) {
  const word = useBuildWords();
  const lack = useLack('/questions');
  const { questions, languages } = draft;
  const [said, setSaid] = useState('');
  const focus = useFocus();
  const keys = questions.map(({ key }) => key);
  const put = (next: readonly Ask[], control: string) => {
    set({ questions: next });
    focus(control);
  };
  const add = (kind: Kind) =>
    put([...questions, freshAsk(kind, keys)], idAt(`/questions/${questions.length}/text/${languages[0] ?? ''}`));
  const move = (from: number, to: number) => {
    const rest = questions.filter((_one, i) => i !== from);
    const moved = questions[from];
    if (moved === undefined) return;
    setSaid(word('moved', { from: from + 1, to: to + 1 }));
    const end = to === 0 || to === questions.length - 1;
    const button = to < from === end ? 'down' : 'up';
    put([...rest.slice(0, to), moved, ...rest.slice(to)], `${button}-${moved.uid}`);
  };
  const remove = (at: number) => {
    removed(word('removed', { no: at + 1 }));
    set({ questions: questions.filter((_one, i) => i !== at) });
  };
  const copy = (ask: Ask, at: number) => {
    const twin = { ...ask, uid: crypto.randomUUID(), key: nextKey('q', keys) };
    put([...questions.slice(0, at + 1), twin, ...questions.slice(at + 1)], `up-${twin.uid}`);
  };
  return (
    <section aria-labelledby="questions-title">
      <h2 id="questions-title">{word('questions')}</h2>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {questions.length === 0 && <p className="hint">{word('noQuestions')}</p>}
      {lack !== undefined && <p className="missing">{lack}</p>}
      <ol className="asks">
        {questions.map((ask, i) => (
          <li key={ask.uid} className="card">
            <div className="ask-head">
              <h3>{word('question', { no: i + 1 })}</h3>
              <Tools {...{ ask, index: i, last: questions.length - 1, move, remove, copy }} />
            </div>
            <div className="stack">
              <QuestionFields
                {...{ ask, index: i, draft, survey }}
                onChange={(change) =>
                  set({ questions: questions.map((one) => (one.uid === ask.uid ? { ...one, ...change } : one)) })
                }
              />
            </div>
          </li>
        ))}
      </ol>
      <div className="buttons" role="group" aria-label={word('add')}>
        <span className="label">{word('add')}</span>
        {KINDS.map((kind) => (
          <button key={kind} type="button" onClick={() => add(kind)}>
            {word(`kind.${kind}`)}
          </button>
        ))}
      </div>
    </section>
  );
}

type ToolsProps = {
  readonly ask: Ask;
  readonly index: number;
  readonly last: number;
  readonly move: (from: number, to: number) => void;
  readonly remove: (at: number) => void;
  readonly copy: (ask: Ask, at: number) => void;
};
function Tools({ ask, index, last, move, remove, copy }: ToolsProps) {
  const word = useBuildWords();
  const no = index + 1;
  const tool = (name: 'up' | 'down' | 'copy' | 'remove', sign: string) => ({
    type: 'button' as const,
    id: `${name}-${ask.uid}`,
    'aria-label': word(name, { no }),
    title: word(name, { no }),
    children: sign,
  });
  return (
    <div className="buttons">
      <button {...tool('up', '↑')} disabled={index === 0} onClick={() => move(index, index - 1)} />
      <button {...tool('down', '↓')} disabled={index === last} onClick={() => move(index, index + 1)} />
      <button {...tool('copy', word('copyLink'))} onClick={() => copy(ask, index)} />
      <button {...tool('remove', '✕')} onClick={() => remove(index)} />
    </div>
  );
}

/** Moves the focus to a control once it is there. */
function useFocus(): (id: string) => void {
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    document.getElementById(wanted.current)?.focus();
    wanted.current = undefined;
  });
  return (id) => {
    wanted.current = id;
  };
}
