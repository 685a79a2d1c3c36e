import { NumberEntry, SelectEntry } from '../../../plan/fields';
import { useEditorWords } from '../../../words/indicatorEditor';
import { useOthers } from './needed';
import type { NeededProps } from './needed';

/** One figure by another, each entered or an indicator of its own. */
export function RatioEntry({ source, put, id }: NeededProps) {
  const { say } = useEditorWords();
  const others = useOthers(id);
  return (
    <div className="pair">
      {(['numerator', 'denominator'] as const).map((part) => (
        <SelectEntry
          key={part}
          label={say(`entry.${part}`)}
          at={`/source/${part}`}
          value={source[part]}
          empty={say('ed.enteredPart')}
          options={others}
          onChange={(value) => put({ [part]: value })}
        />
      ))}
      <NumberEntry
        label={say('field.optional', { label: say('ed.per') })}
        hint={say('ed.perHint')}
        at="/source/per"
        value={source.per}
        onChange={(per) => put({ per })}
      />
    </div>
  );
}
