import { Problem } from '../../api/client';
import { useEditorWords } from '../../words/indicatorEditor';

const inAll = (words: string) => ({ vi: words, en: words, ja: words });

/** What the API refused, by its fields, and a reason that is missing. */
export function useLacks(error: unknown, unreasoned: boolean) {
  const { say } = useEditorWords();
  const told = error instanceof Problem ? error.errors : [];
  const wrong = told.map(({ field, message }) => ({ field, words: inAll(message) }));
  return unreasoned ? [...wrong, { field: '/reason', words: inAll(say('ed.reasonNeeded')) }] : wrong;
}
