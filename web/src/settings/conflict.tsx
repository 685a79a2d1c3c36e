import { BothVersions } from '../parts/bothVersions';
import type { Versions } from '../parts/bothVersions';
import { useNames } from '../parts/names';
import { useSettingsWords } from '../words/settings';
import { useWords } from '../words/words';

/** What each of the two says, in lines; those are shown that only one has. */
type Props = Versions<readonly string[]> & { readonly by: string | undefined; readonly at: string | undefined };

/** Somebody else saved the document meanwhile. */
export function Conflict({ mine, theirs, by, at, ...choose }: Props) {
  const say = useSettingsWords();
  const { format } = useWords();
  const { person } = useNames();
  const who = person(by ?? '');
  const words = {
    what: say('conflict.what', { who, when: at === undefined ? '' : format.moment(at) }),
    mine: say('conflict.mine'),
    theirs: say('conflict.theirs', { who }),
    keep: say('conflict.keep'),
    take: say('conflict.take'),
  };
  const parts = [{ key: 'all', mine: own(mine, theirs), theirs: own(theirs, mine) }];
  return <BothVersions title={say('conflict')} words={words} parts={parts} {...choose} />;
}

function own(lines: readonly string[], others: readonly string[]): string {
  const differing = lines.filter((line) => !others.includes(line));
  return (differing.length === 0 ? lines : differing).join('\n');
}
