import type { Milestone } from '../../../src/domain/programmes/programme.schema';
import { nameIn } from '../indicators/names';
import { NumberEntry, TextEntry } from '../plan/fields';
import { NamedEntry } from '../scorecards/edit/named';
import { Tools } from '../scorecards/edit/tools';
import { useProgrammeWords } from '../words/programmes';
import { useWords } from '../words/words';
import type { PartProps } from './fields';

/** A key that none of them has: keys stay while names change. */
function freshKey(milestones: readonly Milestone[]): string {
  const taken = new Set(milestones.map(({ key }) => key));
  let no = milestones.length + 1;
  while (taken.has(`m${no}`)) no += 1;
  return `m${no}`;
}

export function MilestoneFields({ draft: { milestones }, set }: PartProps) {
  const { language } = useWords();
  const word = useProgrammeWords();
  const put = (at: number, change: Partial<Milestone>) =>
    set({ milestones: milestones.map((one, place) => (place === at ? { ...one, ...change } : one)) });
  return (
    <fieldset>
      <legend>{word('milestones')}</legend>
      <ol className="edited">
        {milestones.map((one, at) => {
          const name = nameIn(one.name, language) || word('milestoneNo', { no: at + 1 });
          return (
            <li key={one.key}>
              <div className="edited-head">
                <strong>{name}</strong>
                <Tools
                  {...{ name, index: at, last: milestones.length - 1 }}
                  remove={() => set({ milestones: milestones.filter(({ key }) => key !== one.key) })}
                />
              </div>
              <NamedEntry
                {...{ label: word('name'), at: `/milestones/${at}/name`, value: one.name }}
                onChange={(next) => put(at, { name: next })}
              />
              <div className="pair">
                <TextEntry
                  {...{ label: word('planned'), at: `/milestones/${at}/planned`, kind: 'date', value: one.planned }}
                  onChange={(planned) => put(at, { planned })}
                />
                <TextEntry
                  {...{ label: word('actual'), at: `/milestones/${at}/actual`, kind: 'date', value: one.actual }}
                  onChange={(actual) => put(at, { actual })}
                />
              </div>
              <NumberEntry
                {...{ label: word('weight'), at: `/milestones/${at}/weight`, value: one.weight }}
                onChange={(weight) => put(at, { weight: weight ?? 1 })}
              />
            </li>
          );
        })}
      </ol>
      <button
        type="button"
        onClick={() =>
          set({ milestones: [...milestones, { key: freshKey(milestones), name: '', planned: '', weight: 1 }] })
        }
      >
        {word('addMilestone')}
      </button>
    </fieldset>
  );
}
