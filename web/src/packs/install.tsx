import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { INSTALL_ACTIONS } from '../../../src/domain/packs/threeWay';
import type { Choice as Holding, InstallAction } from '../../../src/domain/packs/threeWay';
import { usePeople, useProcedures } from '../api/queries';
import { nameIn } from '../indicators/names';
import { useUnitsWhere } from '../indicators/may';
import { Line } from '../organisation/fields';
import { Choice } from '../parts/choices';
import { ProblemNote, Waiting } from '../parts/notes';
import { usePackWords } from '../words/packs';
import { useWords } from '../words/words';
import { InstallItems } from './items';
import { useInstall, usePreview } from './queries';
import type { InstallAnswer, InstallItem, WholePack } from './queries';

const ORDER: readonly InstallAction[] = ['conflict', ...INSTALL_ACTIONS.filter((one) => one !== 'conflict')];
const keyOf = ({ kind, id }: InstallItem) => `${kind}/${id}`;

/** Where it goes, what will happen, what there is to choose, and the button. */
export function InstallPack({ pack }: { readonly pack: WholePack }) {
  const told = usePackWords();
  const units = useUnitsWhere('pack.install');
  const here = pack.installed.find(({ unit }) => units.some(({ value }) => value === unit));
  const [chosen, setUnit] = useState<string>();
  const unit = chosen ?? here?.unit ?? units[0]?.value ?? '';
  const there = pack.installed.find((one) => one.unit === unit);
  const [typed, setPrefix] = useState<string>();
  const prefix = typed ?? there?.prefix ?? '';
  const [owner, setOwner] = useState('');
  const [procedures, setProcedures] = useState<Readonly<Record<string, string>>>({});
  const [choices, setChoices] = useState<Readonly<Record<string, Holding>>>({});
  const [examples, setExamples] = useState<boolean>();
  const install = useInstall(pack.id);
  const mapped = Object.fromEntries(Object.entries(procedures).filter(([, own]) => own !== ''));
  const base = {
    ...{ unit, prefix },
    ...(owner !== '' && { owner }),
    ...(examples !== undefined && { examples }),
    ...(Object.keys(mapped).length > 0 && { procedures: mapped }),
  };
  const preview = usePreview(pack.id, base, install.isPending);
  const items = preview.data?.items ?? [];
  const conflicts = items.filter(({ action }) => action === 'conflict');
  const known = Object.fromEntries(
    Object.entries(choices).filter(([key]) => items.some((item) => keyOf(item) === key)),
  );
  const open = conflicts.some((item) => known[keyOf(item)] === undefined);
  const change = (set: () => void) => {
    install.reset();
    set();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    install.mutate({ ...base, choices: known });
  };
  return (
    <section className="card">
      <h2>{told('installTitle')}</h2>
      <form className="stack" onSubmit={submit}>
        <div className="pair">
          <Choice
            label={told('unit')}
            value={unit}
            options={units}
            onChange={(next) =>
              change(() => {
                setUnit(next);
                setPrefix(undefined);
              })
            }
          />
          <OwnerChoice value={owner} onChange={(next) => change(() => setOwner(next))} />
        </div>
        <ProcedureChoices
          wanted={pack.procedures}
          chosen={procedures}
          onChange={(next) => change(() => setProcedures(next))}
        />
        <details open={prefix !== '' || conflicts.length > 0}>
          <summary>{told('prefix')}</summary>
          <Line
            label={told('prefix')}
            hint={told('prefixHint', { unit })}
            maxLength={30}
            value={prefix}
            onChange={({ target }) => change(() => setPrefix(target.value))}
          />
        </details>
        {preview.data?.examples !== undefined && (
          <ExamplesChoice about={preview.data.examples} onChange={(next) => change(() => setExamples(next))} />
        )}
        <h3>{told('preview')}</h3>
        {preview.error !== null && <ProblemNote error={preview.error} />}
        {preview.data === undefined && preview.error === null && <Waiting />}
        {install.data === undefined &&
          ORDER.map((action) => (
            <InstallItems
              key={action}
              action={action}
              items={items.filter((item) => item.action === action)}
              choices={known}
              onChoose={(key, holding) => setChoices({ ...choices, [key]: holding })}
            />
          ))}
        {open && <p className="note warn">{told('chooseFirst')}</p>}
        {install.error !== null && <ProblemNote error={install.error} />}
        <div role="status">
          {install.isPending && <Progress items={items} />}
          {install.data !== undefined && <p className="note good">{told('done')}</p>}
        </div>
        {install.data !== undefined && <Done items={install.data.items} />}
        <InstallButton {...{ items, open, busy: install.isPending, upgrades: there !== undefined }} />
      </form>
    </section>
  );
}

/** What stands in the office by now, as the office itself says. */
function Progress({ items }: { readonly items: readonly InstallItem[] }) {
  const told = usePackWords();
  const done = items.filter(({ action }) => action === 'same' || action === 'keep').length;
  return (
    <div className="waiting">
      <p>{told('installing')}</p>
      <progress value={done} max={items.length} aria-label={told('installing')} />
      <p>{told('progress', { done, count: items.length })}</p>
    </div>
  );
}

type ExamplesProps = {
  readonly about: NonNullable<InstallAnswer['examples']>;
  readonly onChange: (included: boolean) => void;
};
function ExamplesChoice({ about, onChange }: ExamplesProps) {
  const told = usePackWords();
  const { language } = useWords();
  const hint = useId();
  return (
    <div className="stack">
      <label className="check">
        <input
          type="checkbox"
          checked={about.included}
          aria-describedby={hint}
          onChange={({ target }) => onChange(target.checked)}
        />
        <span>{told('examples', { count: about.programmes.length })}</span>
      </label>
      <p id={hint} className="hint">
        {about.words} {nameIn(about.madeData, language)}
      </p>
    </div>
  );
}

type ButtonProps = {
  readonly items: readonly InstallItem[];
  readonly open: boolean;
  readonly busy: boolean;
  readonly upgrades: boolean;
};
function InstallButton({ items, open, busy, upgrades }: ButtonProps) {
  const told = usePackWords();
  const nothing = items.length > 0 && items.every(({ action }) => action === 'same' || action === 'keep');
  return (
    <>
      {nothing && <p className="hint">{told('nothing')}</p>}
      <div className="buttons">
        <button type="submit" className="main" disabled={busy || open || items.length === 0}>
          {busy ? told('installing') : told(upgrades ? 'upgrade' : 'install')}
        </button>
      </div>
    </>
  );
}

const Done = ({ items }: { readonly items: readonly InstallItem[] }) => (
  <InstallItems action="same" items={items.map((item) => ({ ...item, differences: [] }))} choices={{}} isDone />
);

function OwnerChoice({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) {
  const told = usePackWords();
  const { data: people = [] } = usePeople();
  const options = people.map(({ id, name }) => ({ value: id, text: name }));
  return <Choice label={told('owner')} empty={told('ownerMe')} {...{ value, options, onChange }} />;
}

type ProcedureProps = {
  readonly wanted: readonly string[];
  readonly chosen: Readonly<Record<string, string>>;
  readonly onChange: (chosen: Readonly<Record<string, string>>) => void;
};

/** For each procedure that the pack names and the office does not have: which of its own it is. */
function ProcedureChoices({ wanted, chosen, onChange }: ProcedureProps) {
  const told = usePackWords();
  const { data: procedures } = useProcedures();
  const missing = wanted.filter((id) => procedures !== undefined && !procedures.some((one) => one.id === id));
  if (missing.length === 0) return null;
  const options = procedures?.map(({ id, name }) => ({ value: id, text: name })) ?? [];
  return (
    <fieldset>
      <legend>{told('procedures')}</legend>
      {missing.map((id) => (
        <Choice
          key={id}
          label={told('procedureFor', { id })}
          empty={told('procedureNone')}
          value={chosen[id] ?? ''}
          options={options}
          onChange={(own) => onChange({ ...chosen, [id]: own })}
        />
      ))}
    </fieldset>
  );
}
