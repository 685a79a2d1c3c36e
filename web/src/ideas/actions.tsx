import { useState } from 'react';
import { useLocation } from 'wouter';
import type { IdeaCommand } from '../../../src/domain/ideas/idea.schema';
import { useKeyed } from '../api/keyed';
import { useSession } from '../api/session';
import { useMay } from '../indicators/may';
import { ProblemNote } from '../parts/notes';
import { draftKey } from '../plan/draft';
import { useIdeaWords } from '../words/ideas';
import { OrderForm } from './orderForm';
import type { Asked } from './orderForm';
import { launchOf, useIdeaCommand } from './queries';
import type { IdeaShown } from './queries';

const OPEN = ['new', 'taken-up', 'later'];

/** What this reader may do with the idea now; nothing else is shown. */
export function Actions({ idea }: { readonly idea: IdeaShown }) {
  const word = useIdeaWords();
  const may = useMay(idea.unit);
  const [asked, setAsked] = useState<Asked>();
  const [error, setError] = useState<unknown>(null);
  const keyed = useKeyed();
  const command = useIdeaCommand(idea.id);
  const launch = useLaunching(idea.id, setError);
  const { status, me } = idea;
  const open = OPEN.includes(status);
  const mayAsk: Readonly<Record<Asked, boolean>> = {
    AnswerIdea: me.mayAnswer && (status === 'new' || status === 'later' || status === 'declined'),
    LinkCycle: me.mayAnswer && open,
    NoteSpread: me.mayAnswer && status === 'taken-up',
    ReviseIdea: me.proposed && (status === 'new' || status === 'later'),
    CommentIdea: may('idea.propose') && (open || status === 'declined'),
    WithdrawIdea: me.proposed && (open || status === 'declined'),
  };
  const order = (body: IdeaCommand) =>
    keyed(body, (key) => command.mutateAsync({ body, key })).then(() => setError(null), setError);
  const support = me.supports ? ('TakeBackSupport' as const) : ('SupportIdea' as const);
  return (
    <>
      <div className="buttons">
        {may('idea.propose') && open && !me.contributed && (
          <button type="button" className={me.supports ? '' : 'main'} onClick={() => void order({ type: support })}>
            {word(`id.do.${support}`)}
          </button>
        )}
        {(['AnswerIdea', 'CommentIdea', 'ReviseIdea', 'LinkCycle', 'NoteSpread', 'WithdrawIdea'] as const)
          .filter((type) => mayAsk[type])
          .map((type) => (
            <button key={type} type="button" onClick={() => setAsked(type)}>
              {word(`id.do.${type}`)}
            </button>
          ))}
        {me.mayAnswer && open && may('cycle.launch') && (
          <button type="button" onClick={launch}>
            {word('id.launch')}
          </button>
        )}
      </div>
      {error !== null && <ProblemNote error={error} />}
      {asked !== undefined && <OrderForm idea={idea} type={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

/** Opens the page of a new plan with what the idea says; the plan is launched there, and then linked here. */
function useLaunching(id: string, failed: (error: unknown) => void) {
  const [, go] = useLocation();
  const { session, last } = useSession();
  const person = (session ?? last)?.person.id;
  return () =>
    void launchOf(id).then(({ launch: { procedure = '', title = '', plan } }) => {
      const value = { procedure, title, plan };
      localStorage.setItem(draftKey(person, 'launch'), JSON.stringify({ at: new Date().toISOString(), value }));
      go('/launch');
    }, failed);
}
