import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Readable } from 'node:stream';
import type { NotedChange } from '../../../src/activities/changes.ports';
import { keyAt } from '../../../src/activities/changes.ports';
import type { Hub, Listener } from '../../../src/api/live/hub';
import { eventsOf, eventStream, HEARTBEAT_MS } from '../../../src/api/live/stream';
import { ProblemError } from '../../../src/api/problems/problem';
import type { Standing } from '../../../src/domain/access/policy';
import { mayHear } from '../../../src/domain/live/change';
import type { Change } from '../../../src/domain/live/change';

const UNITS = [
  { id: 'province', name: 'Province' },
  { id: 'office', name: 'Office', parent: 'province' },
  { id: 'health', name: 'Health', parent: 'province' },
];
const officer = (unit: string, over: Partial<Standing> = {}): Standing => ({
  id: 'p',
  roles: ['officer'],
  unit,
  ...over,
});
const CYCLE: Change = {
  kind: 'cycle',
  id: 'c',
  version: 3,
  audience: { action: 'cycle.read', units: ['office'], ties: { lead: ['lan'], reviewer: ['chi'] } },
};
const noted = (change: Change, at: number): NotedChange => ({ ...change, key: `${keyAt(at)}-x` });

describe('who hears of a change', () => {
  it('is whoever may read the thing where it lies, or by a tie, or for somebody absent', () => {
    expect(mayHear(officer('office'), CYCLE, UNITS)).toBe(true);
    expect(mayHear(officer('health'), CYCLE, UNITS)).toBe(false);
    expect(mayHear(officer('health', { id: 'chi' }), CYCLE, UNITS)).toBe(true);
    expect(mayHear(officer('health', { standsInFor: ['lan'] }), CYCLE, UNITS)).toBe(true);
    expect(mayHear(officer('office', { roles: ['citizen'], id: 'lan' }), CYCLE, UNITS)).toBe(false);
  });

  it('is of a message its reader alone, whatever the role of others', () => {
    const message: Change = { kind: 'message', id: 'm', audience: { person: 'lan' } };
    expect(mayHear(officer('office', { id: 'lan' }), message, UNITS)).toBe(true);
    expect(mayHear(officer('office', { roles: ['administrator'], standsInFor: ['lan'] }), message, UNITS)).toBe(false);
  });
});

describe('what is written', () => {
  it('is the last of several changes of one thing, in the order in which they happened', () => {
    const other: Change = { kind: 'survey', id: 's', audience: { person: 'p' } };
    const text = eventsOf([noted(CYCLE, 1), noted(other, 2), noted({ ...CYCLE, version: 4 }, 3)]);
    expect(text).toBe(
      `id: ${keyAt(2)}-x\nevent: changed\ndata: {"kind":"survey","id":"s"}\n\n` +
        `id: ${keyAt(3)}-x\nevent: changed\ndata: {"kind":"cycle","id":"c","version":4}\n\n`,
    );
  });
});

describe('a stream', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  function opened(standingNow: () => Promise<Standing>) {
    const listeners: Listener[] = [];
    const hub: Hub = {
      join: async (listener) => {
        listeners.push(listener);
        return () => void listeners.splice(listeners.indexOf(listener), 1);
      },
    };
    const stream = eventStream({ hub, standing: officer('office'), standingNow, lastEventId: undefined, now: 0 });
    return { stream, listeners, text: () => String((stream.read() as Buffer | null) ?? '') };
  }
  const closed = (stream: Readable) => new Promise<void>((resolve) => stream.once('close', () => resolve()));

  it('says at every heartbeat that it is there, and goes by who the person is then', async () => {
    const { stream, listeners, text } = opened(async () => officer('health'));
    listeners[0]?.tell([noted(CYCLE, 1)], UNITS);
    expect(text()).toContain('"kind":"cycle"');
    await jest.advanceTimersByTimeAsync(HEARTBEAT_MS);
    listeners[0]?.tell([noted(CYCLE, 2)], UNITS);
    expect(text()).toBe(': still here\n\n');
    stream.destroy();
  });

  it('ends when the person is not signed in any more, and leaves', async () => {
    const { stream, listeners } = opened(async () => Promise.reject(new ProblemError('NOT_SIGNED_IN')));
    stream.resume();
    const ended = closed(stream);
    await jest.advanceTimersByTimeAsync(HEARTBEAT_MS);
    await ended;
    await jest.advanceTimersByTimeAsync(0);
    expect(listeners).toEqual([]);
  });

  it('stays when it cannot be found out who the person is', async () => {
    const { stream } = opened(async () => Promise.reject(new Error('the database is away')));
    await jest.advanceTimersByTimeAsync(HEARTBEAT_MS);
    expect(stream.destroyed).toBe(false);
    stream.destroy();
  });

  it('is dropped when nobody reads it', async () => {
    const { stream, listeners } = opened(async () => officer('office'));
    const many = Array.from({ length: 10_000 }, (_, i) => noted({ ...CYCLE, id: `c${i}` }, i));
    listeners[0]?.tell(many, UNITS);
    listeners[0]?.tell(many, UNITS);
    expect(stream.destroyed).toBe(true);
  });
});
