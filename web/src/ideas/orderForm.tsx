import { useState } from 'react';
import type { FormEvent } from 'react';
import type { IdeaCommand } from '../../../src/domain/ideas/idea.schema';
import { IDEA_ANSWERS } from '../../../src/domain/ideas/events';
import { useKeyed } from '../api/keyed';
import { Ask, FormButtons } from '../parts/dialog';
import { ProblemNote } from '../parts/notes';
import { useIdeaWords } from '../words/ideas';
import { CycleField, MergeField, ReviseFields, SpreadField } from './fields';
import { useIdeaCommand } from './queries';
import type { IdeaShown } from './queries';

export type Asked = 'AnswerIdea' | 'CommentIdea' | 'LinkCycle' | 'NoteSpread' | 'ReviseIdea' | 'WithdrawIdea';
type Props = { readonly idea: IdeaShown; readonly type: Asked; readonly onClose: () => void };

/** Asks for what a command needs, and carries it out. */
export function OrderForm({ idea, type, onClose }: Props) {
  const word = useIdeaWords();
  const keyed = useKeyed();
  const command = useIdeaCommand(idea.id);
  const [answer, setAnswer] = useState('take-up');
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = commandOf(type, new FormData(event.currentTarget));
    try {
      await keyed(body, (key) => command.mutateAsync({ body, key }));
      onClose();
    } catch {
      // Told below by command.error; what was typed stays.
    }
  };
  const text = type === 'CommentIdea' ? 'text' : 'reason';
  return (
    <Ask title={word(`id.do.${type}`)} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        {type === 'AnswerIdea' && (
          <div className="field">
            <label htmlFor="answer">{word('id.answer')}</label>
            <select id="answer" name="answer" value={answer} onChange={({ target }) => setAnswer(target.value)}>
              {IDEA_ANSWERS.map((one) => (
                <option key={one} value={one}>
                  {word(`id.answer.${one}`)}
                </option>
              ))}
            </select>
          </div>
        )}
        {type === 'AnswerIdea' && answer === 'merged' && <MergeField except={idea.id} />}
        {type === 'LinkCycle' && <CycleField since={idea.proposedAt} />}
        {type === 'NoteSpread' && <SpreadField idea={idea} />}
        {type === 'ReviseIdea' && <ReviseFields idea={idea} />}
        {WITH_TEXT.includes(type) && (
          <div className="field">
            <label htmlFor={text}>{word(type === 'CommentIdea' ? 'id.comment' : 'id.reason')}</label>
            <textarea id={text} name={text} required rows={4} maxLength={4000} />
          </div>
        )}
        {command.error !== null && <ProblemNote error={command.error} />}
        <FormButtons label={word(`id.do.${type}`)} busy={command.isPending} onClose={onClose} />
      </form>
    </Ask>
  );
}

const WITH_TEXT: readonly Asked[] = ['AnswerIdea', 'CommentIdea', 'WithdrawIdea'];

function commandOf(type: Asked, form: FormData): IdeaCommand {
  const field = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  switch (type) {
    case 'CommentIdea':
      return { type, text: field('text') };
    case 'ReviseIdea':
      return { type, title: field('title'), text: field('text') };
    case 'NoteSpread': {
      const [unit = '', ...evidence] = field('spread').split(' ');
      return { type, unit, evidence: evidence.join(' ') };
    }
    case 'LinkCycle':
      return { type, cycle: field('cycle') };
    case 'WithdrawIdea':
      return { type, reason: field('reason') };
    case 'AnswerIdea': {
      const answer = IDEA_ANSWERS.find((one) => one === field('answer')) ?? 'later';
      const mergedInto = field('mergedInto');
      return { type, answer, reason: field('reason'), ...(mergedInto !== '' && { mergedInto }) };
    }
  }
}
