import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { answer, api } from '../api/client';
import { useProcedures } from '../api/queries';
import { useSession } from '../api/session';
import { useHomeUnit } from '../parts/names';
import { EXAMPLE_PROCEDURE } from '../plan/example';
import { useWords } from '../words/words';

/** For who comes when nothing was begun yet: what to do first, ending with a launched cycle. */
export default function FirstSteps() {
  const { say } = useWords();
  const { session } = useSession();
  const unit = useHomeUnit(session?.person.unit);
  const { data: procedures = [] } = useProcedures();
  const { data } = useQuery({
    queryKey: ['cycles', 'any', unit],
    enabled: unit !== undefined,
    queryFn: () =>
      answer(api.GET('/v1/units/{unit}/cycles', { params: { path: { unit: unit ?? '' }, query: { limit: 1 } } })),
  });
  if (data === undefined || data.items.length > 0) return null;
  const example = procedures.some(({ id }) => id === EXAMPLE_PROCEDURE);
  return (
    <section className="card empty" aria-labelledby="first">
      <h2 id="first">{say('first.title')}</h2>
      <ol>
        <li>{say('first.launch')}</li>
        <li>{say('first.approve')}</li>
        <li>{say('first.check')}</li>
      </ol>
      <div className="buttons">
        {example && (
          <Link href="/launch?example=yes" className="button main">
            {say('first.example')}
          </Link>
        )}
        <Link href="/launch" className="button">
          {say('first.own')}
        </Link>
      </div>
    </section>
  );
}
