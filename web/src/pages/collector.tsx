import { Link } from 'wouter';
import type { Collector } from '../../../src/domain/collect/collector.schema';
import type { Session } from '../api/session';
import { useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { SourceEditor } from '../settings/sourceEditor';
import { SourceRuns } from '../settings/sourceRuns';
import { scheduleLine, useCollectors } from '../settings/sources';
import { Versions } from '../settings/versions';
import { PageTitle } from '../shell';
import { useSettingsWords } from '../words/settings';
import '../styles/settings.css';

type Props = { readonly id: string; readonly session: Session };

/** One source: its runs, and for an administrator its settings. */
export default function CollectorPage({ id, session: { person } }: Props) {
  const say = useSettingsWords();
  const names = useNames();
  const { data, error } = useCollectors();
  const source = data?.find((one) => one.id === id);
  const may = person.roles.includes('administrator');
  if (error !== null) return <ProblemNote error={error} />;
  if (data === undefined) return <Waiting />;
  const linesOf = (one: Collector & { readonly removedBecause?: string }): readonly string[] => [
    ...(one.removedBecause === undefined ? [] : [say('source.removedBecause', { reason: one.removedBecause })]),
    `${say('source.name')}: ${one.name}`,
    `${say('source.unit')}: ${names.unit(one.unit)}`,
    ...(one.owner === undefined ? [] : [`${say('source.owner')}: ${names.person(one.owner)}`]),
    `${say('source.url')}: ${one.url}`,
    `${say('source.auth')}: ${say(`source.auth.${one.auth?.type ?? 'none'}`)} ${one.auth?.secret ?? ''}`.trim(),
    `${say('source.when')}: ${scheduleLine(one.schedule, say)}${one.enabled ? '' : ` (${say('source.paused')})`}`,
    `${say('source.read')}: ${one.format.toUpperCase()} ${JSON.stringify(one.mapping)}`,
  ];
  return (
    <>
      <PageTitle>{source?.name ?? say('source.none')}</PageTitle>
      <p>
        <Link href="/settings/sources">{say('back')}</Link>
      </p>
      {source !== undefined && (
        <>
          <SourceRuns id={id} may={may} />
          {may ? (
            <SourceEditor key={id} stored={source} linesOf={linesOf} />
          ) : (
            <section className="card">
              <ul>
                {linesOf(source).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
      <Versions kind="collectors" id={id} linesOf={linesOf} />
    </>
  );
}
