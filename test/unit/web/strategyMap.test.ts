import { describe, expect, it } from '@jest/globals';
import { arrowPath, BOX, layoutOf, neighbour, WIDTH, wrapped } from '../../../web/src/scorecards/map/layout';

const box = (key: string, perspective: string) => ({ key, perspective, name: key });
const BOXES = [box('trust', 'mission'), box('fast', 'citizens'), box('clear', 'citizens'), box('skills', 'learning')];
const { bands, placed, height } = layoutOf(['mission', 'citizens', 'learning'], BOXES);
const at = (key: string) => {
  const one = placed.find(({ box: { key: its } }) => its === key);
  if (one === undefined) throw new Error(key);
  return one;
};

describe('the strategy map', () => {
  it('draws perspectives in their order, the top first, each objective within its own', () => {
    expect(bands.map(({ key }) => key)).toEqual(['mission', 'citizens', 'learning']);
    for (const { box: its, y } of placed) {
      const band = bands.find(({ key }) => key === its.perspective);
      expect(band).toBeDefined();
      expect(y).toBeGreaterThan(band?.y ?? 0);
      expect(y + BOX.height).toBeLessThan((band?.y ?? 0) + (band?.height ?? 0));
    }
    expect(height).toBe((bands.at(-1)?.y ?? 0) + (bands.at(-1)?.height ?? 0));
  });

  it('puts more objectives than fit beside each other into rows, none outside the drawing and none over another', () => {
    const many = Array.from({ length: 11 }, (_none, no) => box(`o${no}`, 'p'));
    const drawn = layoutOf(['p'], many).placed;
    expect(Math.max(...drawn.map(({ row }) => row))).toBe(2);
    for (const { x } of drawn) expect(x >= 0 && x + BOX.width <= WIDTH).toBe(true);
    const places = new Set(drawn.map(({ x, y }) => `${x} ${y}`));
    expect(places.size).toBe(11);
  });

  it('keeps the place of a perspective without an objective', () => {
    expect(layoutOf(['a', 'empty', 'b'], [box('x', 'a'), box('y', 'b')]).bands).toHaveLength(3);
  });

  it('is walked by the arrow keys, over rows to the nearest box, and stands still at its edges', () => {
    expect(neighbour(placed, 'fast', 'ArrowRight')).toBe('clear');
    expect(neighbour(placed, 'clear', 'ArrowLeft')).toBe('fast');
    expect(neighbour(placed, 'clear', 'ArrowRight')).toBe('clear');
    expect(neighbour(placed, 'trust', 'ArrowUp')).toBe('trust');
    expect(neighbour(placed, 'clear', 'ArrowDown')).toBe('skills');
    expect(neighbour(placed, neighbour(placed, 'skills', 'ArrowUp'), 'ArrowUp')).toBe('trust');
    expect(neighbour(placed, 'gone', 'ArrowUp')).toBe('trust');
  });

  it('draws what drives from its upper edge to the lower edge of what it drives', () => {
    const { d } = arrowPath(at('skills'), at('fast'));
    expect(d.startsWith(`M${at('skills').x + BOX.width / 2} ${at('skills').y} `)).toBe(true);
    expect(d.endsWith(` ${at('fast').y + BOX.height + 4}`)).toBe(true);
    expect(arrowPath(at('fast'), at('clear')).d).toContain('L');
  });

  it('breaks long names into lines, in languages without spaces too, and says where it cuts', () => {
    expect(wrapped('Ngắn')).toEqual(['Ngắn']);
    expect(wrapped('Rút ngắn thời gian giải quyết hồ sơ cấp phép').length).toBe(2);
    const japanese = wrapped('窓口での手続を分かりやすく短くして住民の満足度を高め続けることを目指す取り組み');
    expect(japanese).toHaveLength(3);
    expect(japanese.at(-1)?.endsWith('…')).toBe(true);
  });
});
