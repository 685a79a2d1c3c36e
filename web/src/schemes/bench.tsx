import { useState } from 'react';
import { Problem } from '../api/client';
import { nameIn } from '../indicators/names';
import { Tick } from '../organisation/fields';
import { ProblemNote } from '../parts/notes';
import { useSettled } from '../parts/settled';
import { useSchemeWords } from '../words/schemes';
import { useWords } from '../words/words';
import { GOAL, Goals, Indicators, Leader, mostOf, PRODUCT, Products, Rated, ratedOf } from './facts';
import type { Tryable } from './facts';
import { useTried } from './queries';
import type { Explained, Facts, Tried, TriedOn } from './queries';

type Has = (type: string) => boolean;
const hasIn =
  ({ sections }: Tryable): Has =>
  (type) =>
    sections.some(({ of }) => of.type === type);

function beginning(scheme: Tryable): Facts {
  const has = hasIn(scheme);
  return {
    ...(has('rated') && { general: Math.round(mostOf(ratedOf(scheme)) * 0.9) }),
    items: has('work') ? [PRODUCT] : [],
    overrides: [],
  };
}

/** The facts that the scheme takes as it is now: its sections may change while it is written. */
function takenBy(scheme: Tryable, { general, sections, goals, indicators, leader, ...facts }: Facts): Facts {
  const has = hasIn(scheme);
  const rated = ratedOf(scheme);
  const scores = scheme.sections.filter(({ of }) => of.type === 'indicator').map(({ key }) => key);
  return {
    ...(has('rated') && sections === undefined && { general: general ?? 0 }),
    ...(sections !== undefined && { sections: Object.fromEntries(rated.map(({ key }) => [key, sections[key] ?? 0])) }),
    items: has('work') ? facts.items : [],
    ...(has('goals') && { goals: goals ?? [GOAL] }),
    ...(scores.length > 0 && { indicators: Object.fromEntries(scores.map((key) => [key, indicators?.[key] ?? 0])) }),
    ...(leader !== undefined && leads(scheme) && { leader }),
    overrides: facts.overrides.filter((one) => scheme.overrides.some(({ key }) => key === one)),
  };
}
const leads = ({ sections }: Tryable): boolean => sections.some(({ of }) => (of.leaderFormula ?? '') !== '');

type Props = { readonly scheme: Tryable; readonly on: TriedOn };
/** Facts on one side, the score they give on the other; nothing is stored. */
export function Bench({ scheme, on }: Props) {
  const { language } = useWords();
  const word = useSchemeWords();
  const has = hasIn(scheme);
  const [typed, change] = useState<Facts>(() => beginning(scheme));
  const facts = takenBy(scheme, typed);
  const { data, error } = useTried(on, useSettled(JSON.stringify(facts)));
  const toggled = (key: string, set: boolean) =>
    set ? [...facts.overrides, key] : facts.overrides.filter((one) => one !== key);
  const part = { scheme, facts, change };
  return (
    <section className="card stack" aria-labelledby="bench">
      <h2 id="bench">{word('sc.bench')}</h2>
      <p className="hint">{word('sc.benchWhat')}</p>
      {has('rated') && <Rated {...part} />}
      {has('goals') && <Goals {...part} />}
      {has('indicator') && <Indicators {...part} />}
      {has('work') && <Products {...part} />}
      {leads(scheme) && <Leader {...part} />}
      {scheme.overrides.map(({ key, name }) => (
        <Tick
          key={key}
          label={nameIn(name, language)}
          checked={facts.overrides.includes(key)}
          onChange={(set) => change({ ...facts, overrides: toggled(key, set) })}
        />
      ))}
      {error !== null && <Wrong error={error} />}
      {error === null && data !== undefined && <Result tried={data} />}
    </section>
  );
}

/** What is wrong with a draft stands at its field; here a word why there is no score. */
function Wrong({ error }: { readonly error: unknown }) {
  const own = error instanceof Problem && error.errors.find(({ field }) => field.startsWith('/definition'));
  return own ? <p className="hint">{own.message}</p> : <ProblemNote error={error} />;
}

const LETTERS = [
  ['a', 'a'],
  ['b', 'b'],
  ['c', 'c'],
  ['d', 'd'],
  ['dd', 'đ'],
  ['e', 'e'],
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
