import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { call, matching } from '../api/client';
import { useNames } from '../parts/names';
import { useEditorWords } from '../words/indicatorEditor';
import { useIndicatorsChanged } from './queries';
import type { Definition } from './queries';
import { ReasonDialog } from './waiting';

type BackProps = { readonly definition: Definition; readonly unit: string; readonly onClose: () => void };
/** Takes the own target of a unit back, with a reason. */
export function TakeBack({ definition, unit, onClose }: BackProps) {
  const { say } = useEditorWords();
  const names = useNames();
  const changed = useIndicatorsChanged();
  const [reason, setReason] = useState('');
  const back = useMutation({
    mutationFn: () => {
      const path = `/v1/indicators/${encodeURIComponent(definition.id)}/overrides/${encodeURIComponent(unit)}`;
      const query = new URLSearchParams({ reason: reason.trim() });
      return call('DELETE', `${path}?${query}`, undefined, matching(definition.version));
    },
    onSuccess: () => {
      changed();
      onClose();
    },
    onError: changed,
  });
  return (
    <ReasonDialog
      {...{ title: say('ed.ownBack', { unit: names.unit(unit) }), reason, setReason, onClose, needed: true }}
      {...{ sending: back.isPending, error: back.error, what: say('ed.ownBackWhat') }}
      onSend={() => back.mutate()}
    />
  );
}
