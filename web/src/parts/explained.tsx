import { useId, useState } from 'react';
import { useHelpWords } from '../words/help';
import { useWords } from '../words/words';

/** The terms that are explained, by the word that names them. */
const TERM_NAMES = {
  procedure: 'cycle.procedure',
  case: 'help.name.case',
  baseline: 'plan.baseline',
  prediction: 'plan.prediction',
  target: 'plan.target',
  outcome: 'help.name.outcome',
  balancing: 'help.name.balancing',
  countermeasure: 'plan.countermeasure',
  pilot: 'plan.pilot',
  gate: 'help.name.gate',
  foureyes: 'help.name.foureyes',
  fidelity: 'help.name.fidelity',
  verdict: 'help.name.verdict',
  xmr: 'help.name.xmr',
  limits: 'help.name.limits',
  specialcause: 'help.name.specialcause',
  funnel: 'help.name.funnel',
  coverage: 'help.name.coverage',
} as const;
type Term = keyof typeof TERM_NAMES;
export const TERMS = Object.keys(TERM_NAMES) as readonly Term[];

/** How a term is called here. */
export function useTermName(): (term: Term) => string {
  const { say } = useWords();
  const tell = useHelpWords();
  return (term) => {
    const word = TERM_NAMES[term];
    return isOfHelp(word) ? tell(word) : say(word);
  };
}
type NameWord = (typeof TERM_NAMES)[Term];
type HelpName = Extract<NameWord, `help.${string}`>;
const isOfHelp = (word: NameWord): word is HelpName => word.startsWith('help.');

/** A question mark beside a term; pressed, it says in a sentence what the term means. Escape closes it. */
export function Explained({ term }: { readonly term: Term }) {
  const tell = useHelpWords();
  const name = useTermName()(term);
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <span className="explained" onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}>
      <button
        type="button"
        aria-label={tell('help.whatIs', { term: name })}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        ?
      </button>
      <span id={id} role="status">
        {open && (
          <span className="meaning">
            <strong>{name}</strong>: {tell(`help.term.${term}`)}
          </span>
        )}
      </span>
    </span>
  );
}

/** Terms of a part of the page, named, each with its question mark. */
export function Explanations({ terms }: { readonly terms: readonly Term[] }) {
  const nameOf = useTermName();
  return (
    <ul className="explanations">
      {terms.map((term) => (
        <li key={term}>
          {nameOf(term)} <Explained term={term} />
        </li>
      ))}
    </ul>
  );
}
