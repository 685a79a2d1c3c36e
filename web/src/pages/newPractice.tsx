import { Link, useLocation, useSearchParams } from 'wouter';
import { useCycle, useUnits } from '../api/queries';
import type { CycleView } from '../api/queries';
import { useUnitsWhere } from '../indicators/may';
import { ProblemNote, Waiting } from '../parts/notes';
import { PracticeForm } from '../packs/practiceForm';
import type { Begun } from '../packs/practiceForm';
import { practiceHref } from '../packs/queries';
import { PageTitle } from '../shell';
import { usePackWords } from '../words/packs';

/** A practice of the office's own. `?cycle=`: what a closed cycle showed, filled in. */
export default function NewPractice() {
  const told = usePackWords();
  const [search] = useSearchParams();
  const { data: units } = useUnits();
  const may = useUnitsWhere('practice.edit').length > 0;
  const cycle = search.get('cycle');
  return (
    <>
      <p>
        <Link href="/practices">{told('practice.back')}</Link>
      </p>
      <PageTitle>{told('practices.new')}</PageTitle>
      {units === undefined && <Waiting />}
      {units !== undefined && !may && <p className="note warn">{told('practice.mayNot')}</p>}
      {may && (cycle === null ? <Form begun={{}} /> : <FromCycle id={cycle} />)}
    </>
  );
}

function Form({ begun }: { readonly begun: Begun }) {
  const [, go] = useLocation();
  return (
    <PracticeForm
      begun={begun}
      onClose={(stored) => go(stored === undefined ? '/practices' : practiceHref(stored.id))}
    />
  );
}

function FromCycle({ id }: { readonly id: string }) {
  const told = usePackWords();
  const { data: cycle, error } = useCycle(id);
  const { data: units = [] } = useUnits();
  if (error !== null) return <ProblemNote error={error} />;
  if (cycle === undefined) return <Waiting />;
  const unit = units.find((one) => one.id === cycle.unit)?.name ?? cycle.unit;
  return (
    <>
      <p className="note">{told('practice.fromCycle', { title: cycle.title })}</p>
      <Form begun={begunFrom(cycle, unit)} />
    </>
  );
}

/** What the cycle says of each part of a practice; the rest is left to who writes it. */
function begunFrom(cycle: CycleView, unitName: string): Begun {
  const { plan } = cycle;
  const reviews = 'reviews' in cycle ? cycle.reviews : [];
  const learnt = reviews.flatMap(({ predictionCompared, learning }) => [predictionCompared, ...learning]);
  const weak = reviews.flatMap(({ weaknesses }) => weaknesses);
  const causes = plan.causes?.map((cause) => `– ${cause}`) ?? [];
  return {
    title: cycle.title,
    where: unitName,
    context: [plan.problem ?? '', ...causes].join('\n').trim(),
    change: (plan.countermeasures ?? []).map(({ title }) => `– ${title}`).join('\n'),
    result: learnt.join('\n'),
    strength: plan.pilot?.control === undefined ? 'before-after' : 'controlled',
    checkBefore: weak.length > 0 ? [...weak] : [''],
    source: [cycle.id],
    tags: [],
    unit: cycle.unit,
    cycle: cycle.id,
  };
}
