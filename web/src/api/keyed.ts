import { useRef } from 'react';
import { Problem } from './client';

/** Nobody knows whether what was sent arrived. */
export const isUnanswered = (error: unknown): boolean =>
  !(error instanceof Problem) || error.status === 0 || error.status >= 500;

type Open = { readonly text: string; readonly key: string };

/**
 * Sends under an `Idempotency-Key`: what is sent again after a lost answer goes under the key of the first time, so that it is
 * recorded once. Other content, or the same after an answer, goes under a new one.
 */
export function useKeyed(): <T>(content: unknown, send: (key: string) => Promise<T>) => Promise<T> {
  const open = useRef<Open>(undefined);
  return async (content, send) => {
    const text = JSON.stringify(content);
    const key = open.current?.text === text ? open.current.key : crypto.randomUUID();
    open.current = { text, key };
    try {
      const answer = await send(key);
      open.current = undefined;
      return answer;
    } catch (error) {
      if (!isUnanswered(error)) open.current = undefined;
      throw error;
    }
  };
}
