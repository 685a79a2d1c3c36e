import { useState } from 'react';
import { WEBHOOK_EVENTS } from '../../../src/domain/webhooks/events';
import { SmallForm } from '../account/smallForm';
import { call } from '../api/client';
import { textIn } from '../parts/formText';
import { useWebhookWords } from '../words/webhooks';
import { pathOf, useWebhookOrder } from './queries';
import type { NewWebhook } from './queries';

type Given = NewWebhook & { readonly id: string };

/** Who is told of what, and with which secret it is signed. */
export function AddWebhook() {
  const say = useWebhookWords();
  const [noEvent, setNoEvent] = useState(false);
  const { mutateAsync } = useWebhookOrder(({ id, ...webhook }: Given) =>
    call('PUT', pathOf(id), webhook, { 'If-None-Match': '*' }),
  );
  const send = async (form: FormData) => {
    const text = (name: string) => textIn(form, name).trim();
    const events = WEBHOOK_EVENTS.filter((event) => form.get(event) === 'on');
    setNoEvent(events.length === 0);
    if (events.length === 0) throw new Error(say('eventsNeeded'));
    const allowPrivate = form.get('inside') === 'on';
    const given = { id: text('id'), name: text('name'), url: text('url'), secret: text('secret'), events };
    await mutateAsync({ ...given, ...(allowPrivate && { allowPrivate }) });
  };
  return (
    <section className="card narrow">
      <h2>{say('add')}</h2>
      <SmallForm send={send} button={say('save')}>
        <Line name="id" hint={say('idHint')} pattern="[A-Za-z0-9][A-Za-z0-9._\-]{0,79}" />
        <Line name="name" />
        <Line name="url" type="url" />
        <fieldset {...(noEvent && { 'aria-invalid': true })}>
          <legend>{say('events')}</legend>
          {WEBHOOK_EVENTS.map((event) => (
            <label key={event} className="tick">
              <input name={event} type="checkbox" /> {say(`event.${event}`)}
            </label>
          ))}
        </fieldset>
        <Line name="secret" hint={say('secretHint')} initial="env:KAIRYO_SECRET_" />
        <label className="tick">
          <input name="inside" type="checkbox" /> {say('inside')}
        </label>
      </SmallForm>
    </section>
  );
}

type LineProps = {
  readonly name: 'id' | 'name' | 'url' | 'secret';
  readonly hint?: string;
  readonly type?: string;
  readonly pattern?: string;
  readonly initial?: string;
};

function Line({ name, hint, initial = '', ...rest }: LineProps) {
  const say = useWebhookWords();
  return (
    <label className="field">
      <span>{say(name)}</span>
      <input name={name} required maxLength={2000} defaultValue={initial} autoComplete="off" {...rest} />
      {hint !== undefined && <span className="hint">{hint}</span>}
    </label>
  );
}
