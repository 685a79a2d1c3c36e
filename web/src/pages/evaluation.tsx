import { Redirect } from 'wouter';
import { useMyEvaluations } from '../evaluations/queries';
import { Sheet } from '../evaluations/sheet';
import { Waiting } from '../parts/notes';
import { PageTitle } from '../shell';
import { useEvaluationWords } from '../words/evaluations';
import '../styles/evaluations.css';

/** Somebody else's evaluation; one's own stands in one's work. */
export default function EvaluationPage({ id }: { readonly id: string }) {
  const word = useEvaluationWords();
  const { data, isPending } = useMyEvaluations();
  if (isPending) return <Waiting />;
  if (data?.some((one) => one.id === id))
    return <Redirect to={`/my-work?evaluation=${encodeURIComponent(id)}`} replace />;
  return (
    <>
      <PageTitle>{word('ev.one')}</PageTitle>
      <Sheet id={id} />
    </>
  );
}
