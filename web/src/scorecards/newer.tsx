import { Link } from 'wouter';
import { periodOfDay } from '../../../src/domain/indicators/period';
import { useScorecardWords } from '../words/scorecards';
import { useWords } from '../words/words';
import { scorecardHref, useDefinition } from './queries';
import type { Reading } from './reading';

/** A period is read by the version that held on its last day: says so where a later version holds now. */
export function NewerVersion({ reading }: { readonly reading: Reading }) {
  const { format } = useWords();
  const word = useScorecardWords();
  const { data: now } = useDefinition(reading.id);
  if (now?.definitionVersion === undefined || now.validFrom === undefined) return null;
  if (now.definitionVersion === reading.definitionVersion) return null;
  const period = periodOfDay(now.validFrom, now.frequency);
  return (
    <p className="note">
      {word('sc.newer', { period: format.period(reading.period), day: format.day(now.validFrom) })}{' '}
      <Link href={scorecardHref(reading.id, new URLSearchParams({ period }).toString())}>
        {word('sc.newerShow', { period: format.period(period) })}
      </Link>
    </p>
  );
}
