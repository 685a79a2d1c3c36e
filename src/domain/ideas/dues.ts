import type { DueItem, IdeaDueKind } from '../reminders/due';
import type { Idea } from './state';

/** What an idea waits for: an answer, as long as nobody gave one. */
export function duesOf(idea: Idea): readonly DueItem<IdeaDueKind>[] {
  if (idea.status !== 'new') return [];
  const { id, unit, title, answerers, proposedAt, answerDue } = idea;
  const due = { kind: 'idea-answer', stream: id, unit, procedure: '', title, persons: answerers } as const;
  return [{ ...due, key: `${id}/idea-answer`, openedAt: proposedAt, dueAt: answerDue }];
}
