import '../styles/guide.css';
import { useLocation, useSearchParams } from 'wouter';
import type { Person } from '../api/session';
import { ChooseStep } from '../guide/chooseStep';
import { FileStep } from '../guide/fileStep';
import { FoundStep } from '../guide/foundStep';
import { PlanStep } from '../guide/planStep';
import { skipGuide } from '../guide/state';
import { FRESH, reachable, STEPS } from '../guide/steps';
import type { GuideDraft, Step } from '../guide/steps';
import { useDraft } from '../plan/draft';
import { EXAMPLE_PROCEDURE } from '../plan/example';
import { Restored } from '../plan/restored';
import { PageTitle } from '../shell';
import { useGuideWords } from '../words/guide';

/** From a file of cases, or the made-up data, to a launched cycle. */
export default function FirstRun({ person }: { readonly person: Person }) {
  const tell = useGuideWords();
  const draft = useDraft<GuideDraft>('first-run', FRESH);
  const [search, setSearch] = useSearchParams();
  const [, go] = useLocation();
  const asked = STEPS.find((one) => one === search.get('step')) ?? (draft.restoredAt === undefined ? 'choose' : 'plan');
  const step = reachable(asked, draft.value);
  const to = (next: Step) => setSearch({ step: next });
  const set = (change: Partial<GuideDraft>) => draft.change({ ...draft.value, ...change });
  const choose = (way: 'own' | 'made') => {
    set(way === 'made' ? { way, procedure: EXAMPLE_PROCEDURE } : { ...FRESH, way, procedure: undefined });
    to(way === 'made' ? 'found' : 'file');
  };
  return (
    <>
      <PageTitle
        aside={
          <button
            type="button"
            title={tell('guide.skipHint')}
            onClick={() => {
              skipGuide();
              go('/');
            }}
          >
            {tell('guide.skip')}
          </button>
        }
      >
        {tell('guide.title')}
      </PageTitle>
      <p className="lead">{tell('guide.what')}</p>
      <Restored draft={draft} />
      <Progress step={step} draft={draft.value} to={to} />
      {step === 'choose' && <ChooseStep person={person} choose={choose} />}
      {step === 'file' && (
        <FileStep
          person={person}
          procedure={draft.value.procedure}
          choose={(procedure) => set({ procedure, improve: undefined })}
          next={() => to('found')}
        />
      )}
      {step === 'found' && (
        <FoundStep
          procedure={draft.value.procedure ?? ''}
          improve={draft.value.improve}
          pick={(improve) => set({ improve })}
          next={() => to('plan')}
          back={draft.value.way === 'own' ? () => to('file') : undefined}
        />
      )}
      {step === 'plan' && <PlanStep person={person} draft={draft.value} change={set} forget={() => draft.forget()} />}
    </>
  );
}

type ProgressProps = { readonly step: Step; readonly draft: GuideDraft; readonly to: (step: Step) => void };

function Progress({ step, draft, to }: ProgressProps) {
  const tell = useGuideWords();
  return (
    <nav aria-label={tell('guide.steps')}>
      <ol className="guide-steps">
        {STEPS.filter((one) => one !== 'file' || draft.way !== 'made').map((one, index) => (
          <li key={one} {...(one === step && { 'aria-current': 'step' as const })}>
            <button
              type="button"
              className="quiet"
              disabled={one !== step && reachable(one, draft) !== one}
              onClick={() => to(one)}
            >
              {index + 1}. {tell(`guide.step.${one}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
