import { useId } from 'react';
import { Link } from 'wouter';
import type { Choice, InstallAction } from '../../../src/domain/packs/threeWay';
import { nameIn } from '../indicators/names';
import { usePackWords } from '../words/packs';
import { useWords } from '../words/words';
import { hrefOf } from './kinds';
import type { InstallItem } from './queries';

type ItemsProps = {
  readonly action: InstallAction;
  readonly items: readonly InstallItem[];
  readonly choices: Readonly<Record<string, Choice>>;
  readonly onChoose?: (key: string, choice: Choice) => void;
  /** They are there now, and lead to themselves. */
  readonly isDone?: boolean;
};
/** Of these a reader wants to see each one; the others are counted and can be opened. */
const SHOWN: readonly InstallAction[] = ['conflict', 'upgrade'];

/** What becomes of some things of a pack, each with why. */
export function InstallItems({ action, items, choices, onChoose, isDone = false }: ItemsProps) {
  const told = usePackWords();
  if (items.length === 0) return null;
  const rows = (
    <ul className="tasks">
      {items.map((item) => (
        <Item key={`${item.kind}/${item.id}`} {...{ item, choices, isDone }} {...(onChoose && { onChoose })} />
      ))}
    </ul>
  );
  if (isDone) return rows;
  return (
    <details open={SHOWN.includes(action) || (action === 'add' && items.length <= 8)}>
      <summary>{told(`action.${action}`, { count: items.length })}</summary>
      {rows}
    </details>
  );
}

type ItemProps = Pick<ItemsProps, 'choices' | 'onChoose' | 'isDone'> & { readonly item: InstallItem };

function Item({ item, choices, onChoose, isDone = false }: ItemProps) {
  const { language } = useWords();
  const told = usePackWords();
  const { kind, id, words, note, action, differences } = item;
  const name = nameIn(item.name, language) || id;
  return (
    <li className="card small stack">
      <p>
        <span className="hint">{told(`kind.${kind}`)}: </span>
        {isDone ? <Link href={hrefOf(kind, id)}>{name}</Link> : <strong>{name}</strong>}
      </p>
      {!isDone && <p>{words}</p>}
      {note !== undefined && <p className="note">{note}</p>}
      {action === 'conflict' && onChoose !== undefined && (
        <Holding name={name} value={choices[`${kind}/${id}`]} onChange={(one) => onChoose(`${kind}/${id}`, one)} />
      )}
      {differences.length > 0 && <ThreeWay item={item} open={action === 'conflict'} />}
    </li>
  );
}

type HoldingProps = {
  readonly name: string;
  readonly value: Choice | undefined;
  readonly onChange: (choice: Choice) => void;
};
function Holding({ name, value, onChange }: HoldingProps) {
  const told = usePackWords();
  const group = useId();
  return (
    <fieldset>
      <legend>{told('choose', { name })}</legend>
      {(['ours', 'theirs'] as const).map((one) => (
        <label key={one} className="check">
          <input type="radio" name={group} checked={value === one} onChange={() => onChange(one)} />
          <span>{told(one)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What the pack had, what the office has, and what the pack brings now, field by field. */
function ThreeWay({ item, open }: { readonly item: InstallItem; readonly open: boolean }) {
  const told = usePackWords();
  const cell = (text: string | undefined) =>
    text === undefined ? <span className="hint">{told('absent')}</span> : <span className="said">{spoken(text)}</span>;
  return (
    <details open={open}>
      <summary>{told('differences')}</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={told('differences')}>
        <table>
          <thead>
            <tr>
              {(['field', 'base', 'oursIs', 'theirsIs'] as const).map((word) => (
                <th key={word} scope="col">
                  {told(word)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {item.differences.map(({ field, base, ours, theirs }) => (
              <tr key={field}>
                <th scope="row">
                  <code>{field.slice(1)}</code>
                </th>
                <td>{cell(base)}</td>
                <td>{cell(ours)}</td>
                <td>{cell(theirs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** A text without the quotes of JSON; everything else as it is. */
function spoken(json: string): string {
  const value: unknown = JSON.parse(json);
  return typeof value === 'string' ? value : json;
}
