import { BothVersions } from '../../parts/bothVersions';
import type { Versions } from '../../parts/bothVersions';
import { toldOf } from '../../parts/told';
import { useBuildWords } from '../../words/surveyBuild';
import type { SurveyBuildWord } from '../../words/surveyBuild';
import { definitionOf } from './draft';
import type { Draft } from './draft';

const PARTS = {
  ...{ title: 'title', intro: 'intro', languages: 'languages', belongsTo: 'belongs', series: 'series' },
  ...{ opens: 'opens', closes: 'closes', openLink: 'openLink', personalData: 'personalData', purpose: 'purpose' },
  ...{ groups: 'groups', factors: 'dimensions', questions: 'questions' },
} as const satisfies Readonly<Record<string, SurveyBuildWord>>;

/** Somebody else saved the survey meanwhile. */
export function Conflict({ mine, theirs, ...choose }: Versions<Draft>) {
  const word = useBuildWords();
  const [own, other] = [definitionOf(mine), definitionOf(theirs)];
  const parts = (Object.keys(PARTS) as (keyof typeof PARTS)[])
    .filter((part) => JSON.stringify(own[part]) !== JSON.stringify(other[part]))
    .map((part) => ({ key: part, name: word(PARTS[part]), mine: toldOf(own[part]), theirs: toldOf(other[part]) }));
  return <BothVersions title={word('conflict')} parts={parts} {...choose} />;
}
