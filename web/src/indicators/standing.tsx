import { useWords } from '../words/words';
import type { Word } from '../words/words';
import type { Definition, Value } from './queries';

type Props = { readonly value: Value; readonly bands: Definition['bands'] };
const FORMS = { best: 'M8 1a7 7 0 1 0 .01 0z', middle: 'M8 0l8 8-8 8-8-8z', worst: 'M8 1l8 14H0z' } as const;
type Form = keyof typeof FORMS;

/** Band, or whether the target was met: in words, with a form of its own for good, middling and bad. */
export function Standing({ value, bands = [] }: Props) {
  const { say } = useWords();
  if (value.state !== 'value') return null;
  const place = bands.findIndex(({ key }) => key === value.band);
  if (value.band !== undefined && place >= 0) {
    const form = place === 0 ? 'best' : place === bands.length - 1 ? 'worst' : 'middle';
    return <Mark form={form} text={value.band} />;
  }
  if (value.targetMet === undefined) return <span className="hint">{say('ind.noStanding')}</span>;
  return (
    <Mark form={value.targetMet ? 'best' : 'worst'} text={say(value.targetMet ? 'target.met' : 'target.missed')} />
  );
}

const Mark = ({ form, text }: { readonly form: Form; readonly text: string }) => (
  <span className={`standing ${form}`}>
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={FORMS[form]} />
    </svg>
    {text}
  </span>
);

/** What is to be said of a value besides its number. */
export function useRemarks(): (value: Value) => string {
  const { say, format } = useWords();
  return (value) => {
    const closed = value.closed === true ? [say('ind.closed')] : [];
    if (value.state !== 'value') return [say(`state.${value.state}`), value.because.words, ...closed].join(' · ');
    const { quality, stoodIn } = value;
    const said = [
      ...(quality === 'normal' ? [] : [say(`quality.${quality}` as Word)]),
      ...(stoodIn?.by === 'zero' ? [say('ind.stoodIn.zero')] : []),
      ...(stoodIn?.by === 'carry-forward' ? [say('ind.stoodIn.carry', { period: format.period(stoodIn.period) })] : []),
    ];
    return [...said, ...closed].join(' · ');
  };
}
