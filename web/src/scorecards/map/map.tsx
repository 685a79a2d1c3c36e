import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useScorecardWords } from '../../words/scorecards';
import { STATUS_SIGNS } from '../signs';
import type { Rating } from '../signs';
import { arrowPath, BOX, isDirection, layoutOf, neighbour, WIDTH, wrapped } from './layout';
import type { MapArrow, MapBox, Placed } from './layout';

export const EVIDENCE = ['supports', 'together', 'contradicts', 'none', 'too-few'] as const;
export type Evidence = (typeof EVIDENCE)[number];
export type ObjectiveBox = MapBox & { readonly status: Rating | undefined; readonly score: string };
export type LinkArrow = MapArrow & { readonly evidence: Evidence | undefined };
type Props = {
  readonly perspectives: readonly { readonly key: string; readonly name: string }[];
  readonly boxes: readonly ObjectiveBox[];
  readonly arrows: readonly LinkArrow[];
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
};

/** The strategy map: objectives by perspective, what is held to drive what. Arrow keys go from box to box, Enter opens one. */
export function StrategyMap({ perspectives, boxes, arrows, chosen, onChoose }: Props) {
  const word = useScorecardWords();
  const { bands, placed, height } = layoutOf(
    perspectives.map(({ key }) => key),
    boxes,
  );
  const head = useId();
  const [focused, setFocused] = useState<string>();
  const drawing = useRef<SVGSVGElement>(null);
  const inTab = focused ?? chosen ?? placed[0]?.box.key;
  const go = (event: KeyboardEvent, key: string) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return onChoose(key);
    }
    if (!isDirection(event.key)) return undefined;
    event.preventDefault();
    const next = neighbour(placed, key, event.key);
    setFocused(next);
    drawing.current?.querySelector<SVGGElement>(`[data-box="${next}"]`)?.focus();
    return undefined;
  };
  return (
    <div className="strategy-map">
      <p className="hint" id={`${head}-how`}>
        {word('sc.mapHow')}
      </p>
      <div className="scroll">
        <svg
          ref={drawing}
          viewBox={`0 0 ${WIDTH} ${height}`}
          role="group"
          aria-label={word('sc.map')}
          aria-describedby={`${head}-how`}
        >
          <Heads id={head} />
          {bands.map(({ key, y, height: tall }) => (
            <g key={key}>
              <rect className="band" x={0} y={y} width={WIDTH} height={tall} rx={8} />
              <text className="band-name" x={16} y={y + 20}>
                {perspectives.find((one) => one.key === key)?.name}
              </text>
            </g>
          ))}
          {arrows.map((arrow, at) => (
            <Arrow key={at} {...{ arrow, at, placed, head }} lit={arrow.from === chosen || arrow.to === chosen} />
          ))}
          {placed.map((one) => (
            <Box
              key={one.box.key}
              one={one}
              chosen={one.box.key === chosen}
              inTab={one.box.key === inTab}
              onFocus={() => setFocused(one.box.key)}
              onChoose={() => onChoose(one.box.key)}
              onKey={(event) => go(event, one.box.key)}
            />
          ))}
        </svg>
      </div>
      <ul className="legend">
        {EVIDENCE.map((evidence) => (
          <li key={evidence}>
            <svg viewBox="0 0 40 10" aria-hidden="true">
              <line className={`arrow ${evidence}`} x1={0} y1={5} x2={40} y2={5} />
            </svg>{' '}
            {word(`sc.evidence.${evidence}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

const Heads = ({ id }: { readonly id: string }) => (
  <defs>
    <marker id={id} viewBox="0 0 8 8" refX={6} refY={4} markerWidth={7} markerHeight={7} orient="auto">
      <path className="arrow-head" d="M0 0L8 4L0 8z" />
    </marker>
  </defs>
);

type ArrowProps = {
  readonly arrow: LinkArrow;
  readonly at: number;
  readonly placed: readonly Placed[];
  readonly head: string;
  readonly lit: boolean;
};
/** Numbered as in the list below the drawing. */
function Arrow({ arrow, at, placed, head, lit }: ArrowProps) {
  const from = placed.find(({ box }) => box.key === arrow.from);
  const to = placed.find(({ box }) => box.key === arrow.to);
  if (from === undefined || to === undefined) return null;
  const { d, mark } = arrowPath(from, to);
  return (
    <g className={lit ? 'link lit' : 'link'} aria-hidden="true">
      <path className={`arrow ${arrow.evidence ?? ''}`} d={d} markerEnd={`url(#${head})`} />
      <circle className="mark" cx={mark[0]} cy={mark[1]} r={10} />
      <text className="mark-no" x={mark[0]} y={mark[1] + 4} textAnchor="middle">
        {at + 1}
      </text>
    </g>
  );
}

type BoxProps = {
  readonly one: Placed<ObjectiveBox>;
  readonly chosen: boolean;
  readonly inTab: boolean;
  readonly onFocus: () => void;
  readonly onChoose: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
};
function Box({ one: { box, x, y }, chosen, inTab, onFocus, onChoose, onKey }: BoxProps) {
  const word = useScorecardWords();
  const status = box.status === undefined ? word('sc.noStatus') : word(`sc.status.${box.status}`);
  return (
    <g
      className={`objective ${box.status ?? 'unrated'}`}
      role="button"
      tabIndex={inTab ? 0 : -1}
      data-box={box.key}
      aria-pressed={chosen}
      onClick={onChoose}
      onFocus={onFocus}
      onKeyDown={onKey}
    >
      <rect x={x} y={y} width={BOX.width} height={BOX.height} rx={8} />
      {wrapped(box.name).map((line, at) => (
        <text key={at} x={x + BOX.width / 2} y={y + 18 + at * 16} textAnchor="middle">
          {`${line} `}
        </text>
      ))}
      <text className="rating" x={x + BOX.width / 2} y={y + BOX.height - 8} textAnchor="middle">
        {[box.status === undefined ? '○' : STATUS_SIGNS[box.status], status, '·', box.score].join(' ')}
      </text>
    </g>
  );
}
