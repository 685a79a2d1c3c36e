import { useUnits } from '../../api/queries';
import { nameIn } from '../../indicators/names';
import type { Option } from '../../parts/choices';
import { walked } from '../../parts/unitTree';
import { useProgrammeNames } from '../../programmes/queries';
import { useScorecards } from '../../scorecards/queries';
import { useWords } from '../../words/words';
import type { Draft } from './draft';

type Subject = Draft['subject'];

/** What may be reviewed, of each kind. */
export function useSubjects(): Readonly<Record<Subject['type'], readonly Option[]>> {
  const { language } = useWords();
  const { data: units = [] } = useUnits();
  const { data: scorecards = [] } = useScorecards();
  const { data: programmes = [] } = useProgrammeNames();
  return {
    scorecard: scorecards.map(({ id, name }) => ({ value: id, text: name })),
    unit: walked(units).map(({ id, name, depth }) => ({ value: id, text: `${'\u2003'.repeat(depth)}${name}` })),
    programme: programmes.map(({ id, name }) => ({ value: id, text: nameIn(name, language) })),
  };
}

/** What a subject is called; its identifier while the names are on their way. */
export function useSubjectName(): (subject: Subject) => string {
  const subjects = useSubjects();
  return ({ type, id }) => subjects[type].find(({ value }) => value === id)?.text.trim() ?? id;
}
