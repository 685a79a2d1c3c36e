/** What is drawn: objectives in rows by perspective, the top first, and what is held to drive what. */
export type MapBox = { readonly key: string; readonly perspective: string; readonly name: string };
export type MapArrow = { readonly from: string; readonly to: string };
export type Placed<B extends MapBox = MapBox> = {
  readonly box: B;
  /** Upper left corner, in the units of the view box. */
  readonly x: number;
  readonly y: number;
  /** Counted over the whole drawing, from the top; rows of one perspective that does not fit in one count each. */
  readonly row: number;
};
export type Band = { readonly key: string; readonly y: number; readonly height: number };

export const WIDTH = 960;
export const BOX = { width: 196, height: 78 } as const;
const LEFT = 24;
const TITLE = 30;
const GAP = { x: 24, y: 20, band: 34 } as const;
const IN_ROW = 4;

const rowsOf = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / IN_ROW) }, (_none, at) => list.slice(at * IN_ROW, (at + 1) * IN_ROW));

/** Where everything stands. Perspectives without an objective keep a narrow band: it is seen that nothing is in them. */
export function layoutOf<B extends MapBox>(perspectives: readonly string[], boxes: readonly B[]) {
  const bands: Band[] = [];
  const placed: Placed<B>[] = [];
  let y = 0;
  let row = 0;
  for (const key of perspectives) {
    const rows = rowsOf(boxes.filter(({ perspective }) => perspective === key));
    const height = TITLE + Math.max(rows.length, 0.3) * (BOX.height + GAP.y);
    rows.forEach((list, at) => {
      const left = LEFT + (WIDTH - 2 * LEFT - list.length * BOX.width - (list.length - 1) * GAP.x) / 2;
      list.forEach((box, place) =>
        placed.push({
          ...{ box, row, x: left + place * (BOX.width + GAP.x) },
          y: y + TITLE + at * (BOX.height + GAP.y),
        }),
      );
      row += 1;
    });
    bands.push({ key, y, height });
    y += height + GAP.band;
  }
  return { bands, placed, height: Math.max(0, y - GAP.band) };
}

/** A curve from a box to the one it drives: from its upper edge where that one is above, else from a side. */
export function arrowPath(from: Placed, to: Placed): { readonly d: string; readonly mark: readonly [number, number] } {
  const [fromX, toX] = [from.x + BOX.width / 2, to.x + BOX.width / 2];
  if (from.row === to.row) return sideways(from, to);
  const up = to.row < from.row;
  const [y1, y2] = up ? [from.y, to.y + BOX.height + 4] : [from.y + BOX.height, to.y - 4];
  const middle = (y1 + y2) / 2;
  return {
    d: `M${fromX} ${y1} C${fromX} ${middle} ${toX} ${middle} ${toX} ${y2}`,
    mark: [(fromX + toX) / 2, middle],
  };
}

function sideways(from: Placed, to: Placed) {
  const right = to.x > from.x;
  const [x1, x2] = right ? [from.x + BOX.width, to.x - 4] : [from.x, to.x + BOX.width + 4];
  const [y, deep] = [from.y + BOX.height / 2, from.y + BOX.height + 16];
  const near = Math.abs(x2 - x1) <= GAP.x;
  const middle = (x1 + x2) / 2;
  if (near) return { d: `M${x1} ${y} L${x2} ${y}`, mark: [middle, y] as const };
  return { d: `M${x1} ${y} C${x1} ${deep} ${x2} ${deep} ${x2} ${y}`, mark: [middle, deep - 8] as const };
}

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';
export const isDirection = (key: string): key is Direction =>
  key === 'ArrowUp' || key === 'ArrowDown' || key === 'ArrowLeft' || key === 'ArrowRight';

/** The next box that way: beside it in its row, or the nearest of the row above or below; itself at the edges. */
export function neighbour<B extends MapBox>(placed: readonly Placed<B>[], key: string, way: Direction): string {
  const here = placed.find(({ box }) => box.key === key);
  if (here === undefined) return placed[0]?.box.key ?? key;
  const [dx, dy] = STEPS[way];
  const candidates = placed.filter(({ x, row }) =>
    dy === 0 ? row === here.row && (x - here.x) * dx > 0 : row === here.row + dy,
  );
  const nearest = candidates.toSorted((a, b) => Math.abs(a.x - here.x) - Math.abs(b.x - here.x))[0];
  return nearest?.box.key ?? key;
}
const STEPS: Readonly<Record<Direction, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

const LINE = 24;
const MOST_LINES = 3;
/** A name in lines that fit a box; full-width signs count double, and what does not fit is cut with a sign that says so. */
export function wrapped(name: string): readonly string[] {
  const wide = /[\u3000-\u9fff\uff00-\uffef]/;
  const widthOf = (text: string) => [...text].reduce((sum, sign) => sum + (wide.test(sign) ? 2 : 1), 0);
  const pieces = wide.test(name) ? [...name] : name.split(/(?<=\s)/);
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last + piece.trimEnd()) <= LINE) lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  const trimmed = lines.map((line) => line.trim());
  if (trimmed.length <= MOST_LINES) return trimmed;
  return [...trimmed.slice(0, MOST_LINES - 1), `${trimmed[MOST_LINES - 1] ?? ''} …`];
}
