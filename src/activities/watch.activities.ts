import { Context } from '@temporalio/activity';
import { localDateOf } from '../domain/calendar/zone';
import { periodOfDay } from '../domain/indicators/period';
import { isSameEpisode, watchFindings as findingsOf, type Finding } from '../domain/indicators/watch/watchFinding';
import type { LaunchCycle } from '../domain/cycle/cycle.schema';
import type { Standing } from '../domain/access/policy';
import type { Refusal } from '../domain/shared/result';
import type {
  KeptValues,
  Indicators,
  Recomputations,
  StoredIndicator,
  WatchFinding,
  WatchFindings,
} from './indicators.ports';
import { calendarOf } from './officeCalendar';
import type { Channel, Clock, Organisation, Reminders } from './ports';
import { watchMessage } from './watchMessage';
import { draftPlan } from '../domain/indicators/watch/draftPlan';

/** Launches a draft cycle; the same `commandId` again answers as the first time. */
export type LaunchDraft = (
  input: LaunchCycle,
  by: Standing,
  commandId: string,
) => Promise<
  { readonly ok: true; readonly cycle: { readonly id: string } } | { readonly ok: false; readonly refusal: Refusal }
>;
export type WatchDeps = {
  readonly indicators: Indicators;
  readonly keptValues: KeptValues;
  readonly recomputations: Recomputations;
  readonly watchFindings: WatchFindings;
  readonly organisation: Organisation;
  readonly reminders: Reminders;
  readonly channels: readonly Channel[];
  readonly launchDraft: LaunchDraft;
  readonly clock: Clock;
};
export type WatchActivities = ReturnType<typeof watchActivities>;

const HEARTBEAT_MS = 2_000;
/** More than any series has. */
const VALUES_READ = 1_000_000;

/** What the watch asks the world to do. */
export function watchActivities(deps: WatchDeps) {
  const { indicators, keptValues, recomputations, watchFindings, organisation, clock } = deps;
  return {
    /**
     * Looks at the indicators whose values a recomputation changed. A new episode is put down first, then a draft cycle
     * is launched for it, then its owner is told; each step has a key, so that whoever repeats them after a crash does
     * only what was not done. An episode that goes on is not told again.
     */
    async watchRecomputed({ id }: { readonly id: string }): Promise<{ readonly told: number }> {
      const heart = setInterval(() => Context.current().heartbeat(), HEARTBEAT_MS);
      try {
        let told = 0;
        for (const indicator of await recomputations.watching(id)) {
          const stored = await indicators.get(indicator);
          if (stored !== undefined) told += await watch(stored);
        }
        await recomputations.discard(id);
        return { told };
      } finally {
        clearInterval(heart);
      }
    },
  };

  async function watch(stored: StoredIndicator): Promise<number> {
    const definition = stored.definitions.at(-1)?.definition;
    if (definition?.watch === undefined || definition.retired === true) return 0;
    const values = await keptValues.find({ indicators: [stored.id], limit: VALUES_READ });
    let told = 0;
    for (const unit of new Set(values.map((value) => value.unit))) {
      const series = values.filter((value) => value.unit === unit);
      const { timeZone } = await calendarOf(organisation, { unit, procedure: '' });
      const current = periodOfDay(localDateOf(clock.now(), timeZone), definition.frequency);
      for (const finding of findingsOf({ definition, series, current })) {
        const episode = await episodeOf(finding, stored.id, unit);
        if (episode.told === undefined) told += await follow(episode, finding, stored);
      }
    }
    return told;
  }

  /** The episode on record that the finding belongs to; a new one is put down. */
  async function episodeOf(
    { kind, since, until, words }: Finding,
    indicator: string,
    unit: string,
  ): Promise<WatchFinding> {
    const known = await watchFindings.find({ indicator, units: [unit] });
    const same = known.find((one) => isSameEpisode(one, { kind, since, until }));
    if (same === undefined) {
      const opened = { indicator, unit, kind, since, until, words, foundAt: clock.now() };
      await watchFindings.open(opened);
      return opened;
    }
    if (until > same.until) await watchFindings.note(same, { until });
    return same;
  }

  /** Launches the draft and tells the owner; answers how many were told. */
  async function follow(episode: WatchFinding, finding: Finding, stored: StoredIndicator): Promise<number> {
    const version = stored.definitions.at(-1);
    if (version === undefined) return 0;
    const owner = version.definition.owner ?? version.by;
    const cycle = episode.cycle === undefined ? await drafted(episode, finding, { stored, owner }) : episode;
    await watchFindings.note(episode, {
      ...(cycle.cycle !== undefined && { cycle: cycle.cycle, opened: cycle.opened === true }),
    });
    const [person] = await organisation.peopleById([owner]);
    if (person !== undefined)
      await deps.reminders.record([watchMessage({ ...episode, ...cycle }, person, deps.channels)]);
    await watchFindings.note(episode, { told: { person: owner, at: clock.now() } });
    return person === undefined ? 0 : 1;
  }

  async function drafted(
    { indicator, unit, kind, since }: WatchFinding,
    finding: Finding,
    { stored, owner }: { readonly stored: StoredIndicator; readonly owner: string },
  ): Promise<Pick<WatchFinding, 'cycle' | 'opened'>> {
    const definition = stored.definitions.at(-1)?.definition;
    const { source, watch } = definition ?? {};
    const procedure = watch?.procedure ?? (source?.type === 'cases' ? source.procedure : undefined);
    const [person] = await organisation.peopleById([owner]);
    if (definition === undefined || procedure === undefined || person === undefined) return {};
    const by = { id: person.id, roles: person.roles, unit: person.unit };
    const commandId = ['watch', indicator, unit, kind, since].join('/');
    const whole = { procedure, unit, lead: owner, plan: draftPlan(indicator, definition, finding) };
    const first = await deps.launchDraft(whole, by, commandId);
    const bare = { ...whole, plan: { problem: whole.plan.problem ?? finding.words.vi } };
    const answer =
      first.ok || first.refusal.code === 'CYCLE_ALREADY_OPEN' ? first : await deps.launchDraft(bare, by, commandId);
    if (answer.ok) return { cycle: answer.cycle.id, opened: true };
    const open = answer.refusal.params?.['open'];
    return typeof open === 'string' ? { cycle: open, opened: false } : {};
  }
}
