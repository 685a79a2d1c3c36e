import { useEffect, useRef } from 'react';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { Link } from 'wouter';
import type { CycleView } from '../api/queries';
import { useWords } from '../words/words';
import { useNames } from './names';
import { PhaseBadge, Standing } from './phase';

type ListProps = { readonly cycles: readonly CycleView[]; readonly more?: (() => void) | undefined };
const ROW_PX = 84;

/** Only the rows in sight stand in the page, however long the list; `more` is called near its end. */
export function CycleList({ cycles, more }: ListProps) {
  const { say } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const rows = useWindowVirtualizer({
    count: cycles.length,
    estimateSize: () => ROW_PX,
    overscan: 12,
    scrollMargin: frame.current?.offsetTop ?? 0,
    getItemKey: (index) => cycles[index]?.id ?? index,
  });
  const inSight = rows.getVirtualItems();
  const last = inSight.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= cycles.length - 30) more?.();
  }, [last, cycles.length, more]);
  return (
    <div
      ref={frame}
      role="list"
      aria-label={say('nav.cycles')}
      className="rows"
      style={{ height: rows.getTotalSize() }}
    >
      {inSight.map(({ index, start, key }) => {
        const cycle = cycles[index];
        if (cycle === undefined) return null;
        const top = start - rows.options.scrollMargin;
        return (
          <div
            key={key}
            ref={rows.measureElement}
            data-index={index}
            role="listitem"
            aria-setsize={cycles.length}
            aria-posinset={index + 1}
            className="row"
            style={{ transform: `translateY(${top}px)` }}
          >
            <Row cycle={cycle} />
          </div>
        );
      })}
    </div>
  );
}

function Row({ cycle }: { readonly cycle: CycleView }) {
  const { say } = useWords();
  const names = useNames();
  return (
    <div className="row-in">
      <div className="row-main">
        <Link href={`/cycles/${encodeURIComponent(cycle.id)}`}>{cycle.title}</Link>
        <p className="hint">
          {names.unit(cycle.unit)} · {names.procedure(cycle.procedure)} · {say('cycle.no', { no: cycle.no })}
        </p>
      </div>
      <PhaseBadge phase={cycle.phase} />
      <span className="row-when">
        <Standing cycle={cycle} />
      </span>
    </div>
  );
}
