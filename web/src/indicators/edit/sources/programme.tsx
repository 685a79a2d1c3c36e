import { TextEntry } from '../../../plan/fields';
import { useEditorWords } from '../../../words/indicatorEditor';
import type { NeededProps } from './needed';

/** A figure of the programme of suggestions or training. */
export function ProgrammeEntry({ source, put }: NeededProps) {
  const { say } = useEditorWords();
  return (
    <div className="pair">
      <TextEntry
        label={say('ed.programme')}
        at="/source/programme"
        value={source.programme}
        onChange={(programme) => put({ programme })}
      />
      <TextEntry
        label={say('ed.figure')}
        hint={say('ed.figureHint')}
        at="/source/figure"
        value={source.figure}
        onChange={(figure) => put({ figure })}
      />
    </div>
  );
}
