import { useState } from 'react';
import type { FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import { call, matching } from '../api/client';
import { Ask, FormButtons } from '../parts/dialog';
import { useEditorWords } from '../words/indicatorEditor';
import { Labelled } from './entry';
import { useMay } from './may';
import { indicatorHref } from './names';
import { useIndicatorsChanged } from './queries';
import type { Definition } from './queries';
import { SaveProblem } from './saveProblem';

/** Change the definition or retire the indicator, for those who may. */
export function DefinitionButtons({ definition }: { readonly definition: Definition }) {
  const { say } = useEditorWords();
  const may = useMay(definition.home);
  const [asked, setAsked] = useState(false);
  if (!may('indicator.edit')) return null;
  return (
    <div className="buttons">
      <Link href={`${indicatorHref(definition.id)}/definition`} className="button">
        {say('ed.change')}
      </Link>
      {definition.retired !== true && (
        <button type="button" onClick={() => setAsked(true)}>
          {say('ed.retire')}
        </button>
      )}
      {asked && <Retire definition={definition} onClose={() => setAsked(false)} />}
    </div>
  );
}

function Retire({ definition, onClose }: { readonly definition: Definition; readonly onClose: () => void }) {
  const { say } = useEditorWords();
  const changed = useIndicatorsChanged();
  const [reason, setReason] = useState('');
  const [validFrom, setValidFrom] = useState('');
  const retire = useMutation({
    mutationFn: () => {
      const body = { reason: reason.trim(), ...(validFrom !== '' && { validFrom }) };
      const path = `/v1/indicators/${encodeURIComponent(definition.id)}/retire`;
      return call('POST', path, body, matching(definition.version));
    },
    onSuccess: () => {
      changed();
      onClose();
    },
    onError: changed,
  });
  return (
    <Ask title={say('ed.retire')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          retire.mutate();
        }}
      >
        <p>{say('ed.retireWhat')}</p>
        <Labelled label={say('field.optional', { label: say('ed.retireFrom') })} hint={say('ed.retireFromHint')}>
          {(id) => <input id={id} value={validFrom} onChange={({ target }) => setValidFrom(target.value.trim())} />}
        </Labelled>
        <Labelled label={say('field.reason')}>
          {(id) => (
            <textarea
              {...{ id, rows: 3, maxLength: 4000, required: true, value: reason }}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Labelled>
        <SaveProblem error={retire.error} />
        <FormButtons label={say('ed.retire')} busy={retire.isPending} onClose={onClose} look="danger" />
      </form>
    </Ask>
  );
}
