import { useState } from 'react';
import { call } from '../api/client';
import { Once } from '../organisation/inviteDialog';
import { download } from '../parts/download';
import { Entry } from '../pages/signIn';
import { useAccountWords } from '../words/account';
import { useWords } from '../words/words';
import { QrCode } from './qrCode';
import { useAccountChanged } from './queries';
import { SmallForm } from './smallForm';
import { textIn } from '../parts/formText';

type Begun = { readonly secret: string; readonly otpauth: string };

/** A code of an app beside the password: set up by a picture or a key, and turned off again. */
export function SecondFactor({ on, login }: { readonly on: boolean; readonly login: string }) {
  const { say } = useWords();
  const changed = useAccountChanged();
  const [begun, setBegun] = useState<Begun>();
  const [codes, setCodes] = useState<readonly string[]>();
  const begin = async () => setBegun(await call<Begun>('POST', '/v1/me/second-factor'));
  const confirm = async (form: FormData) => {
    const body = { code: textIn(form, 'code') };
    const { recoveryCodes } = await call<{ recoveryCodes: string[] }>('POST', '/v1/me/second-factor/confirm', body);
    setCodes(recoveryCodes);
    setBegun(undefined);
    await changed();
  };
  const off = async (form: FormData) => {
    await call('DELETE', '/v1/me/second-factor', { password: textIn(form, 'off-password') });
    setCodes(undefined);
    await changed();
  };
  return (
    <section className="card narrow">
      <h2>{say('security.factor')}</h2>
      <p>{say(on ? 'security.factorOn' : 'security.factorOff')}</p>
      {codes !== undefined && <Codes codes={codes} login={login} done={() => setCodes(undefined)} />}
      {!on && begun === undefined && <SmallForm send={begin} button={say('security.begin')} />}
      {begun !== undefined && (
        <SmallForm send={confirm} button={say('security.confirm')}>
          <Key begun={begun} />
          <Entry name="code" label={say('signIn.code')} complete="one-time-code" />
        </SmallForm>
      )}
      {on && codes === undefined && (
        <SmallForm send={off} button={say('security.turnOff')}>
          <Entry name="off-password" label={say('signIn.password')} type="password" complete="current-password" />
        </SmallForm>
      )}
    </section>
  );
}

function Key({ begun: { secret, otpauth } }: { readonly begun: Begun }) {
  const { say } = useWords();
  const tell = useAccountWords();
  return (
    <>
      <p>{tell('account.scan')}</p>
      <QrCode text={otpauth} label={tell('account.qr')} />
      <Once label={tell('account.key')} text={secret} />
      <p>
        <a href={otpauth}>{say('security.openApp')}</a>
      </p>
    </>
  );
}

type CodesProps = { readonly codes: readonly string[]; readonly login: string; readonly done: () => void };

/** Shown this once: to be copied, saved or printed. */
function Codes({ codes, login, done }: CodesProps) {
  const { say } = useWords();
  const tell = useAccountWords();
  const [copied, setCopied] = useState(false);
  const text = [tell('account.codesHead', { login }), ...codes].join('\n');
  return (
    <div className="note" role="status">
      <h3>{tell('account.codes')}</h3>
      <p>{say('security.codes')}</p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="buttons">
        <button
          type="button"
          onClick={() =>
            void navigator.clipboard?.writeText(text).then(
              () => setCopied(true),
              () => undefined,
            )
          }
        >
          {say(copied ? 'org.copied' : 'org.copy')}
        </button>
        <button type="button" onClick={() => download(tell('account.codesFile'), text, 'text/plain')}>
          {tell('account.download')}
        </button>
        <button type="button" onClick={() => print()}>
          {tell('account.print')}
        </button>
        <button type="button" className="main" onClick={done}>
          {tell('account.kept')}
        </button>
      </div>
    </div>
  );
}
