import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { inPieces, readWith } from './support';

/** Anything XML can hold, without blanks around it, which are not kept. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((value) =>
    value
      .replace(/[\p{Cc}\p{Cn}\p{Cs}]/gu, '')
      .trim()
      .normalize('NFC'),
  )
  .filter((value) => value !== '');
const awkward = fc.constantFrom('a & b', '<event>', '"', "'", ']]>', 'a\nb', 'a\tb', '__proto__', '&amp;', '-->');
const value = fc.oneof(text, awkward);
const traces = fc.uniqueArray(
  fc.record({
    id: value,
    unit: value,
    steps: fc.array(fc.record({ activity: value, ms: fc.integer({ min: 0, max: 4e12 }) }), {
      minLength: 1,
      maxLength: 5,
    }),
    noise: fc.nat({ max: 4 }),
  }),
  { minLength: 1, maxLength: 6, selector: ({ id }) => id },
);
type Trace = {
  readonly id: string;
  readonly unit: string;
  readonly steps: readonly { activity: string; ms: number }[];
  readonly noise: number;
};

describe('any cases, written as an event log', () => {
  it('are the same cases when read, whatever is nested between them and wherever the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(traces, fc.integer({ min: 1, max: 64 }), async (written, pieces) => {
        const bytes = inPieces(logOf(written), pieces);
        const { cases, errors } = await readWith('application/xes+xml', bytes, { unit: 'unit' });
        expect(errors).toEqual([]);
        expect([...cases.values()].map(({ id, unit, steps }) => ({ id, unit, steps })).sort(byId)).toEqual(
          written.map(expected).sort(byId),
        );
      }),
      { numRuns: 200 },
    );
  });
});

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

function expected({ id, unit, steps }: Trace) {
  const sorted = [...steps].sort((a, b) => a.ms - b.ms);
  return { id, unit, steps: sorted.map(({ activity, ms }) => ({ activity, at: new Date(ms).toISOString() })) };
}

function logOf(written: readonly Trace[]): string {
  const traceOf = ({ id, unit, steps, noise }: Trace): string => {
    const events = steps.map(
      ({ activity, ms }) =>
        `<event>${attribute('concept:name', activity, noiseOf(noise))}<date key="time:timestamp" value="${new Date(ms).toISOString()}"/></event>`,
    );
    return `<trace>${attribute('unit', unit, noiseOf(noise))}${attribute('concept:name', id, '')}${events.join('\n')}</trace>`;
  };
  return `<log>${noiseOf(2)}${written.map(traceOf).join('')}</log>`;
}

/** Attributes nested `depth` deep, with keys that would mislead a reader who took them for the case's own. */
function noiseOf(depth: number): string {
  return depth === 0
    ? ''
    : `<!-- <trace> --><list key="l"><values>${attribute('concept:name', 'noise', noiseOf(depth - 1))}</values></list>`;
}

function attribute(key: string, text: string, inside: string): string {
  const escaped = text.replace(/[&<>"'\n\t\r]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<string key="${key}" value="${escaped}">${inside}</string>`;
}
