import { useWords } from '../../../words/words';
import { nameIn } from '../../names';
import { useDefinitions } from '../../queries';
import type { SourceDraft } from '../draft';

/** The source as it is typed, and how to change some of it; `id`: of the indicator itself. */
export type NeededProps = {
  readonly source: SourceDraft;
  readonly put: (change: Partial<SourceDraft>) => void;
  readonly id: string;
};

/** The other indicators of the library, as choices. */
export function useOthers(id: string) {
  const { language } = useWords();
  const { data = [] } = useDefinitions();
  return data
    .filter((one) => one.id !== id && one.retired !== true)
    .map((one) => ({ value: one.id, text: nameIn(one.name, language) }));
}
