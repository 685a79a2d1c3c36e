import { NumberEntry, SelectEntry } from '../../../plan/fields';
import { useEditorWords } from '../../../words/indicatorEditor';
import { useOthers } from './needed';
import type { NeededProps } from './needed';

/** Another indicator, of the same period or an earlier one. */
export function OtherEntry({ source, put, id }: NeededProps) {
  const { say } = useEditorWords();
  const others = useOthers(id);
  return (
    <div className="pair">
      <SelectEntry
        label={say('source.indicator')}
        at="/source/indicator"
        value={source.indicator}
        empty={say('plan.choose')}
        options={others}
        onChange={(indicator) => put({ indicator })}
      />
      <NumberEntry
        label={say('ed.lag')}
        hint={say('ed.lagHint')}
        at="/source/lag"
        value={source.lag}
        onChange={(lag) => put({ lag })}
      />
    </div>
  );
}
