import { BothVersions } from '../../parts/bothVersions';
import type { Versions } from '../../parts/bothVersions';
import { toldOf } from '../../parts/told';
import { useEditorWords } from '../../words/indicatorEditor';
import type { EditorWord } from '../../words/indicatorEditor';
import { definitionOf } from './draft';
import type { Draft } from './draft';

const NAMES: Readonly<Record<string, EditorWord>> = {
  name: 'ind.name',
  description: 'ed.description',
  unit: 'ind.unitOfMeasure',
  home: 'ind.home',
  owner: 'ind.owner',
  kind: 'ind.kind',
  direction: 'ind.better',
  range: 'ind.better.range',
  source: 'ind.source',
  frequency: 'ind.frequency',
  baseline: 'ed.baseline',
  target: 'ind.target',
  stretch: 'ed.stretch',
  trajectory: 'ed.trajectory',
  bands: 'ed.bands',
  scoring: 'ed.scoring',
  missing: 'ed.missing',
  overTime: 'ed.overTime',
  overUnits: 'ed.overUnits',
  minimumN: 'ed.minimumN',
  counterIndicator: 'ed.counter',
  approval: 'ed.approval',
  watch: 'ed.watching',
  speed: 'ed.speed',
};

/** Somebody else put a version meanwhile. */
export function Conflict({ mine, theirs, ...choose }: Versions<Draft>) {
  const { say } = useEditorWords();
  const [own, other] = [definitionOf(mine), definitionOf(theirs)];
  const parts = Object.entries(NAMES)
    .filter(([part]) => JSON.stringify(own[part]) !== JSON.stringify(other[part]))
    .map(([part, word]) => ({ key: part, name: say(word), mine: toldOf(own[part]), theirs: toldOf(other[part]) }));
  return <BothVersions title={say('ed.conflict')} parts={parts} {...choose} />;
}
