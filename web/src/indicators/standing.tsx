import { useWords } from '../words/words';
import type { Word } from '../words/words';
import { nameIn } from './names';
import { useLibrary } from './queries';
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

/** What is to be said of a value besides its number; how it came about says more. */
export function useRemarks(): (value: Value) => string {
  const { say, format, language } = useWords();
  const library = useLibrary();
  const nameOf = (id: string): string => nameIn(library.find((one) => one.id === id)?.name, language) || id;
  return (value) => {
    const closed = value.closed === true ? [say('ind.closed')] : [];
    if (value.state !== 'value') {
      const { inputs = [], reason } = value.because;
      const blamed = inputs.filter((id) => id !== value.indicator).map(nameOf);
      const why = [...(blamed.length === 0 ? [] : [blamed.join(', ')]), ...(reason === undefined ? [] : [reason])];
      return [[say(`state.${value.state}`), ...why].join(': '), ...closed].join(' · ');
    }
    const { quality, stoodIn } = value;
    const said = [
      ...(quality === 'normal' ? [] : [say(`quality.${quality}` as Word)]),
      ...(stoodIn?.by === 'zero' ? [say('ind.stoodIn.zero')] : []),
      ...(stoodIn?.by === 'carry-forward' ? [say('ind.stoodIn.carry', { period: format.period(stoodIn.period) })] : []),
    ];
    return [...said, ...closed].join(' · ');
  };
}
