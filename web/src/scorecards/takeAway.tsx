import { useState } from 'react';
import { fetchFile } from '../api/client';
import { save } from '../parts/download';
import { ProblemNote } from '../parts/notes';
import { useScorecardWords } from '../words/scorecards';
import { useWords } from '../words/words';
import { scorecardFile } from './queries';
import type { Asked } from './queries';
import type { Reading } from './reading';

const PDF = 'application/pdf';

/** The scorecard of the period that is shown, on paper or as a table. */
export function TakeAway({ reading, query }: { readonly reading: Reading; readonly query: Asked }) {
  const { language } = useWords();
  const word = useScorecardWords();
  const [error, setError] = useState<unknown>(null);
  const { id, period } = reading;
  const files = [
    { text: 'PDF', path: scorecardFile(id, '/print', { ...query, language }), name: `${id}-${period}.pdf` },
    {
      ...{ text: word('sc.sheet'), path: scorecardFile(id, '/evaluation-sheet', { ...query, language }) },
      name: `${id}-${period}-evaluation.pdf`,
    },
    ...(['csv', 'xlsx'] as const).map((format) => ({
      ...{ text: format.toUpperCase(), path: scorecardFile(id, '/table', { ...query, format }) },
      name: `${id}-${period}.${format}`,
    })),
  ];
  const take = async (path: string, name: string) => {
    setError(null);
    await fetchFile(path, name.endsWith('.pdf') ? PDF : undefined).then((file) => save(name, file), setError);
  };
  return (
    <>
      <span className="buttons" role="group" aria-label={word('sc.takeAway')}>
        {files.map(({ text, path, name }) => (
          <button key={text} type="button" onClick={() => void take(path, name)}>
            {text}
          </button>
        ))}
      </span>
      {error !== null && <ProblemNote error={error} />}
    </>
  );
}
