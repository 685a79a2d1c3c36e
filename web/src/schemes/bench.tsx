import { useState } from 'react';
import { nameIn } from '../indicators/names';
import { Line, Tick } from '../organisation/fields';
import { ProblemNote } from '../parts/notes';
import { useSettled } from '../parts/settled';
import { useSchemeWords } from '../words/schemes';
import { useWords } from '../words/words';
import { useTried } from './queries';
import type { Explained, Facts, Scheme, Tried } from './queries';

type Item = Facts['items'][number];
const NEW: Item = { weight: 10, done: true, qualityFailures: 0, delays: 0, objectiveCause: false };

/** Facts on one side, the score they give on the other; nothing is stored. */
export function Bench({ scheme }: { readonly scheme: Scheme }) {
  const { language } = useWords();
  const word = useSchemeWords();
  const has = (type: string) => scheme.sections.some(({ of }) => of.type === type);
  const rated = scheme.sections.filter(({ of }) => of.type === 'rated');
  const max = rated.reduce((sum, one) => sum + one.max, 0);
  const [facts, change] = useState<Facts>({
    ...(rated.length > 0 && { general: Math.round(max * 0.9) }),
    items: has('work') ? [NEW] : [],
    ...(has('goals') && { goals: [{ weight: 1, attainment: 0.8 }] }),
    overrides: [],
  });
  const { data, error } = useTried(scheme.id, useSettled(JSON.stringify(facts)));
  const setItem = (at: number, item: Item) =>
    change({ ...facts, items: facts.items.map((one, i) => (i === at ? item : one)) });
  const goal = facts.goals?.[0];
  const toggled = (key: string, on: boolean) =>
    on ? [...facts.overrides, key] : facts.overrides.filter((one) => one !== key);
  return (
    <section className="card stack" aria-labelledby="bench">
      <h2 id="bench">{word('sc.bench')}</h2>
      <p className="hint">{word('sc.benchWhat')}</p>
      {facts.general !== undefined && (
        <Amount
          label={word('sc.general', { max })}
          value={facts.general}
          onChange={(general) => change({ ...facts, general })}
        />
      )}
      {goal !== undefined && (
        <Amount
          label={word('sc.goal')}
          value={Math.round(goal.attainment * 1000) / 10}
          onChange={(percent) => change({ ...facts, goals: [{ weight: 1, attainment: percent / 100 }] })}
        />
      )}
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
      {has('work') && (
        <button type="button" onClick={() => change({ ...facts, items: [...facts.items, NEW] })}>
          {word('sc.add')}
        </button>
      )}
      {scheme.overrides.map(({ key, name }) => (
        <Tick
          key={key}
          label={nameIn(name, language)}
          checked={facts.overrides.includes(key)}
          onChange={(on) => change({ ...facts, overrides: toggled(key, on) })}
        />
      ))}
      {error !== null && <ProblemNote error={error} />}
      {error === null && data !== undefined && <Result tried={data} />}
    </section>
  );
}

type AmountProps = {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
};
function Amount({ label, value, onChange }: AmountProps) {
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

const LETTERS = [
  ['a', 'a'],
  ['b', 'b'],
  ['c', 'c'],
] as const;

function Result({ tried }: { readonly tried: Tried }) {
  const word = useSchemeWords();
  return (
    <div role="status" className="stack">
      <dl className="facts">
        {LETTERS.flatMap(([key, letter]) => {
          const value = tried[key];
          return value === undefined ? [] : [<Fact key={key} name={letter} value={`${value} %`} />];
        })}
        <Fact name={word('sc.task')} value={`${tried.task}`} />
        <Fact name={word('sc.total')} value={`${tried.total}`} />
        <Fact name={word('sc.class')} value={tried.className} />
      </dl>
      <details open>
        <summary>{word('sc.explain')}</summary>
        <Tree node={tried.explain} />
      </details>
    </div>
  );
}

const Fact = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

function Tree({ node }: { readonly node: Explained }) {
  return (
    <>
      <p>{node.words}</p>
      {node.parts.length > 0 && (
        <ul>
          {node.parts.map((part, i) => (
            <li key={i}>
              <Tree node={part} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
