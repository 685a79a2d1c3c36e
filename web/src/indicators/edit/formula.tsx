import { useRef, useState } from 'react';
import { searched } from '../../parts/address';
import { idAt, useLack } from '../../plan/fields';
import { useEditorWords } from '../../words/indicatorEditor';
import { useFormulaFault, useFormulaFunctions } from './asking';
import type { FormulaFault } from './asking';
import { nameInFormula } from './draft';
import { useOthers } from './sources/needed';
import type { NeededProps } from './sources/needed';

const AT = '/source/formula';

type Props = NeededProps & { readonly formula: string };

/** A formula that is checked while it is typed: the mistake at its place, and what may stand in it, to be inserted. */
export function FormulaEntry({ formula, put, id }: Props) {
  const { say } = useEditorWords();
  const area = useRef<HTMLTextAreaElement>(null);
  const { fault, good } = useFormulaFault(formula);
  const lack = useLack(AT);
  const own = idAt(AT);
  const insert = (text: string) => {
    const { selectionStart = formula.length, selectionEnd = formula.length } = area.current ?? {};
    put({ formula: `${formula.slice(0, selectionStart)}${text}${formula.slice(selectionEnd)}` });
    area.current?.focus();
    const inside = text.indexOf('(') + 1;
    const caret = selectionStart + (text.endsWith(')') && inside > 0 && !text.includes('"') ? inside : text.length);
    requestAnimationFrame(() => area.current?.setSelectionRange(caret, caret));
  };
  const told = fault?.message ?? (good ? lack : undefined);
  return (
    <>
      <div className="field">
        <label htmlFor={own}>{say('ind.formula')}</label>
        <p className="hint" id={`${own}-hint`}>
          {say('ed.formulaHint')}
        </p>
        <textarea
          {...{ ref: area, id: own, rows: 3, maxLength: 2000, spellCheck: false, className: 'formula', value: formula }}
          aria-describedby={`${own}-hint ${own}-lack`}
          aria-invalid={told !== undefined}
          onChange={({ target }) => put({ formula: target.value })}
        />
        <div id={`${own}-lack`} role="status">
          {fault?.position !== undefined && <Marked text={formula.trim()} fault={fault} />}
          {told !== undefined && <p className="missing">{told}</p>}
          {told === undefined && good && <p className="hint">✓ {say('ed.formulaGood')}</p>}
        </div>
      </div>
      <Names id={id} insert={insert} />
      <Functions insert={insert} />
    </>
  );
}

/** The text with the place of the mistake marked. */
function Marked({
  text,
  fault: { position = 1, excerpt = '' },
}: {
  readonly text: string;
  readonly fault: FormulaFault;
}) {
  const start = Math.min(position - 1, text.length);
  const there = text.startsWith(excerpt, start) && excerpt !== '' ? excerpt.length : 1;
  return (
    <p className="said-at" aria-hidden="true">
      {text.slice(0, start)}
      <mark>{text.slice(start, start + there) || '␣'}</mark>
      {text.slice(start + there)}
    </p>
  );
}

const MOST_SHOWN = 30;
function Names({ id, insert }: { readonly id: string; readonly insert: (text: string) => void }) {
  const { say } = useEditorWords();
  const others = useOthers(id);
  const [wanted, setWanted] = useState('');
  const found = others.filter(({ value, text }) => searched(`${value} ${text}`).includes(searched(wanted.trim())));
  return (
    <details>
      <summary>{say('ed.names', { count: others.length })}</summary>
      <div className="field">
        <label htmlFor="formula-names">{say('ed.findName')}</label>
        <input id="formula-names" type="search" value={wanted} onChange={({ target }) => setWanted(target.value)} />
      </div>
      <ul className="inserts">
        {found.slice(0, MOST_SHOWN).map(({ value, text }) => (
          <li key={value}>
            <button type="button" onClick={() => insert(nameInFormula(value))}>
              <span className="visually-hidden">{say('ed.insert')} </span>
              <code>{nameInFormula(value)}</code>
            </button>{' '}
            <span className="hint">{text}</span>
          </li>
        ))}
      </ul>
      {found.length > MOST_SHOWN && <p className="hint">{say('ed.moreNames', { count: found.length - MOST_SHOWN })}</p>}
    </details>
  );
}

function Functions({ insert }: { readonly insert: (text: string) => void }) {
  const { say } = useEditorWords();
  const [open, setOpen] = useState(false);
  const { data = [] } = useFormulaFunctions(open);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say('ed.functions')}</summary>
      <ul className="inserts">
        {data.map(({ name, kind, signature, description, example }) => (
          <li key={`${kind} ${name} ${signature}`}>
            <button type="button" onClick={() => insert(kind === 'function' ? `${name}()` : ` ${name} `)}>
              <span className="visually-hidden">{say('ed.insert')} </span>
              <code>{signature}</code>
            </button>{' '}
            <span className="hint">
              {description} <code>{example.formula}</code>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
