import { useState } from 'react';
import { Choice } from '../parts/choices';
import { Ask } from '../parts/dialog';
import { Line, SaveLine, Tick } from '../organisation/fields';
import { useWords } from '../words/words';
import type { SpecialDay } from './year';

type Props = {
  readonly date: string;
  readonly before: SpecialDay | undefined;
  /** Whether the week works on that weekday. */
  readonly worked: boolean;
  readonly onClose: () => void;
  readonly onSet: (day: SpecialDay | null) => void;
};

/** What kind of day it is, and why. */
export function DayDialog({ date, before, worked, onClose, onSet }: Props) {
  const { say, format } = useWords();
  const [kind, setKind] = useState<string>(before?.kind ?? (worked ? 'off' : 'work'));
  const [name, setName] = useState(before?.name ?? '');
  const [expected, setExpected] = useState(before?.status === 'expected');
  const take = () => {
    const given = (['off', 'work', 'half'] as const).find((one) => one === kind);
    if (given === undefined) return onSet(null);
    const { name: _name, hours, kind: was, ...rest } = before ?? { date, kind: given, status: 'announced' as const };
    const kept = was === given && hours !== undefined ? { hours } : {};
    const status = expected ? ('expected' as const) : ('announced' as const);
    onSet({ ...rest, ...kept, date, kind: given, status, ...(name.trim() !== '' && { name: name.trim() }) });
  };
  return (
    <Ask title={format.day(date)} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          take();
        }}
      >
        <Choice
          label={say('calendar.kind')}
          value={kind}
          onChange={setKind}
          empty={say('calendar.day.normal')}
          options={(['off', 'work', 'half'] as const).map((one) => ({ value: one, text: say(`calendar.kind.${one}`) }))}
        />
        {kind !== '' && (
          <>
            <Line
              label={say('calendar.reason')}
              required
              maxLength={200}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
            <Tick label={say('calendar.expected')} checked={expected} onChange={setExpected} />
          </>
        )}
        <SaveLine error={null} busy={false} onClose={onClose} label={say('calendar.take')} />
      </form>
    </Ask>
  );
}
