import { describe, expect, it } from '@jest/globals';
import { ScorecardEdit } from '../../../src/domain/scorecards/scorecard.schema';
import {
  bodyOf,
  freshDraft,
  freshObjective,
  moved,
  nextKey,
  withoutObjective,
  withPreset,
  withText,
} from '../../../web/src/scorecards/edit/draft';
import { PRESETS } from '../../../web/src/scorecards/edit/presets';

const fresh = { ...freshDraft('office', 'lead'), name: 'Bảng điểm', perspectives: [...PRESETS.public] };
const typed = { id: '', version: 0, definition: fresh, validFrom: '', reason: '' };

describe('a scorecard while it is written', () => {
  it('begins with what the API takes, from either preset', () => {
    for (const preset of [PRESETS.public, PRESETS.classic])
      expect(
        ScorecardEdit.parse(bodyOf({ ...typed, definition: { ...fresh, perspectives: [...preset] } })),
      ).toBeDefined();
  });

  it('has the mission on top in the public sector, and the four of the book otherwise', () => {
    expect(PRESETS.public[0]?.key).toBe('mission');
    expect(PRESETS.classic.map(({ key }) => key)).toEqual(['finance', 'customers', 'processes', 'learning']);
  });

  it('leaves out what is empty, and sends the day and the reason where they are given', () => {
    const body = bodyOf({ ...typed, validFrom: '2027-01-01', reason: ' vì vậy ' });
    expect(body).toMatchObject({ validFrom: '2027-01-01', reason: 'vì vậy', name: 'Bảng điểm' });
    expect(body).not.toHaveProperty('initiatives');
    expect(bodyOf(typed)).not.toHaveProperty('validFrom');
  });

  it('keeps perspectives with objectives when a preset is chosen', () => {
    const objective = freshObjective(fresh, 'mission');
    const { perspectives = [] } = withPreset({ ...fresh, objectives: [objective] }, PRESETS.classic);
    expect(perspectives.map(({ key }) => key)).toEqual(['finance', 'customers', 'processes', 'learning', 'mission']);
  });

  it('takes away with an objective what hangs on it', () => {
    const objectives = [freshObjective(fresh, 'mission'), { ...freshObjective(fresh, 'citizens'), key: 'o2' }];
    const draft = {
      ...{ ...fresh, objectives },
      initiatives: [{ key: 'i1', objective: 'o1', name: 'x' }],
      links: [{ from: 'o2', to: 'o1' }],
    };
    expect(withoutObjective(draft, 'o1')).toEqual({ objectives: [objectives[1]], initiatives: [], links: [] });
  });

  it('gives keys that none has, and moves within the list only', () => {
    expect(nextKey('o', [{ key: 'o1' }, { key: 'o3' }])).toBe('o4');
    expect(nextKey('o', [{ key: 'o2' }])).toBe('o3');
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  });

  it('changes the text of one language and keeps the others', () => {
    expect(withText({ vi: 'một', en: 'one' }, 'vi', 'hai')).toEqual({ vi: 'hai', en: 'one' });
    expect(withText('một', 'vi', 'hai')).toBe('hai');
  });
});
