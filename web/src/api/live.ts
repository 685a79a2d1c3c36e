import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { currentLanguage } from '../words/language';
import { credentials } from './credentials';

/** `missed`: more happened than could be told. */
type Changed = { readonly kind: string; readonly id: string };
const LONGEST_PAUSE_MS = 30_000;

/**
 * What changed elsewhere is asked for again here. A stream that ends is opened again, sooner first, then more seldom. It is
 * read with `fetch`: an EventSource could not say who asks by a bearer token.
 */
export function useLive(on: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!on) return undefined;
    const stop = new AbortController();
    const afterGap = () => void queries.invalidateQueries();
    const changed = ({ kind, id }: Changed) => {
      if (kind === 'missed') return afterGap();
      const keys = kind === 'cycle' ? [['cycles'], ['cycle', id], ['today']] : KEYS[kind];
      for (const queryKey of keys ?? [['today']]) void queries.invalidateQueries({ queryKey, predicate: isShort });
    };
    void listening(changed, afterGap, stop.signal);
    return () => stop.abort();
  }, [queries, on]);
}

/** So many pages of a list are read again after a change; a longer one would be read for minutes. */
const PAGES_READ_AGAIN = 3;
function isShort({ state: { data } }: { readonly state: { readonly data: unknown } }): boolean {
  const pages = typeof data === 'object' && data !== null && 'pages' in data ? data.pages : [];
  return !Array.isArray(pages) || pages.length <= PAGES_READ_AGAIN;
}

const KEYS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  document: [['documents'], ['today']],
  indicator: [['indicators'], ['indicator'], ['scorecard'], ['today']],
  scorecard: [['scorecards'], ['scorecard']],
  evaluationPeriod: [['evaluation-periods'], ['evaluation-period'], ['evaluations'], ['today']],
  review: [['reviews'], ['review'], ['today']],
  programme: [['programmes'], ['programme']],
  period: [['indicator'], ['scorecard'], ['today']],
  survey: [['surveys'], ['today']],
  idea: [['ideas'], ['idea'], ['innovation'], ['today']],
  message: [['inbox'], ['today']],
  delivery: [['undelivered']],
};

async function listening(changed: (one: Changed) => void, afterGap: () => void, signal: AbortSignal): Promise<void> {
  let last: string | undefined;
  for (let pause = 500, first = true; !signal.aborted; first = false) {
    const opened = await opening(last, signal);
    if (opened === 'never') return;
    if (opened !== undefined) {
      if (!first && last === undefined) afterGap();
      pause = 500;
      for await (const { id, data } of messages(opened)) {
        last = id ?? last;
        if (data !== undefined) changed(data);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

/** `never`: the server has no such stream, or nobody is signed in any more. */
async function opening(last: string | undefined, signal: AbortSignal) {
  const bearer = credentials.bearer();
  const headers = new Headers({ Accept: 'text/event-stream', 'Accept-Language': currentLanguage() });
  if (bearer !== undefined) headers.set('Authorization', `Bearer ${bearer}`);
  if (last !== undefined) headers.set('Last-Event-ID', last);
  const response = await fetch('/v1/live', { headers, signal }).catch(() => undefined);
  if (response === undefined || response.status >= 500 || response.status === 429) return undefined;
  return response.ok && response.body !== null ? response.body : 'never';
}

type Message = { readonly id?: string; readonly data?: Changed };

async function* messages(body: ReadableStream<Uint8Array>): AsyncGenerator<Message> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true as const, value: undefined }));
    if (done) return;
    const parts = (text + value).split(/\r?\n\r?\n/);
    text = parts.pop() ?? '';
    yield* parts.map(messageOf);
  }
}

function messageOf(part: string): Message {
  const fields = new Map(
    part.split(/\r?\n/).map((line) => [line.split(':', 1)[0], line.replace(/^\w+:\s?/, '')] as const),
  );
  const [id, data] = [fields.get('id'), fields.get('data')];
  if (fields.get('event') === 'missed') return { data: { kind: 'missed', id: '' } };
  try {
    return { ...(id !== undefined && { id }), ...(data !== undefined && { data: JSON.parse(data) as Changed }) };
  } catch {
    return {};
  }
}
