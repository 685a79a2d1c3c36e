import { TextEntry } from '../../plan/fields';
import { useEditorWords } from '../../words/indicatorEditor';
import { useVersions } from '../queries';
import type { Typed } from './typed';

type FromProps = { readonly typed: Typed; readonly set: (change: Partial<Typed>) => void; readonly id: string };
/** From when it holds, and why. */
export function From({ typed, set, id }: FromProps) {
  const { say, format } = useEditorWords();
  const { data: versions = [] } = useVersions(id);
  const isNew = id === '';
  const day = typed.validFrom.length === 4 ? `${typed.validFrom}-01-01` : typed.validFrom;
  const from = day === '' ? new Date().toISOString() : day;
  const later = versions.flatMap((one) => (one.kind === 'definition' && one.validFrom > from ? [one.validFrom] : []));
  return (
    <fieldset>
      <legend>{say('ed.from')}</legend>
      <TextEntry
        label={say('field.optional', { label: say('ed.validFrom') })}
        hint={say(isNew ? 'ed.validFromNew' : 'ed.validFromChange')}
        at="/validFrom"
        value={typed.validFrom}
        onChange={(text) => set({ validFrom: text.trim() })}
      />
      {later[0] !== undefined && !isNew && (
        <p className="note warn">{say('ed.later', { day: format.day(later.toSorted()[0] ?? '') })}</p>
      )}
      <TextEntry
        label={isNew ? say('field.optional', { label: say('field.reason') }) : say('field.reason')}
        hint={say('ed.reasonHint')}
        at="/reason"
        kind="area"
        value={typed.reason}
        onChange={(reason) => set({ reason })}
      />
    </fieldset>
  );
}
