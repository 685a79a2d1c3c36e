import type { ReactNode } from 'react';
import { useNames } from '../parts/names';
import { useEvaluationWords } from '../words/evaluations';
import { useWords } from '../words/words';
import type { Explained } from './queries';

type Props = { readonly node: Explained; readonly pick?: (node: Explained) => ReactNode };

/** Rule by rule down to the facts, each with who entered it and when. `pick`: what stands before a node. */
export function Tree({ node, pick }: Props) {
  return (
    <ul className="reasons">
      <Branch {...{ node }} {...(pick && { pick })} />
    </ul>
  );
}

function Branch({ node, pick }: Props) {
  const { format } = useWords();
  const word = useEvaluationWords();
  const { person } = useNames();
  const { words, parts, entries = [] } = node;
  return (
    <li>
      <span className="said">{words}</span>
      {entries.length > 0 && (
        <ul className="entries">
          {entries.map((entry) => (
            <li key={`${entry.at} ${entry.words}`} className="hint">
              {word('ev.entered', { what: entry.words, name: person(entry.by), when: format.moment(entry.at) })}
              {entry.note !== undefined && entry.note !== '' && ` – ${entry.note}`}
            </li>
          ))}
        </ul>
      )}
      {pick?.(node)}
      {parts.length > 0 && (
        <ul>
          {parts.map((part, at) => (
            <Branch key={`${part.rule} ${at}`} node={part} {...(pick && { pick })} />
          ))}
        </ul>
      )}
    </li>
  );
}
