import { ACTION_WORDS } from '../../../src/domain/access/words';
import { useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { paths } from '../api/schema';
import type { Session } from '../api/session';
import { useAllPeople } from '../organisation/documents';
import { useAddress } from '../parts/address';
import { Choice } from '../parts/choices';
import { useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { PageTitle } from '../shell';
import { JOURNAL_WORDS, useJournalWords } from '../words/journal';
import type { JournalWord } from '../words/journal';
import { useWords } from '../words/words';

type Items<Path extends '/v1/sign-ins' | '/v1/refusals'> =
  paths[Path]['get']['responses'][200]['content']['application/json']['items'];
const READERS: readonly string[] = ['administrator', 'auditor'];
const JOURNALS = ['sign-ins', 'refusals'] as const;
const AT_ONCE = 50;

/** Who signed in and who was refused what, newest first. */
export default function Journal({ session: { person: reader } }: { readonly session: Session }) {
  const say = useJournalWords();
  const may = reader.roles.some((role) => READERS.includes(role));
  return (
    <>
      <PageTitle>{say('title')}</PageTitle>
      <p className="lead">{say('what')}</p>
      {may ? <Chosen /> : <p className="note">{say('mayNot')}</p>}
    </>
  );
}

function Chosen() {
  const say = useJournalWords();
  const [search, set] = useAddress();
  const { data: people = [] } = useAllPeople();
  const person = search.get('person') ?? '';
  const which = search.get('journal') === 'refusals' ? 'refusals' : 'sign-ins';
  const Shown = which === 'refusals' ? Refusals : SignIns;
  return (
    <>
      <search className="filters">
        <Choice
          label={say('which')}
          value={which}
          onChange={(value) => set('journal', value)}
          options={JOURNALS.map((one) => ({ value: one, text: say(`which.${one}`) }))}
        />
        <Choice
          label={say('person')}
          value={person}
          empty={say('everybody')}
          onChange={(value) => set('person', value)}
          options={people.map(({ id, name }) => ({ value: id, text: name }))}
        />
      </search>
      <Shown key={person} person={person} />
    </>
  );
}

const asked = (person: string, cursor: string | undefined) => ({
  params: { query: { limit: AT_ONCE, ...(person !== '' && { person }), ...(cursor !== undefined && { cursor }) } },
});
const BEGIN = { initialPageParam: undefined as string | undefined };

function SignIns({ person }: { readonly person: string }) {
  const list = useInfiniteQuery({
    ...BEGIN,
    queryKey: ['journal', 'sign-ins', person],
    queryFn: ({ pageParam }) => answer(api.GET('/v1/sign-ins', asked(person, pageParam))),
    getNextPageParam: ({ next }) => next,
  });
  const items = list.data?.pages.flatMap((page) => page.items);
  return (
    <Pages list={list} count={items?.length} heads={['when', 'person', 'event', 'by', 'address']}>
      {items?.map((one, place) => (
        <SignInRow key={place} event={one} />
      ))}
    </Pages>
  );
}

function SignInRow({ event }: { readonly event: Items<'/v1/sign-ins'>[number] }) {
  const say = useJournalWords();
  const { format } = useWords();
  const names = useNames();
  const { at, person, outcome, method, by, address } = event;
  return (
    <tr>
      <td className="whole">{format.moment(at)}</td>
      <td>{person === undefined ? say('unknown') : names.person(person)}</td>
      <td className="remark">
        {say(`outcome.${outcome}`)}
        {method !== undefined && ` (${say(`method.${method}`)})`}
      </td>
      <td>{by !== undefined && names.person(by)}</td>
      <td>{address}</td>
    </tr>
  );
}

function Refusals({ person }: { readonly person: string }) {
  const list = useInfiniteQuery({
    ...BEGIN,
    queryKey: ['journal', 'refusals', person],
    queryFn: ({ pageParam }) => answer(api.GET('/v1/refusals', asked(person, pageParam))),
    getNextPageParam: ({ next }) => next,
  });
  const items = list.data?.pages.flatMap((page) => page.items);
  return (
    <Pages list={list} count={items?.length} heads={['when', 'person', 'reason', 'asked', 'unit', 'count', 'address']}>
      {items?.map((one, place) => (
        <RefusalRow key={place} event={one} />
      ))}
    </Pages>
  );
}

function RefusalRow({ event }: { readonly event: Items<'/v1/refusals'>[number] }) {
  const say = useJournalWords();
  const { format, of } = useWords();
  const names = useNames();
  const { at, person, code, action, route, path, unit, count, address } = event;
  const word = `code.${code}`;
  return (
    <tr>
      <td className="whole">{format.moment(at)}</td>
      <td>{person === undefined ? say('stranger') : names.person(person)}</td>
      <td className="remark">{isWord(word) ? say(word) : code}</td>
      <td>
        {isAction(action) ? of(ACTION_WORDS[action]) : route}
        <p className="hint path">{path}</p>
      </td>
      <td>{unit !== undefined && names.unit(unit)}</td>
      <td className="number">{format.number(count)}</td>
      <td>{address}</td>
    </tr>
  );
}

const isAction = (action: string | undefined): action is keyof typeof ACTION_WORDS =>
  action !== undefined && Object.hasOwn(ACTION_WORDS, action);
const isWord = (word: string): word is JournalWord => word in JOURNAL_WORDS.en;

type List = {
  readonly error: Error | null;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
};
type PagesProps = {
  readonly list: List;
  /** Rows that are there; missing: not known yet. */
  readonly count: number | undefined;
  readonly heads: readonly JournalWord[];
  readonly children: React.ReactNode;
};
function Pages({ list, count, heads, children }: PagesProps) {
  const say = useJournalWords();
  if (list.error !== null) return <ProblemNote error={list.error} />;
  if (count === undefined) return <Waiting />;
  if (count === 0) return <p className="card empty">{say('none')}</p>;
  return (
    <>
      <div className="scroll" tabIndex={0} role="region" aria-label={say('title')}>
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th scope="col" key={head} {...(head === 'count' && { className: 'number' })}>
                  {say(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
      {list.hasNextPage && (
        <button type="button" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {say('more')}
        </button>
      )}
    </>
  );
}
