import { useWords } from '../../words/words';
import type { Word } from '../../words/words';
import { definitionOf } from './draft';
import type { Draft } from './draft';
import { toldOf } from '../../parts/told';

type Props = {
  readonly mine: Draft;
  readonly theirs: Draft;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
};

const NAMES: Readonly<Record<string, Word>> = {
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

/** Somebody else put a version meanwhile: both where they differ, and a question. */
export function Conflict({ mine, theirs, keepMine, takeTheirs }: Props) {
  const { say } = useWords();
  const [own, other] = [definitionOf(mine), definitionOf(theirs)];
  const differing = Object.entries(NAMES).filter(([part]) => JSON.stringify(own[part]) !== JSON.stringify(other[part]));
  return (
    <section className="note warn" role="alert">
      <h2>{say('ed.conflict')}</h2>
      <p>{say('revise.conflictWhat')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('ed.part')}</th>
            <th scope="col">{say('revise.mine')}</th>
            <th scope="col">{say('revise.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {differing.map(([part, word]) => (
            <tr key={part}>
              <th scope="row">{say(word)}</th>
              <td className="said">{toldOf(own[part])}</td>
              <td className="said">{toldOf(other[part])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="buttons">
        <button type="button" onClick={keepMine}>
          {say('revise.keepMine')}
        </button>
        <button type="button" onClick={takeTheirs}>
          {say('revise.takeTheirs')}
        </button>
      </div>
    </section>
  );
}
