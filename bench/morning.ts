import { createHash } from 'node:crypto';
import type { DocumentKind, DocumentOf } from '../src/activities/ports';
import { VIETNAM } from '../src/domain/calendar/vietnam';
import { duesOf } from '../src/domain/cycle/dues';
import type { CycleEvent } from '../src/domain/cycle/events';
import type { Cycle } from '../src/domain/cycle/state';
import type { Person } from '../src/domain/organisation/organisation.schema';
import { hashOf } from '../src/domain/shared/chain';
import type { Stores } from '../src/worker/stores';

const MINUTE_MS = 60_000;
const PEOPLE_AT_ONCE = 16;
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const before = (ms: number): string => new Date(Date.now() - ms).toISOString();

/**
 * An office with a round every second, and this many cycles in Check whose review is due now, with a reviewer each.
 * Written through the stores as the engine writes it.
 */
export async function aMorning({ organisation, events }: Stores, cycles: number): Promise<void> {
  const put = async <K extends DocumentKind>(kind: K, value: DocumentOf[K]): Promise<void> => {
    const edited = await organisation.put(kind, value, { by: 'administrator' });
    if (!edited.ok) throw new Error(`${kind}: ${JSON.stringify(edited)}`);
  };
  const office = { rounds: { everySeconds: 1 }, reminderPolicy: 'now' };
  await put('calendar', VIETNAM);
  await put('reminderPolicy', { id: 'now', name: 'now', steps: [{ duration: 'PT0S', level: 0 }] });
  await put('unit', { id: 'office', name: 'Office', office });
  await put('procedure', { id: 'licence', name: 'Licence', unit: 'office' });
  const all = Array.from({ length: cycles }, (_, i) => i + 1);
  for (let start = 0; start < cycles; start += PEOPLE_AT_ONCE)
    await Promise.all(
      all.slice(start, start + PEOPLE_AT_ONCE).map(async (no) => {
        const person = {
          id: `p${no}`,
          name: `P${no}`,
          unit: 'office',
          roles: ['reviewer'],
          language: 'vi',
        } satisfies Person;
        await organisation.people.put(person, 'administrator');
        const { launched, cycle } = owing(no);
        const link = { stream: cycle.id, sequence: 1, commandId: 'bench', previous: '', event: launched };
        await events.appendCycle(
          [{ ...link, hash: hashOf(link, digest) }],
          cycle,
          duesOf(cycle, () => ''),
        );
      }),
    );
}

/** A cycle in Check, and the event it began with. */
function owing(no: number): { readonly launched: CycleEvent; readonly cycle: Cycle } {
  const common = { id: `office~licence~${no}`, unit: 'office', procedure: 'licence', no, stage: 1 };
  const about = { title: `Licence ${no}`, lead: `p${no}` };
  const plan = {
    problem: 'Licences take three weeks',
    causes: ['Files come in incomplete'],
    aim: { text: 'Half of the files within five days', indicator: 'median', by: '2030-12-31' },
    indicators: [{ key: 'median', aggregation: 'median', role: 'outcome', prediction: { atMost: 6 }, target: 5 }],
    countermeasures: [],
    pilot: { scope: 'Counter 1', smallScale: true },
    do: 'P3M',
    reviewers: [`p${no}`],
  } satisfies Extract<Cycle, { phase: 'check' }>['plan'];
  const at = before(10 * MINUTE_MS);
  const due = before(MINUTE_MS);
  const launched: CycleEvent = { type: 'CycleLaunched', at, by: `p${no}`, ...common, ...about, plan };
  const approved = { approvedBy: 'head', approvedAt: at, progress: {}, deviations: [], launchedAt: at, authors: [] };
  const checked = { checkOpenedAt: at, checks: [], reviews: [] };
  const reviewDue = { at: due, basis: { kind: 'fixed', at: due } } as const;
  return { launched, cycle: { ...common, ...about, plan, ...approved, ...checked, phase: 'check', reviewDue } };
}
