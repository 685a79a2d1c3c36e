import { useState } from 'react';
import type { FormEvent } from 'react';
import { readable } from '../../../../src/domain/indicators/named';
import { lastDayOf } from '../../../../src/domain/indicators/period';
import { useKeyed } from '../../api/keyed';
import { Choice } from '../../parts/choices';
import { Ask, FormButtons } from '../../parts/dialog';
import { useNames } from '../../parts/names';
import { ProblemNote } from '../../parts/notes';
import { useEvaluationWords } from '../../words/evaluations';
import { useWords } from '../../words/words';
import { useScheme } from '../queries';
import type { Listed } from '../queries';
import { useManyCommands } from './queries';

type Props = { readonly people: readonly Listed[]; readonly onClose: () => void };

/** The same product for each of them; a product of the catalogue brings its coefficient. */
export function Assign({ people, onClose }: Props) {
  const { language, say } = useWords();
  const word = useEvaluationWords();
  const { person } = useNames();
  const keyed = useKeyed();
  const many = useManyCommands();
  const [product, setProduct] = useState('');
  const [item] = useState(() => `cv-${crypto.randomUUID().slice(0, 8)}`);
  const first = people[0];
  const { data: scheme } = useScheme(first?.scheme, first?.period);
  const products = scheme?.products ?? [];
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const work = {
      ...{ type: 'AssignWork' as const, item, title: field('title'), due: field('due') },
      quantity: Number(field('quantity')),
      ...(product === '' ? { coefficient: Number(field('coefficient')) } : { product }),
    };
    const commands = people.map(({ id }) => ({ id, command: work }));
    void keyed(commands, (key) => many.mutateAsync({ commands, key })).catch(() => undefined);
  };
  const outcomes = many.data?.outcomes ?? [];
  const refused = outcomes.filter(({ ok }) => !ok);
  const personOf = (id: string): string => person(people.find((one) => one.id === id)?.person ?? id);
  if (many.data !== undefined)
    return (
      <Ask title={word('ev.assign')} onClose={onClose}>
        <p role="status">{word('ev.assigned', { n: outcomes.length - refused.length })}</p>
        {refused.length > 0 && (
          <ul className="note warn">
            {refused.map(({ id, refusal }) => (
              <li key={id}>
                {personOf(id)}: {refusal?.words}
              </li>
            ))}
          </ul>
        )}
        <div className="buttons">
          <button type="button" className="main" onClick={onClose}>
            {word('ev.close')}
          </button>
        </div>
      </Ask>
    );
  return (
    <Ask title={word('ev.assign')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p className="hint">
          {word('ev.assignFor', { names: people.map(({ person: one }) => person(one)).join(', ') })}
        </p>
        {products.length > 0 && (
          <Choice
            label={word('ev.product')}
            value={product}
            options={products.map(({ key, name, coefficient }) => ({
              value: key,
              text: `${readable(name, language)} (${coefficient})`,
            }))}
            empty={word('ev.productNone')}
            onChange={setProduct}
          />
        )}
        <div className="field">
          <label htmlFor="title">{word('ev.workTitle')}</label>
          <input id="title" name="title" required maxLength={500} />
        </div>
        <div className="pair">
          <div className="field">
            <label htmlFor="quantity">{word('ev.quantity')}</label>
            <input id="quantity" name="quantity" type="number" min={0.01} step="any" required defaultValue={1} />
          </div>
          {product === '' && (
            <div className="field">
              <label htmlFor="coefficient">{word('ev.coefficient')}</label>
              <input
                id="coefficient"
                name="coefficient"
                type="number"
                min={0.01}
                step="any"
                required
                defaultValue={1}
              />
            </div>
          )}
          <div className="field">
            <label htmlFor="due">{word('ev.dueDay')}</label>
            <input
              id="due"
              name="due"
              type="date"
              required
              defaultValue={first === undefined ? '' : lastDayOf(first.period)}
            />
          </div>
        </div>
        {many.error !== null && <ProblemNote error={many.error} />}
        <FormButtons
          label={many.isPending ? say('note.working') : word('ev.assign')}
          busy={many.isPending}
          onClose={onClose}
        />
      </form>
    </Ask>
  );
}
