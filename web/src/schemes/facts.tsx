import { nameIn } from '../indicators/names';
import { Line, Tick } from '../organisation/fields';
import { useSchemeWords } from '../words/schemes';
import { useWords } from '../words/words';
import type { Facts } from './queries';

/** What the bench needs to know of a scheme; of one that is being written a number may be missing. */
export type Tryable = {
  readonly sections: readonly {
    readonly key: string;
    readonly name: unknown;
    readonly max: number | undefined;
    readonly of: { readonly type: string; readonly leaderFormula?: string | undefined };
  }[];
  readonly overrides: readonly { readonly key: string; readonly name: unknown }[];
  readonly bands: readonly { readonly key: string }[];
  readonly passing: string;
};
export type FactsProps = {
  readonly scheme: Tryable;
  readonly facts: Facts;
  readonly change: (facts: Facts) => void;
};

type Item = Facts['items'][number];
export const PRODUCT: Item = { weight: 10, done: true, qualityFailures: 0, delays: 0, objectiveCause: false };
export const GOAL = { weight: 1, attainment: 0.8 };

type AmountProps = {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
};
export function Amount({ label, value, onChange }: AmountProps) {
  return (
    <Line
      label={label}
      type="number"
      min={0}
      step="any"
      value={value}
      onChange={({ target }) => onChange(target.valueAsNumber || 0)}
    />
  );
}
const percentOf = (share: number): number => Math.round(share * 1000) / 10;

export const ratedOf = ({ sections }: Tryable) => sections.filter(({ of }) => of.type === 'rated');
export const mostOf = (sections: Tryable['sections']): number => sections.reduce((sum, one) => sum + (one.max ?? 0), 0);

/** Points of the rated sections: all together, or one by one. */
export function Rated({ scheme, facts, change }: FactsProps) {
  const { language } = useWords();
  const word = useSchemeWords();
  const rated = ratedOf(scheme);
  const { general, sections, ...rest } = facts;
  const most = mostOf(rated);
  const each = () => Object.fromEntries(rated.map(({ key, max }) => [key, Math.round((max ?? 0) * 0.9)]));
  return (
    <>
      {rated.length > 1 && (
        <Tick
          label={word('sc.bySection')}
          checked={sections !== undefined}
          onChange={(on) => change(on ? { ...rest, sections: each() } : { ...rest, general: Math.round(most * 0.9) })}
        />
      )}
      {sections === undefined && general !== undefined && (
        <Amount
          label={word('sc.general', { max: most })}
          value={general}
          onChange={(points) => change({ ...facts, general: points })}
        />
      )}
      {sections !== undefined &&
        rated.map(({ key, name, max }) => (
          <Amount
            key={key}
            label={word('sc.sectionPoints', { name: nameIn(name, language), max: max ?? 0 })}
            value={sections[key] ?? 0}
            onChange={(points) => change({ ...facts, sections: { ...sections, [key]: points } })}
          />
        ))}
    </>
  );
}

export function Goals({ facts, change }: FactsProps) {
  const word = useSchemeWords();
  const { goals = [GOAL] } = facts;
  const put = (at: number, goal: Partial<(typeof goals)[number]>) =>
    change({ ...facts, goals: goals.map((one, i) => (i === at ? { ...one, ...goal } : one)) });
  return (
    <>
      {goals.map((goal, i) => (
        <fieldset key={i}>
          <legend>{word('sc.goalNo', { number: i + 1 })}</legend>
          <Amount label={word('sc.weight')} value={goal.weight} onChange={(weight) => put(i, { weight })} />
          <Amount
            label={word('sc.goal')}
            value={percentOf(goal.attainment)}
            onChange={(percent) => put(i, { attainment: percent / 100 })}
          />
          {goals.length > 1 && (
            <button type="button" onClick={() => change({ ...facts, goals: goals.filter((_, at) => at !== i) })}>
              {word('sc.removeGoal', { number: i + 1 })}
            </button>
          )}
        </fieldset>
      ))}
      <button type="button" onClick={() => change({ ...facts, goals: [...goals, GOAL] })}>
        {word('sc.addGoal')}
      </button>
    </>
  );
}

/** Scores of indicators, section by section. */
export function Indicators({ scheme, facts, change }: FactsProps) {
  const { language } = useWords();
  const word = useSchemeWords();
  const { indicators = {} } = facts;
  return scheme.sections
    .filter(({ of }) => of.type === 'indicator')
    .map(({ key, name }) => (
      <Amount
        key={key}
        label={word('sc.indicatorScore', { name: nameIn(name, language) })}
        value={percentOf(indicators[key] ?? 0)}
        onChange={(percent) => change({ ...facts, indicators: { ...indicators, [key]: percent / 100 } })}
      />
    ));
}

/** d from the classes of the subordinates, đ and e as they are judged. */
export function Leader({ scheme, facts, change }: FactsProps) {
  const word = useSchemeWords();
  const { leader, ...rest } = facts;
  const worst = scheme.bands.at(-1)?.key ?? '';
  const failed = leader?.subordinates.filter((one) => one !== scheme.passing).length ?? 0;
  const passed = (leader?.subordinates.length ?? 0) - failed;
  const put = (next: Partial<NonNullable<typeof leader>>) =>
    leader !== undefined && change({ ...facts, leader: { ...leader, ...next } });
  const people = (done: number, not: number): string[] => [
    ...Array.from({ length: Math.min(done, MOST) }, () => scheme.passing),
    ...Array.from({ length: Math.min(not, MOST) }, () => worst),
  ];
  return (
    <>
      <Tick
        label={word('sc.leader')}
        checked={leader !== undefined}
        onChange={(on) =>
          change(on ? { ...rest, leader: { subordinates: people(1, 0), organising: 90, cohesion: 90 } } : rest)
        }
      />
      {leader !== undefined && (
        <>
          <Amount
            label={word('sc.subDone')}
            value={passed}
            onChange={(count) => put({ subordinates: people(count, failed) })}
          />
          <Amount
            label={word('sc.subNot')}
            value={failed}
            onChange={(count) => put({ subordinates: people(passed, count) })}
          />
          <Amount
            label={word('sc.organising')}
            value={leader.organising}
            onChange={(organising) => put({ organising })}
          />
          <Amount label={word('sc.cohesion')} value={leader.cohesion} onChange={(cohesion) => put({ cohesion })} />
        </>
      )}
    </>
  );
}
const MOST = 1000;

type ProductsProps = Omit<FactsProps, 'scheme'>;
export function Products({ facts, change }: ProductsProps) {
  const word = useSchemeWords();
  const setItem = (at: number, item: Item) =>
    change({ ...facts, items: facts.items.map((one, i) => (i === at ? item : one)) });
  return (
    <>
      {facts.items.map((item, i) => (
        <Product key={i} item={item} number={i + 1} onChange={(one) => setItem(i, one)}>
          <button
            type="button"
            onClick={() => change({ ...facts, items: facts.items.filter((_, other) => other !== i) })}
          >
            {word('sc.remove', { number: i + 1 })}
          </button>
        </Product>
      ))}
      <button type="button" onClick={() => change({ ...facts, items: [...facts.items, PRODUCT] })}>
        {word('sc.add')}
      </button>
    </>
  );
}

type ProductProps = {
  readonly item: Item;
  readonly number: number;
  readonly onChange: (item: Item) => void;
  readonly children: React.ReactNode;
};
function Product({ item, number, onChange, children }: ProductProps) {
  const word = useSchemeWords();
  return (
    <fieldset>
      <legend>{word('sc.product', { number })}</legend>
      <Amount label={word('sc.weight')} value={item.weight} onChange={(weight) => onChange({ ...item, weight })} />
      <Tick label={word('sc.done')} checked={item.done} onChange={(done) => onChange({ ...item, done })} />
      <Amount
        label={word('sc.failures')}
        value={item.qualityFailures}
        onChange={(qualityFailures) => onChange({ ...item, qualityFailures })}
      />
      <Amount label={word('sc.delays')} value={item.delays} onChange={(delays) => onChange({ ...item, delays })} />
      <Tick
        label={word('sc.cause')}
        checked={item.objectiveCause}
        onChange={(objectiveCause) => onChange({ ...item, objectiveCause })}
      />
      {children}
    </fieldset>
  );
}
