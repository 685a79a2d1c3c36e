import { useEffect, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call, Problem } from '../../api/client';
import type { Value } from '../queries';

/** The value as it was when nothing changed for a moment: one question instead of one a key. */
export function useSettled<T>(value: T, forMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), forMs);
    return () => clearTimeout(timer);
  }, [value, forMs]);
  return settled;
}

export type Preview = {
  readonly unit: string;
  readonly unitOfMeasure: string;
  readonly values: readonly Value[];
  readonly now?: readonly Value[];
  readonly warnings: readonly { readonly code: string; readonly field: string; readonly message: string }[];
};

/** What the definition would give; a refusal names each field that is not right yet. Nothing is stored. */
export function usePreview(id: string, unit: string, body: string, enabled: boolean) {
  const asked = useSettled(body, 500);
  return useQuery({
    queryKey: ['indicator', id, 'preview', unit, asked],
    enabled: enabled && id !== '',
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: () => {
      const query = unit === '' ? '' : `?unit=${encodeURIComponent(unit)}`;
      return call<Preview>('POST', `/v1/indicators/${encodeURIComponent(id)}/preview${query}`, JSON.parse(asked));
    },
  });
}

export type FormulaFunction = {
  readonly name: string;
  readonly kind: 'operator' | 'function';
  readonly signature: string;
  readonly description: string;
  readonly example: { readonly formula: string; readonly gives: unknown };
};
export const useFormulaFunctions = (enabled: boolean) =>
  useQuery({
    queryKey: ['formulas', 'functions'],
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await call<{ items: readonly FormulaFunction[] }>('GET', '/v1/formulas/functions')).items,
  });

export type FormulaFault = { readonly message: string; readonly position?: number; readonly excerpt?: string };

/** Whether the text is a formula, asked a moment after the last key; a fault has its place, counted from 1. */
export function useFormulaFault(formula: string): { readonly fault?: FormulaFault; readonly good: boolean } {
  const asked = useSettled(formula.trim(), 300);
  const { data, error } = useQuery({
    queryKey: ['formulas', 'check', asked],
    enabled: asked !== '',
    retry: false,
    queryFn: () => call<{ ok: true; type: 'number' | 'truth' }>('POST', '/v1/formulas/check', { formula: asked }),
  });
  const current = asked === formula.trim() && asked !== '';
  if (current && error !== null) return { fault: faultOf(error), good: false };
  return { good: current && data !== undefined };
}

export function faultOf(error: Error): FormulaFault {
  if (!(error instanceof Problem)) return { message: error.message };
  const { position, excerpt } = error.params;
  return {
    message: error.message,
    ...(typeof position === 'number' && { position }),
    ...(typeof excerpt === 'string' && { excerpt }),
  };
}
