import { Problem } from '../api/client';
import type { Session } from '../api/session';
import { ProblemNote, Waiting } from '../parts/notes';
import { PageTitle } from '../shell';
import { WebhookCard } from '../webhooks/card';
import { AddWebhook } from '../webhooks/newWebhook';
import { useWebhooks } from '../webhooks/queries';
import { useWebhookWords } from '../words/webhooks';

/** Other systems that are told of what happens, and whether it reached them. */
export default function Webhooks({ session: { person } }: { readonly session: Session }) {
  const say = useWebhookWords();
  const { data, error } = useWebhooks();
  const may = person.roles.includes('administrator');
  const forbidden = error instanceof Problem && error.status === 403;
  return (
    <>
      <PageTitle>{say('title')}</PageTitle>
      <p className="lead">{say('what')}</p>
      {!may && <p className="hint">{say('mayNot')}</p>}
      {error !== null && !forbidden && <ProblemNote error={error} />}
      {data === undefined && error === null && <Waiting />}
      {data?.length === 0 && <p className="card empty">{say('none')}</p>}
      {data?.map((webhook) => (
        <WebhookCard key={webhook.id} webhook={webhook} may={may} />
      ))}
      {may && <AddWebhook />}
    </>
  );
}
