import type { ProgrammeState } from '../../../src/domain/programmes/programme';
import { useProgrammeWords } from '../words/programmes';
import type { Verdict } from './queries';

/** Forms differ as much as colours do. */
const STATE_SIGNS = { planned: '○', running: '▶', finished: '✔', cancelled: '✕' } as const;
const VERDICT_SIGNS = { yes: '✔', no: '✖', open: '○', unknown: '?' } as const;
const VERDICT_LOOKS = { yes: 'green', no: 'red', open: 'unrated', unknown: 'unrated' } as const;

export function StateSign({ state }: { readonly state: ProgrammeState }) {
  const word = useProgrammeWords();
  return (
    <span className="programme-state">
      <span aria-hidden="true">{STATE_SIGNS[state]}</span> {word(`state.${state}`)}
    </span>
  );
}

/** A sign, a colour and a word. */
export function VerdictSign({ verdict: { verdict } }: { readonly verdict: Verdict }) {
  const word = useProgrammeWords();
  return (
    <span className={`rating ${VERDICT_LOOKS[verdict]}`}>
      <span aria-hidden="true">{VERDICT_SIGNS[verdict]}</span> {word(`verdict.${verdict}`)}
    </span>
  );
}
