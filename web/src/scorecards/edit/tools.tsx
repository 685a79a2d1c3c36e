import { useScorecardWords } from '../../words/scorecards';

type Props = {
  /** What is moved or removed, as it is called. */
  readonly name: string;
  readonly index: number;
  readonly last: number;
  readonly move?: ((to: number) => void) | undefined;
  readonly remove?: (() => void) | undefined;
};

/** Up, down and away, by buttons: by keyboard as by mouse. */
export function Tools({ name, index, last, move, remove }: Props) {
  const word = useScorecardWords();
  return (
    <span className="buttons">
      {move !== undefined && (
        <>
          <button
            type="button"
            aria-label={word('sc.up', { name })}
            disabled={index === 0}
            onClick={() => move(index - 1)}
          >
            ↑
          </button>
          <button
            type="button"
            aria-label={word('sc.down', { name })}
            disabled={index === last}
            onClick={() => move(index + 1)}
          >
            ↓
          </button>
        </>
      )}
      {remove !== undefined && (
        <button type="button" aria-label={word('sc.remove', { name })} onClick={remove}>
          ✕
        </button>
      )}
    </span>
  );
}
