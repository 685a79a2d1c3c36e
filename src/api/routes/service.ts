import { z } from 'zod';
import { route } from '../http/route';
import type { Probe } from '../ports';
import { HTTP_STATUS, isProblemCode, TITLES, WORDS } from '../problems/table';
import { ProblemError } from '../problems/problem';
import { SpokenWords } from './wordsView';

const PROBE_WITHIN_MS = 2_000;
const Check = z.enum(['ok', 'failed']);
const ReadyView = z.object({
  status: z.enum(['ready', 'not-ready']),
  checks: z.object({ mongodb: Check, temporal: Check }),
});

const health = route({
  method: 'get',
  path: '/healthz',
  id: 'getHealth',
  tag: 'Service',
  summary: 'Whether the process runs',
  action: 'public',
  responses: { 200: { description: 'It runs', schema: z.object({ status: z.literal('ok') }) } },
  handle: async () => ({ status: 200, body: { status: 'ok' }, headers: { 'Cache-Control': 'no-store' } }),
});

const ready = route({
  method: 'get',
  path: '/readyz',
  id: 'getReadiness',
  tag: 'Service',
  summary: 'Whether it can serve: MongoDB and Temporal answer within two seconds',
  action: 'public',
  responses: {
    200: { description: 'It can', schema: ReadyView },
    503: { description: 'It cannot just now', schema: ReadyView },
  },
  handle: async (_input, { deps: { probes } }) => {
    const [mongodb, temporal] = await Promise.all([answers(probes.mongodb), answers(probes.temporal)]);
    const fine = mongodb === 'ok' && temporal === 'ok';
    return {
      status: fine ? 200 : 503,
      body: { status: fine ? 'ready' : 'not-ready', checks: { mongodb, temporal } },
      headers: { 'Cache-Control': 'no-store' },
    };
  },
});

async function answers(probe: Probe): Promise<'ok' | 'failed'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'failed'>((resolve) => (timer = setTimeout(() => resolve('failed'), PROBE_WITHIN_MS)));
  const asked = probe().then(
    () => 'ok' as const,
    () => 'failed' as const,
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

const problem = route({
  method: 'get',
  path: '/problems/{code}',
  id: 'getProblem',
  tag: 'Service',
  summary: 'What a problem means: the `type` of every problem document leads here',
  action: 'public',
  params: z.object({ code: z.string().max(100) }),
  responses: {
    200: {
      description: 'Code, status and sentence; `{name}` is filled from `params` of the problem',
      schema: z.object({ code: z.string(), status: z.number().int(), title: SpokenWords, detail: SpokenWords }),
    },
  },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { code } }) => {
    if (!isProblemCode(code)) throw new ProblemError('NOT_FOUND', { params: { kind: 'problem', id: code } });
    const status = HTTP_STATUS[code];
    return { status: 200, body: { code, status, title: TITLES[status], detail: WORDS[code] } };
  },
});

export const serviceRoutes = [health, ready, problem];
