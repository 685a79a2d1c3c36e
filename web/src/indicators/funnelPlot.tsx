import { useId } from 'react';
import { funnelLimits } from '../../../src/domain/statistics/funnel';
import type { FunnelPlace } from '../../../src/domain/statistics/funnel';
import { scaleOf } from '../parts/plot';
import { useEditorWords } from '../words/indicatorEditor';
import type { Funnel, UnitAcross } from './acrossUnits';

const BOX = { width: 760, height: 340, left: 64, right: 24, top: 20, bottom: 44 };
const STEPS = 60;
const LIMITS = ['lowerFar', 'lowerNear', 'upperNear', 'upperFar'] as const;

/** Each unit by its size, and how far chance alone would carry it. */
export function FunnelPlot({ across, title }: { readonly across: Funnel; readonly title: string }) {
  const { say, format } = useEditorWords();
  const [heading, summary] = [useId(), useId()];
  const points = across.units.flatMap((one) => (one.limits === undefined ? [] : [one]));
  const count = (place: FunnelPlace) => points.filter(({ limits }) => limits?.place === place).length;
  const what = say('entry.denominator');
  return (
    <figure className="trend">
      <figcaption id={heading}>
        {title}: {format.period(across.period)}
      </figcaption>
      <div className="scroll" tabIndex={0} role="region" aria-label={title}>
        <Drawing across={across} points={points} labelledBy={`${heading} ${summary}`} />
      </div>
      <p className="hint" id={summary}>
        {say('ed.acrossSummary', { count: points.length, beyond: count('beyond'), near: count('near-limit') })}{' '}
        {say('ed.allTogether', { value: format.value(across.centre, across.unitOfMeasure) })}.
      </p>
      <p className="hint">{say('ed.funnelLegend', { what })}</p>
      {across.dispersion > 1.05 && (
        <p className="hint">{say('ed.dispersion', { times: format.number(across.dispersion) })}</p>
      )}
    </figure>
  );
}

type DrawingProps = {
  readonly across: Funnel;
  readonly points: readonly UnitAcross[];
  readonly labelledBy: string;
};
function Drawing({ across, points, labelledBy }: DrawingProps) {
  const { say, format } = useEditorWords();
  const { kind, per, centre, dispersion, unitOfMeasure } = across;
  const most = Math.max(...points.map(({ denominator = 0 }) => denominator)) * 1.05;
  const least = Math.min(...points.map(({ denominator = 0 }) => denominator)) * 0.6;
  const x = (n: number): number => BOX.left + (n / most) * (BOX.width - BOX.left - BOX.right);
  const mouth = { kind, centre: centre / per, dispersion };
  const places = Array.from({ length: STEPS + 1 }, (_none, at) => least + (at / STEPS) * (most - least));
  const curves = places.map((n) => ({ n, limits: funnelLimits(mouth, n) }));
  const marks = [
    ...points.flatMap(({ limits }) => (limits === undefined ? [] : [limits.value])),
    ...curves.flatMap(({ limits }) => [limits.lowerFar * per, limits.upperFar * per]),
  ];
  const scale = scaleOf(BOX, marks, 2);
  const counts = scaleOf(BOX, [0, most], 2).ticks.filter((one) => one <= most);
  const { y } = scale;
  const curve = (limit: (typeof LIMITS)[number]) =>
    curves.map(({ n, limits }, at) => `${at === 0 ? 'M' : 'L'}${x(n).toFixed(1)} ${y(limits[limit] * per).toFixed(1)}`);
  return (
    <svg className="chart wide" viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-labelledby={labelledBy}>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={BOX.left} x2={BOX.width - BOX.right} y1={y(tick)} y2={y(tick)} />
          <text x={BOX.left - 6} y={y(tick) + 4} textAnchor="end">
            {format.value(tick, unitOfMeasure)}
          </text>
        </g>
      ))}
      {counts.map((count) => (
        <text key={count} x={x(count)} y={BOX.height - 22} textAnchor="middle">
          {format.number(count)}
        </text>
      ))}
      <text x={BOX.width - BOX.right} y={BOX.height - 4} textAnchor="end">
        {say('entry.denominator')} →
      </text>
      {LIMITS.map((limit) => (
        <path key={limit} className={limit.endsWith('Near') ? 'limit inner' : 'limit'} d={curve(limit).join('')} />
      ))}
      <line className="middle" x1={BOX.left} x2={BOX.width - BOX.right} y1={y(centre)} y2={y(centre)} />
      {points.map((one) => (
        <Mark key={one.unit} one={one} x={x(one.denominator ?? 0)} y={y(one.limits?.value ?? 0)} unit={unitOfMeasure} />
      ))}
    </svg>
  );
}

type MarkProps = { readonly one: UnitAcross; readonly x: number; readonly y: number; readonly unit: string };
/** A unit beyond the outer limits is a square with its name: its form says it too, not only its colour. */
function Mark({ one: { name, limits, signal }, x, y, unit }: MarkProps) {
  const { say, format } = useEditorWords();
  if (limits === undefined) return null;
  const said = `${name}: ${format.value(limits.value, unit)}, ${say(`ed.place.${limits.place}`)}`;
  if (limits.place !== 'beyond')
    return (
      <circle className="dot" cx={x} cy={y} r={4}>
        <title>{said}</title>
      </circle>
    );
  const end = x > BOX.width / 2;
  return (
    <g>
      <rect className={signal === 'improvement' ? 'flag good-flag' : 'flag'} x={x - 6} y={y - 6} width={12} height={12}>
        <title>{said}</title>
      </rect>
      <text x={end ? x - 10 : x + 10} y={y + 4} textAnchor={end ? 'end' : 'start'}>
        {name}
      </text>
    </g>
  );
}
