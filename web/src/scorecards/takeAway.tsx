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
type OneFile = { readonly text: string; readonly path: string; readonly name: string };

/** The scorecard of the period that is shown, on paper or as a table. */
export function TakeAway({ reading, query }: { readonly reading: Reading; readonly query: Asked }) {
  const { language } = useWords();
  const word = useScorecardWords();
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
  return <Files label={word('sc.takeAway')} files={files} />;
}

/** Files that the API makes, each by a button. */
export function Files({ label, files }: { readonly label: string; readonly files: readonly OneFile[] }) {
  const [error, setError] = useState<unknown>(null);
  const take = async ({ path, name }: OneFile) => {
    setError(null);
    await fetchFile(path, name.endsWith('.pdf') ? PDF : undefined).then((file) => save(name, file), setError);
  };
  return (
    <>
      <span className="buttons" role="group" aria-label={label}>
        {files.map((one) => (
          <button key={one.text} type="button" onClick={() => void take(one)}>
            {one.text}
          </button>
        ))}
      </span>
      {error !== null && <ProblemNote error={error} />}
    </>
  );
}
