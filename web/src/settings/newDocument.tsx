import { useState } from 'react';
import { errorAt, usePut } from '../organisation/documents';
import type { Kind } from '../organisation/documents';
import { Line, SaveLine } from '../organisation/fields';
import { Ask } from '../parts/dialog';
import { useSettingsWords } from '../words/settings';
import { useWords } from '../words/words';

type Props = {
  readonly kind: Kind;
  readonly title: string;
  readonly bodyOf: (name: string) => object;
  readonly onClose: (id?: string) => void;
};

/** Asks for identifier and name, makes the document, and says which. */
export function NewDocument({ kind, title, bodyOf, onClose }: Props) {
  const { say } = useWords();
  const told = useSettingsWords();
  const put = usePut(kind);
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  const make = () =>
    put.mutateAsync({ id, body: bodyOf(name.trim()) }).then(
      () => onClose(id),
      () => undefined,
    );
  return (
    <Ask title={title} onClose={() => onClose()}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <Line
          label={told('policy.name')}
          required
          maxLength={300}
          value={name}
          onChange={({ target }) => setName(target.value)}
          error={errorAt(put.error, '/name')}
        />
        <Line
          label={told('new.id')}
          hint={say('org.idHint')}
          required
          maxLength={80}
          value={id}
          onChange={({ target }) => setId(target.value.trim())}
        />
        <SaveLine error={put.error} busy={put.isPending} onClose={() => onClose()} label={told('new.make')} />
      </form>
    </Ask>
  );
}
