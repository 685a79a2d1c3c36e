import { eventually } from '../support/eventually';
import type { Caller } from '../support/http';

export const SCHEME = 'vn-335-2025';
export const UNIT = 'kh-dpi';
const month = (back: number): string => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 15)).toISOString().slice(0, 7);
};
export const THIS_MONTH = month(0);
/** Over: its steps follow each other as soon as what they wait for is there. */
export const LAST_MONTH = month(1);
export const periodOf = (period: string): string => `${SCHEME}~${UNIT}~${period}`;
export const evaluationOf = (person: string, period = THIS_MONTH): string => `${periodOf(period)}~${person}`;

const said = (answer: { readonly status: number; readonly body: unknown }) => {
  if (answer.status >= 300) throw new Error(`refused: ${JSON.stringify(answer.body)}`);
  return answer.body;
};

/** Opens the period for everybody of the department, and waits until all are there. */
export async function openedPeriod(head: Caller, period = THIS_MONTH, more: object = {}) {
  said(await head.post('/v1/evaluation-periods', { scheme: SCHEME, unit: UNIT, period, ...more }));
  const id = periodOf(period);
  await eventually(async () => {
    const { phase } = said(await head.get(`/v1/evaluation-periods/${id}`)) as { phase: string };
    if (phase === 'opening') throw new Error('people are being added');
  });
  return id;
}

/** Carries out commands about one person, one after the other. */
export async function told(caller: Caller, id: string, ...commands: readonly object[]): Promise<unknown> {
  let last: unknown;
  for (const command of commands) last = said(await caller.post(`/v1/evaluations/${id}/commands`, command));
  return last;
}

export const assigned = (item: string, title: string, over: object = {}) => ({
  ...{ type: 'AssignWork', item, title, quantity: 10, due: `${THIS_MONTH}-20` },
  ...over,
});

/** A period that is under way, with work of an officer. Answers the id of that officer's evaluation. */
export async function anEvaluation(head: Caller): Promise<string> {
  await openedPeriod(head);
  const id = evaluationOf('binh');
  await told(head, id, assigned('cv-01', 'Tham mưu kế hoạch cải cách hành chính'));
  return id;
}
