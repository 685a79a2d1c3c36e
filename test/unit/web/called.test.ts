import { describe, expect, it } from '@jest/globals';
import { called } from '../../../web/src/indicators/called';

const names = new Map([
  ['licence-days', 'Days to a licence'],
  ['kh-dpi', 'Department of Planning'],
  ['unit', 'A unit of that name'],
]);
const nameOf = (id: string) => names.get(id);

describe('a sentence of the engine about indicators', () => {
  it('calls them and their units by name', () => {
    const sentence = 'There is no figure of licence-days (unit kh-dpi, period 2026-03).';
    expect(called(sentence, nameOf)).toBe(
      'There is no figure of “Days to a licence” (unit “Department of Planning”, period 2026-03).',
    );
    expect(called('licence-days の数値（部署 kh-dpi、期間 2026-03）がありません。', nameOf)).toBe(
      '“Days to a licence” の数値（部署 “Department of Planning”、期間 2026-03）がありません。',
    );
  });
  it('is the name alone where it is nothing but an id', () => {
    expect(called('licence-days', nameOf)).toBe('Days to a licence');
  });
  it('leaves ids that are part of longer ones, and what nobody has named', () => {
    expect(called('licence-days-2 ÷ x', nameOf)).toBe('licence-days-2 ÷ x');
  });
});
