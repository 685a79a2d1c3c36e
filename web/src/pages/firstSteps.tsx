import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { answer, api } from '../api/client';
import { useUnits } from '../api/queries';
import { useSession } from '../api/session';
import { guideIsBegun, guideWasSkipped } from '../guide/state';
import { useHomeUnit } from '../parts/names';
import { useWords } from '../words/words';

/** For who comes when nothing was begun yet, or has left the guide halfway: what to do first. */
export default function FirstSteps() {
  const { say } = useWords();
  const { session } = useSession();
  const unit = useHomeUnit(session?.person.unit);
  const { data } = useQuery({
    queryKey: ['cycles', 'any', unit],
    enabled: unit !== undefined,
    queryFn: () =>
      answer(api.GET('/v1/units/{unit}/cycles', { params: { path: { unit: unit ?? '' }, query: { limit: 1 } } })),
  });
  const { data: units } = useUnits();
  const begun = guideIsBegun(session?.person.id);
  const empty = units?.length === 0 || data?.items.length === 0;
  if (guideWasSkipped() || !(begun || empty)) return null;
  return (
    <section className="card empty" aria-labelledby="first">
      <h2 id="first">{say('first.title')}</h2>
      <ol>
        <li>{say('first.launch')}</li>
        <li>{say('first.approve')}</li>
        <li>{say('first.check')}</li>
      </ol>
      <div className="buttons">
        <Link href="/first-run" className="button main">
          {say(begun ? 'first.continue' : 'first.guide')}
        </Link>
        <Link href="/launch" className="button">
          {say('first.own')}
        </Link>
      </div>
    </section>
  );
}
