import { useState } from 'react';
import { csvOf } from '../../../src/domain/shared/csv';
import { useUnitsWhere } from '../indicators/may';
import { Line, SaveLine } from '../organisation/fields';
import { Choice } from '../parts/choices';
import { Ask } from '../parts/dialog';
import { download } from '../parts/download';
import { useBuildWords } from '../words/surveyBuild';
import { useWords } from '../words/words';
import { nameIn } from '../indicators/names';
import { useLinks } from './queries';
import type { SurveyView } from './queries';
import { QrCode } from './qr';
import '../styles/surveys.css';
import { textIn } from '../parts/formText';

const whole = (address: string): string => new URL(address, location.origin).href;

/** The public address: to copy, to send, as a QR code where anybody may answer by it. */
export function PublicAddress({ survey }: { readonly survey: SurveyView }) {
  const { say, language } = useWords();
  const word = useBuildWords();
  const address = whole(survey.address);
  const { openLink, title } = survey.definition;
  const mail = new URLSearchParams({ subject: nameIn(title, language), body: word('mailText', { address }) });
  return (
    <div>
      <p>
        {say('survey.address')}: <a href={survey.address}>{address}</a> <Copy text={address} />
      </p>
      {openLink && survey.phase !== 'draft' && (
        <>
          <p>
            <a href={`mailto:?${mail.toString().replaceAll('+', '%20')}`}>{word('sendMail')}</a>
          </p>
          <details>
            <summary>{word('qr')}</summary>
            <QrCode text={address} label={word('qrOpen')} />
          </details>
        </>
      )}
    </div>
  );
}

function Copy({ text, label }: { readonly text: string; readonly label?: string }) {
  const word = useBuildWords();
  const [done, setDone] = useState(false);
  return (
    <>
      <button
        type="button"
        className="link"
        aria-label={label}
        onClick={() => void navigator.clipboard.writeText(text).then(() => setDone(true))}
      >
        {word('copyLink')}
      </button>
      <span role="status">{done ? ` ${word('copied')}` : ''}</span>
    </>
  );
}

/** Makes links, each good for one answer, and shows them this once. */
export function LinksDialog({ survey, onClose }: { readonly survey: SurveyView; readonly onClose: () => void }) {
  const { say } = useWords();
  const word = useBuildWords();
  const make = useLinks(survey.id);
  const units = useUnitsWhere('survey.edit', survey.unit);
  const [unit, setUnit] = useState(survey.unit);
  const send = async (form: FormData) => {
    const channel = textIn(form, 'channel').trim();
    const count = Number(form.get('count'));
    await make.mutateAsync({ count, unit, ...(channel !== '' && { channel }) }).catch(() => undefined);
  };
  return (
    <Ask title={say('survey.links')} onClose={onClose}>
      <p className="hint">{say('survey.linksWhat')}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send(new FormData(event.currentTarget));
        }}
      >
        <Line
          {...{ label: say('survey.linksCount'), name: 'count', type: 'number', min: 1, max: 5000, required: true }}
          defaultValue={100}
        />
        {units.length > 1 && <Choice label={word('linksFor')} value={unit} options={units} onChange={setUnit} />}
        <Line
          {...{ label: say('field.optional', { label: word('channel') }), hint: word('channelHint'), name: 'channel' }}
          pattern="[a-z0-9][a-z0-9\-]*"
          maxLength={40}
        />
        {make.data?.links !== undefined && (
          <Made id={survey.id} links={make.data.links.map(({ address }) => whole(address))} />
        )}
        <SaveLine error={make.error} busy={make.isPending} onClose={onClose} label={say('survey.links')} />
      </form>
    </Ask>
  );
}

const MOST_SHOWN = 200;

function Made({ id, links }: { readonly id: string; readonly links: readonly string[] }) {
  const { say } = useWords();
  const word = useBuildWords();
  const rows = () => csvOf([['no', 'link'], ...links.map((link, i) => [i + 1, link])]);
  return (
    <section className="note good">
      <p role="status">{say('survey.linksMade', { count: links.length })}</p>
      <p>{word('linksOnce')}</p>
      <div className="buttons">
        <button type="button" onClick={() => download(`${id}-links.csv`, rows())}>
          {word('linksFile')}
        </button>
        <button type="button" onClick={() => print()}>
          {word('linksPrint')}
        </button>
      </div>
      <ol className="link-list" tabIndex={0} aria-label={say('survey.links')}>
        {links.slice(0, MOST_SHOWN).map((link, i) => (
          <li key={link}>
            <span className="said">{link}</span>{' '}
            <Copy text={link} label={`${word('copyLink')}: ${word('link', { no: i + 1 })}`} />
          </li>
        ))}
      </ol>
      <ul className="link-cards">
        {links.map((link, i) => (
          <li key={link}>
            <QrCode text={link} label={word('link', { no: i + 1 })} />
            <p className="said">{link}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
