import { Link } from 'wouter';
import type { CycleView } from '../api/queries';
import { useMay } from '../indicators/may';
import { useTemplatesWords } from '../words/templates';

/** The way from a closed cycle to the practice library, for who may put it there. */
export function ShareAsPractice({ cycle }: { readonly cycle: CycleView }) {
  const tpl = useTemplatesWords();
  const may = useMay(cycle.unit);
  if (cycle.phase !== 'closed' || !may('practice.edit')) return null;
  return (
    <p>
      <Link href={`/new-practice?cycle=${encodeURIComponent(cycle.id)}`}>{tpl('tpl.share')}</Link>
    </p>
  );
}
