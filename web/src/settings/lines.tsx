import { useId } from 'react';
import { useSettingsWords } from '../words/settings';

type Pair = readonly [string, string];

export const textOf = (pairs: readonly Pair[], sign: string): string =>
  pairs.map(([a, b]) => (sign === ':' ? `${a}: ${b}` : `${a} ${sign} ${b}`)).join('\n');

/** Pairs from lines such as `name = id`; `wrong`: the first line, from 1, without the sign or with nothing on a side. */
export function pairsOf(text: string, sign: string): { readonly pairs: readonly Pair[]; readonly wrong?: number } {
  const lines = text.split('\n').map((line) => line.replace('->', sign === '→' ? '→' : '->'));
  const read = lines.map((line): Pair | undefined => {
    const at = line.indexOf(sign);
    const pair: Pair = [line.slice(0, at).trim(), line.slice(at + sign.length).trim()];
    return at > 0 && pair.every((part) => part !== '') ? pair : undefined;
  });
  const wrong = lines.findIndex((line, i) => line.trim() !== '' && read[i] === undefined);
  const pairs = read.flatMap((pair) => (pair === undefined ? [] : [pair]));
  return wrong < 0 ? { pairs } : { pairs, wrong: wrong + 1 };
}

type TextLinesProps = {
  readonly label: string;
  readonly sign: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly error?: string | undefined;
};

/** A text of lines that each hold a pair; says which line is none. */
export function TextLines({ label, sign, text, onChange, error }: TextLinesProps) {
  const say = useSettingsWords();
  const id = useId();
  const { wrong } = pairsOf(text, sign);
  const told = wrong === undefined ? error : say('check.line', { no: wrong, field: label, sign });
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={3}
        value={text}
        onChange={({ target }) => onChange(target.value)}
        {...(told !== undefined && { 'aria-invalid': true, 'aria-describedby': `${id}-error` })}
      />
      {told !== undefined && (
        <p className="missing" id={`${id}-error`}>
          {told}
        </p>
      )}
    </div>
  );
}
