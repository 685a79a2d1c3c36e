import { useQuery } from '@tanstack/react-query';
import type { CauseAndEffect, Initiative } from '../../../../src/domain/scorecards/scorecard.schema';
import { call } from '../../api/client';
import { usePeople } from '../../api/queries';
import { nameIn } from '../../indicators/names';
import { NumberEntry, SelectEntry, TextEntry } from '../../plan/fields';
import { useScorecardWords } from '../../words/scorecards';
import { useWords } from '../../words/words';
import { nextKey } from './draft';
import type { PartProps } from './draft';
import { NamedEntry } from './named';
import { Tools } from './tools';

type Named = { readonly id: string; readonly name?: unknown; readonly title?: string };
/** What may carry an initiative; an empty list where the reader may not see them. */
function useCarriers() {
  const ask = async (path: string) => (await call<{ items: readonly Named[] }>('GET', `${path}?limit=200`)).items;
  const programmes = useQuery({
    queryKey: ['programmes', 'names'],
    queryFn: () => ask('/v1/programmes').catch(() => []),
  });
  const cycles = useQuery({ queryKey: ['cycles', 'names'], queryFn: () => ask('/v1/cycles').catch(() => []) });
  return { programmes: programmes.data ?? [], cycles: cycles.data ?? [] };
}

const useObjectiveOptions = (draft: PartProps['draft']) => {
  const { language } = useWords();
  return draft.objectives.map(({ key, name }) => ({ value: key, text: nameIn(name, language) || key }));
};

/** What is done to reach the objectives. */
export function Initiatives({ draft, set }: PartProps) {
  const { language } = useWords();
  const word = useScorecardWords();
  const first = draft.objectives[0];
  const { initiatives } = draft;
  const put = (at: number, change: Partial<Initiative>) =>
    set({ initiatives: initiatives.map((one, place) => (place === at ? { ...one, ...change } : one)) });
  return (
    <fieldset>
      <legend>{word('sc.initiatives')}</legend>
      <p className="hint">{word('sc.initiativesHint')}</p>
      <ol className="edited">
        {initiatives.map((one, at) => {
          const name = nameIn(one.name, language) || word('sc.initiativeNo', { no: at + 1 });
          return (
            <li key={one.key}>
              <div className="edited-head">
                <strong>{name}</strong>
                <Tools
                  {...{ name, index: at, last: initiatives.length - 1 }}
                  remove={() => set({ initiatives: initiatives.filter(({ key }) => key !== one.key) })}
                />
              </div>
              <OneInitiative {...{ draft, one, at }} put={(change) => put(at, change)} />
            </li>
          );
        })}
      </ol>
      {first === undefined ? (
        <p className="hint">{word('sc.objectivesFirst')}</p>
      ) : (
        <button
          type="button"
          onClick={() =>
            set({ initiatives: [...initiatives, { key: nextKey('i', initiatives), objective: first.key, name: '' }] })
          }
        >
          {word('sc.addInitiative')}
        </button>
      )}
    </fieldset>
  );
}

type OneProps = {
  readonly draft: PartProps['draft'];
  readonly one: Initiative;
  readonly at: number;
  readonly put: (change: Partial<Initiative>) => void;
};
function OneInitiative({ draft, one, at, put }: OneProps) {
  const { language } = useWords();
  const word = useScorecardWords();
  const { data: people = [] } = usePeople();
  const { programmes, cycles } = useCarriers();
  const objectives = useObjectiveOptions(draft);
  const here = `/initiatives/${at}`;
  const carriers = (list: readonly Named[]) =>
    list.map(({ id, name, title }) => ({ value: id, text: title ?? (nameIn(name, language) || id) }));
  return (
    <>
      <NamedEntry
        label={word('sc.initiative')}
        at={`${here}/name`}
        value={one.name}
        onChange={(name) => put({ name })}
      />
      <div className="pair">
        <SelectEntry
          label={word('sc.objective')}
          at={`${here}/objective`}
          value={one.objective}
          options={objectives}
          onChange={(objective) => put({ objective })}
        />
        <SelectEntry
          label={word('sc.owner')}
          at={`${here}/owner`}
          value={one.owner}
          empty={word('sc.nobody')}
          options={people.map(({ id, name }) => ({ value: id, text: name }))}
          onChange={(owner) => put({ owner })}
        />
        <TextEntry
          label={word('sc.due')}
          at={`${here}/due`}
          kind="date"
          value={one.due}
          onChange={(due) => put({ due })}
        />
        <SelectEntry
          label={word('sc.programme')}
          at={`${here}/programme`}
          value={one.programme}
          empty={word('sc.noneChosen')}
          options={carriers(programmes)}
          onChange={(programme) => put({ programme })}
        />
        <SelectEntry
          label={word('sc.cycle')}
          at={`${here}/cycle`}
          value={one.cycle}
          empty={word('sc.noneChosen')}
          options={carriers(cycles)}
          onChange={(cycle) => put({ cycle })}
        />
      </div>
    </>
  );
}

/** Which objective is held to drive which. */
export function Links({ draft, set }: PartProps) {
  const word = useScorecardWords();
  const objectives = useObjectiveOptions(draft);
  const [first, second] = draft.objectives;
  const put = (at: number, change: Partial<CauseAndEffect>) =>
    set({ links: draft.links.map((one, place) => (place === at ? { ...one, ...change } : one)) });
  return (
    <fieldset id="at-links" tabIndex={-1}>
      <legend>{word('sc.links')}</legend>
      <p className="hint">{word('sc.linksHint')}</p>
      <ol className="edited">
        {draft.links.map((link, at) => (
          <li key={at}>
            <div className="pair">
              <SelectEntry
                label={word('sc.linkFrom')}
                at={`/links/${at}/from`}
                value={link.from}
                options={objectives}
                onChange={(from) => put(at, { from })}
              />
              <SelectEntry
                label={word('sc.linkTo')}
                at={`/links/${at}/to`}
                value={link.to}
                options={objectives}
                onChange={(to) => put(at, { to })}
              />
              <NumberEntry
                label={word('sc.lag')}
                hint={word('sc.lagHint')}
                at={`/links/${at}/lag`}
                value={link.lag}
                onChange={(lag) => put(at, { lag })}
              />
            </div>
            <NamedEntry
              label={word('sc.why')}
              at={`/links/${at}/why`}
              value={link.why}
              onChange={(why) => put(at, { why })}
            />
            <Tools
              {...{ name: word('sc.linkNo', { no: at + 1 }), index: at, last: draft.links.length - 1 }}
              remove={() => set({ links: draft.links.filter((_one, place) => place !== at) })}
            />
          </li>
        ))}
      </ol>
      {first !== undefined && second !== undefined ? (
        <button type="button" onClick={() => set({ links: [...draft.links, { from: second.key, to: first.key }] })}>
          {word('sc.addLink')}
        </button>
      ) : (
        <p className="hint">{word('sc.twoObjectivesFirst')}</p>
      )}
    </fieldset>
  );
}
