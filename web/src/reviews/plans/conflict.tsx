import { Conflict } from '../../settings/conflict';
import type { Versions } from '../../parts/bothVersions';
import { useNames } from '../../parts/names';
import { useReviewPlanWords } from '../../words/reviewPlans';
import { useWords } from '../../words/words';
import { STEPS } from './draft';
import type { Draft } from './draft';
import { useSubjectName } from './subject';

type Props = Versions<Draft> & { readonly by: string; readonly at: string };

/** Somebody else saved the plan meanwhile: what differs, line by line. */
export function PlanConflict({ mine, theirs, ...rest }: Props) {
  const { say } = useWords();
  const word = useReviewPlanWords();
  const { unit, person } = useNames();
  const subjectName = useSubjectName();
  const lines = (one: Draft): readonly string[] => [
    `${word('rp.subject')}: ${word(`rp.subject.${one.subject.type}`)}, ${subjectName(one.subject)}`,
    `${word('rp.unit')}: ${unit(one.unit)}`,
    `${word('rp.frequency')}: ${say(`frequency.${one.frequency}`)}`,
    `${word('rp.chair')}: ${person(one.chair)}`,
    `${word('rp.members')}: ${one.members.map(person).join(', ')}`,
    ...STEPS.map((step) => `${word(`rp.${step}`)}: ${one[step]}`),
    `${word('rp.reminders')}: ${one.reminders === '' ? word('rp.remindersOwn') : one.reminders}`,
    `${word('rp.publish')}: ${one.publish ? '✓' : '–'}`,
  ];
  return <Conflict mine={lines(mine)} theirs={lines(theirs)} {...rest} />;
}
