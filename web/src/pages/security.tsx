import { useState } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../api/client';
import type { Session } from '../api/session';
import { ProblemNote } from '../parts/notes';
import { useWords } from '../words/words';
import { Entry } from './signIn';

type FormProps = {
  readonly send: (form: FormData) => Promise<void>;
  readonly button: string;
  readonly children?: ReactNode;
};

/** A small form that says what was refused. */
export function SmallForm({ send, button, children }: FormProps) {
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const carryOut = async (form: HTMLFormElement) => {
    setBusy(true);
    setError(undefined);
    try {
      await send(new FormData(form));
      form.reset();
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void carryOut(event.currentTarget);
      }}
    >
      {children}
      {error !== undefined && <ProblemNote error={error} />}
      <button type="submit" disabled={busy}>
        {button}
      </button>
    </form>
  );
}

const textIn = (form: FormData, name: string): string => String(form.get(name) ?? '');

/** Password and second factor of who is signed in. */
export function Security({ session }: { readonly session: Session }) {
  return (
    <>
      <Password />
      <SecondFactor on={session.secondFactor === true} />
    </>
  );
}

function Password() {
  const { say } = useWords();
  const queries = useQueryClient();
  const [done, setDone] = useState(false);
  const send = async (form: FormData) => {
    const current = textIn(form, 'current');
    await call('PUT', '/v1/me/password', {
      password: textIn(form, 'password'),
      ...(current !== '' && { current }),
    });
    await queries.invalidateQueries({ queryKey: ['session'] });
    setDone(true);
  };
  return (
    <section className="card narrow">
      <h2>{say('security.password')}</h2>
      <SmallForm send={send} button={say('security.change')}>
        <Entry
          name="current"
          label={say('security.current')}
          hint={say('security.currentHint')}
          type="password"
          complete="current-password"
          optional
        />
        <Entry
          name="password"
          label={say('welcome.password')}
          hint={say('welcome.hint')}
          type="password"
          complete="new-password"
        />
      </SmallForm>
      <div role="status">{done && <p className="note good">{say('security.changed')}</p>}</div>
    </section>
  );
}

type Begun = { readonly secret: string; readonly otpauth: string };

function SecondFactor({ on }: { readonly on: boolean }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const [begun, setBegun] = useState<Begun>();
  const [codes, setCodes] = useState<readonly string[]>();
  const renewed = () => queries.invalidateQueries({ queryKey: ['session'] });
  const begin = async () => setBegun(await call<Begun>('POST', '/v1/me/second-factor'));
  const confirm = async (form: FormData) => {
    const answered = await call<{ recoveryCodes: string[] }>('POST', '/v1/me/second-factor/confirm', {
      code: textIn(form, 'code'),
    });
    setCodes(answered.recoveryCodes);
    setBegun(undefined);
    await renewed();
  };
  const off = async (form: FormData) => {
    await call('DELETE', '/v1/me/second-factor', { password: textIn(form, 'off-password') });
    setCodes(undefined);
    await renewed();
  };
  return (
    <section className="card narrow">
      <h2>{say('security.factor')}</h2>
      <p>{say(on ? 'security.factorOn' : 'security.factorOff')}</p>
      {codes !== undefined && (
        <div className="note" role="status">
          <p>{say('security.codes')}</p>
          <ul>
            {codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
      {!on && begun === undefined && <SmallForm send={begin} button={say('security.begin')} />}
      {begun !== undefined && (
        <SmallForm send={confirm} button={say('security.confirm')}>
          <p>{say('security.secret')}</p>
          <p>
            <code className="said">{begun.secret}</code>
          </p>
          <p>
            <a href={begun.otpauth}>{say('security.openApp')}</a>
          </p>
          <Entry name="code" label={say('signIn.code')} complete="one-time-code" />
        </SmallForm>
      )}
      {on && (
        <SmallForm send={off} button={say('security.turnOff')}>
          <Entry name="off-password" label={say('signIn.password')} type="password" complete="current-password" />
        </SmallForm>
      )}
    </section>
  );
}
