import { localDateOf } from '../domain/calendar/zone';
import { alarmKey, FAILURES_BEFORE_ALARM, responsibleFor } from '../domain/collect/alarm';
import type { Collector } from '../domain/collect/collector.schema';
import type { Person } from '../domain/organisation/organisation.schema';
import { collectMessage, keyFor } from './collectMessage';
import type { CollectRun, CollectRuns } from './collect.ports';
import { calendarOf } from './officeCalendar';
import type { Channel, Organisation, Reminders } from './ports';

export type CollectAlarmDeps = {
  readonly collectorRuns: CollectRuns;
  readonly organisation: Organisation;
  readonly reminders: Pick<Reminders, 'record' | 'recorded'>;
  readonly channels: readonly Channel[];
};

/**
 * Tells those responsible, once, when collections fail one after the other, and once, when a source that they were told of
 * works again. Safe to repeat. Answers how many messages there are for a run.
 */
export async function tellOfRun(run: CollectRun, collector: Collector, deps: CollectAlarmDeps): Promise<number> {
  const failed = await deps.collectorRuns.failuresUpTo(run, FAILURES_BEFORE_ALARM);
  const [first] = failed;
  if (first === undefined || failed.length < FAILURES_BEFORE_ALARM) return 0;
  const failing = alarmKey('failing', first);
  const what = run.status === 'failed' ? 'failing' : 'works';
  const told = what === 'failing' ? await peopleFor(collector, deps) : await toldOf(failing, collector, deps);
  if (told.length === 0) return 0;
  const { timeZone } = await calendarOf(deps.organisation, { unit: collector.unit, procedure: '' });
  const news = {
    name: collector.name,
    collector: collector.id,
    what,
    episode: alarmKey(what, first),
    since: localDateOf(first.startedAt, timeZone),
    ...(run.failure && { failure: run.failure }),
    at: run.finishedAt ?? run.startedAt,
  } as const;
  const messages = told.map((person) => collectMessage(news, person, deps.channels));
  const { leftOut } = await deps.reminders.record(messages);
  return messages.length - leftOut;
}

async function toldOf(failing: string, collector: Collector, deps: CollectAlarmDeps): Promise<readonly Person[]> {
  const people = await peopleFor(collector, deps);
  const recorded = await deps.reminders.recorded(people.map((person) => keyFor(failing, person)));
  return people.filter((person) => recorded.has(keyFor(failing, person)));
}

async function peopleFor(collector: Collector, { organisation }: CollectAlarmDeps): Promise<readonly Person[]> {
  const owner = collector.owner === undefined ? [] : await organisation.peopleById([collector.owner]);
  if (owner.length > 0) return owner;
  return responsibleFor(collector, await everybody(organisation), await organisation.allUnits());
}

const PAGE = 500;

async function everybody({ people }: Organisation): Promise<readonly Person[]> {
  const all: Person[] = [];
  for (let after: string | undefined; ; after = all.at(-1)?.id) {
    const page = await people.list(after, PAGE);
    all.push(...page.map(({ value }) => value));
    if (page.length < PAGE) return all;
  }
}
