import { memo, useEffect, useRef } from 'react';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { Link } from 'wouter';
import { useNames } from '../parts/names';
import { PhaseBadge } from '../parts/phase';
import { useWords } from '../words/words';
import { LineStanding } from './line';
import type { CycleLine } from './queries';

type ListProps = {
  readonly lines: readonly CycleLine[];
  readonly total: number;
  readonly more?: (() => void) | undefined;
};
const ROW_PX = 84;
/** So many lines before the end, the next page is asked for. */
const AHEAD = 60;

/** Only the rows in sight stand in the page, however long the list; `more` is called near its end. */
export function CycleList({ lines, total, more }: ListProps) {
  const { say } = useWords();
  const names = useNames();
  const frame = useRef<HTMLDivElement>(null);
  /* eslint-disable react-hooks/refs -- where the list begins is measured anew each time: what stands above it comes and goes */
  const rows = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => ROW_PX,
    overscan: 12,
    scrollMargin: frame.current?.offsetTop ?? 0,
    getItemKey: (index) => lines[index]?.id ?? index,
  });
  const inSight = rows.getVirtualItems();
  const last = inSight.at(-1)?.index ?? 0;
  /* eslint-enable react-hooks/refs */
  useEffect(() => {
    if (last >= lines.length - AHEAD) more?.();
  }, [last, lines.length, more]);
  return (
    <div
      ref={frame}
      role="list"
      aria-label={say('nav.cycles')}
      className="rows"
      style={{ height: rows.getTotalSize() }}
    >
      {inSight.map(({ index, start, key }) => {
        const line = lines[index];
        if (line === undefined) return null;
        const top = start - rows.options.scrollMargin;
        return (
          <div
            key={key}
            ref={rows.measureElement}
            data-index={index}
            role="listitem"
            aria-setsize={total}
            aria-posinset={index + 1}
            className="row"
            style={{ transform: `translateY(${top}px)` }}
          >
            <Row line={line} unit={names.unit(line.unit)} procedure={names.procedure(line.procedure)} />
          </div>
        );
      })}
    </div>
  );
}

type RowProps = { readonly line: CycleLine; readonly unit: string; readonly procedure: string };
const Row = memo(function Row({ line, unit, procedure }: RowProps) {
  const { say } = useWords();
  return (
    <div className="row-in">
      <div className="row-main">
        <Link href={`/cycles/${encodeURIComponent(line.id)}`}>{line.title}</Link>
        <p className="hint">
          {unit} · {procedure} · {say('cycle.no', { no: line.no })}
        </p>
      </div>
      <PhaseBadge phase={line.phase} />
      <span className="row-when">
        <LineStanding line={line} />
      </span>
    </div>
  );
});
