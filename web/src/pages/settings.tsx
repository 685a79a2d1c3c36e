import { Link } from 'wouter';
import type { Session } from '../api/session';
import { LanguageChoice } from '../parts/languageChoice';
import { Invite } from './invite';
import { PageTitle } from '../shell';
import { useUnits } from '../api/queries';
import { usePrivacyWords } from '../words/privacy';
import { useSettingsWords } from '../words/settings';
import { useTrainingWords } from '../words/training';
import { useWords } from '../words/words';

const PLACES = [
  { to: '/settings/units', word: 'org.title' },
  { to: '/settings/calendars', word: 'calendar.title' },
  { to: '/settings/templates', word: 'templates.title' },
  { to: '/settings/terms', word: 'terms.title' },
  { to: '/settings/tokens', word: 'tokens.title' },
] as const;

/** Pages whose words travel with the settings. `for`: roles they are of use to; missing: all. */
const MORE = [
  { to: '/settings/procedures', word: 'procedures' },
  { to: '/settings/reminders', word: 'policies' },
  { to: '/schemes', word: 'schemes' },
  { to: '/settings/sources', word: 'sources', for: ['administrator', 'auditor', 'head-of-unit', 'improvement-lead'] },
  { to: '/settings/webhooks', word: 'webhooks', for: ['administrator', 'auditor'] },
  { to: '/settings/undelivered', word: 'undelivered', for: ['administrator', 'auditor'] },
  { to: '/settings/journal', word: 'journal', for: ['administrator', 'auditor'] },
] as const;

export default function Settings({ session }: { readonly session: Session }) {
  const { say, format } = useWords();
  const { data: units = [] } = useUnits();
  const told = useSettingsWords();
  const privacy = usePrivacyWords();
  const training = useTrainingWords();
  const { person, expiresAt } = session;
  const more = MORE.filter((one) => !('for' in one) || one.for.some((role) => person.roles.includes(role)));
  return (
    <>
      <PageTitle>{say('nav.settings')}</PageTitle>
      <section className="card narrow">
        <h2>{say('settings.more')}</h2>
        <ul>
          <li>
            <Link href="/settings/account">{say('settings.account')}</Link>
          </li>
          <li>
            <Link href="/first-run">{say('first.guide')}</Link>
          </li>
          <li>
            <Link href="/settings/privacy">{privacy('title')}</Link>
          </li>
          <li>
            <Link href="/training">{training('tr.title')}</Link>
          </li>
          {PLACES.map(({ to, word }) => (
            <li key={to}>
              <Link href={to}>{say(word)}</Link>
            </li>
          ))}
          {more.map(({ to, word }) => (
            <li key={to}>
              <Link href={to}>{told(word)}</Link>
            </li>
          ))}
        </ul>
      </section>
      <section className="card narrow">
        <h2>{say('settings.language')}</h2>
        <LanguageChoice />
      </section>
      <section className="card narrow">
        <h2>{say('settings.me')}</h2>
        <dl className="facts">
          <dt>{say('settings.name')}</dt>
          <dd>{person.name}</dd>
          <dt>{say('cycle.unit')}</dt>
          <dd>{units.find(({ id }) => id === person.unit)?.name ?? say('settings.noUnit')}</dd>
          <dt>{say('settings.roles')}</dt>
          <dd>{person.roles.map((role) => say(`role.${role}` as never)).join(', ')}</dd>
          {expiresAt !== undefined && (
            <>
              <dt>{say('settings.until')}</dt>
              <dd>{format.moment(expiresAt)}</dd>
            </>
          )}
        </dl>
      </section>
      {person.roles.includes('administrator') && <Invite />}
    </>
  );
}
