import { LICENSING_REGISTER } from '../src/worker/example/province';
import { registerCsv } from '../src/worker/example/registerCsv';
import { must, until } from './caller';
import type { Caller, Json } from './caller';
import type { Cast } from './office';
import { FIRST_DRAFT, review, WHOLE_PLAN } from './plan';
import { amongItems, say, told, type Verdict } from './tell';

const PROCEDURE = 'business-licensing';
const FIRST = 'business-registration~business-licensing~1';
const SECOND = 'business-registration~business-licensing~2';

/** Imports the register as it stood on a day and shows the progress; answers how many cases were added and updated. */
export async function importRegister(lan: Caller, asOf: string): Promise<{ added: number; updated: number }> {
  const text = [...registerCsv({ ...LICENSING_REGISTER, asOf })].join('');
  const { location } = await lan.upload(`/v1/procedures/${PROCEDURE}/imports`, text);
  let shown = -1;
  const state = await until(`the import of the register of ${asOf}`, 60, async () => {
    const { body } = await lan.get(location);
    const share = Math.round((body['progress'] as { share: number }).share * 100);
    if (share !== shown) say(`  ${share} % read, ${JSON.stringify(body['cases'])}`);
    shown = share;
    return body['status'] === 'running' ? undefined : body;
  });
  must(state['status'] === 'done' && state['errorCount'] === 0, `the import ended with ${JSON.stringify(state)}`);
  return state['cases'] as { added: number; updated: number };
}

/** Launch; the gate refuses and says why; the lead completes the plan; four eyes refuse her; her head approves. */
export async function planned({ lan, quang }: Cast): Promise<void> {
  const launched = await lan.post(
    '/v1/cycles',
    { procedure: PROCEDURE, title: 'Đăng ký trong ba ngày', plan: FIRST_DRAFT },
    201,
  );
  must(launched.body['id'] === FIRST, `the cycle should be ${FIRST} and is ${String(launched.body['id'])}`);
  say(`Lan launches the cycle ${FIRST}.`);
  const twice = await lan.post('/v1/cycles', { procedure: PROCEDURE }, 409);
  must(twice.body['code'] === 'CYCLE_ALREADY_OPEN', 'a second launch must be refused');
  say(`She launches it again by mistake. Refused: ${told(twice)}`);
  const gate = await quang.post(commands(FIRST), { type: 'ApprovePlan' }, 422);
  must(gate.body['code'] === 'PLAN_IS_INCOMPLETE', 'the gate must refuse an incomplete plan');
  say(`Quang, head of the unit, wants to approve. The gate refuses: ${told(gate)}`);
  const lacking = missing(gate.body);
  must(lacking.length === 7 && lacking.every((line) => line !== ''), 'the gate must name all seven missing things');
  for (const line of lacking) say(`  missing: ${line}`);
  await lan.post(commands(FIRST), { type: 'RevisePlan', plan: WHOLE_PLAN }, 200);
  say('Lan completes the plan: causes, indicators with predictions, countermeasures, a pilot, reviewers.');
  const own = await lan.post(commands(FIRST), { type: 'ApprovePlan' }, 403);
  must(own.body['code'] === 'YOU_WROTE_THIS_PLAN', `four eyes must refuse, not ${String(own.body['code'])}`);
  say(`Lan, who is deputy head as well, approves her own plan. Four eyes refuse: ${told(own)}`);
  const approved = await quang.post(commands(FIRST), { type: 'ApprovePlan', note: 'Đồng ý' }, 200);
  must(approved.body['phase'] === 'do', 'an approved plan goes into Do');
  say(`Quang approves. Do runs until ${(approved.body['doEnds'] as { at: string }).at}; predictions are locked.`);
  const locked = await lan.post(commands(FIRST), { type: 'RevisePlan', plan: { causes: ['x'] } }, 409);
  must(locked.body['code'] === 'PREDICTIONS_ARE_LOCKED', 'predictions must be locked in Do');
  say(`Lan would like to change a prediction now. Refused: ${told(locked)}`);
}

/** Check opens by itself; the engine says what changed. */
export async function checked({ lan }: Cast): Promise<void> {
  const cycle = await until('Check', 60, async () => {
    const { body } = await lan.get(cyclePath(FIRST));
    return body['phase'] === 'check' ? body : undefined;
  });
  say('Check has opened by itself. The engine compares the cases before and after:');
  const verdicts = (cycle['checks'] as readonly { verdicts: readonly Verdict[] }[])[0]?.verdicts ?? [];
  for (const { indicator, words } of verdicts) {
    say(`  ${indicator}`);
    for (const text of [words.vi, words.en]) for (const line of text.split('\n')) say(`    ${line}`);
  }
  must(verdicts.length === 3, `three indicators should have a verdict, not ${verdicts.length}`);
  for (const { indicator, verdict, prediction } of verdicts)
    must(
      verdict === 'improved' && prediction === 'held',
      `${indicator}: improved and held, not ${verdict}, ${prediction}`,
    );
}

/** Both are reminded; one answers, the other is late and her superior hears of it. */
export async function reviewed({ quang, son, thao }: Cast): Promise<void> {
  for (const [name, reviewer] of [
    ['Sơn', son],
    ['Thảo', thao],
  ] as const) {
    const message = await until(`a reminder in the inbox of ${name}`, 30, () => amongItems(reviewer, FIRST));
    say(`${name} is reminded: ${message.subject}`);
  }
  must((await amongItems(quang, FIRST)) === undefined, 'nobody is late yet: the superior must not have heard of it');
  await son.post(commands(FIRST), review('Ví dụ trên biểu mẫu giúp nhiều nhất'), 200);
  say('Sơn records his review in time. Thảo does not.');
  const escalated = await until('a message to the superior', 60, () => amongItems(quang, FIRST));
  say(`Thảo is late, and Quang, her superior, hears of it: ${escalated.subject}`);
  must(escalated.body.includes('Võ Thị Thảo') && escalated.body.includes('superior'), 'it must name who is late');
  must(!escalated.body.includes('for Đặng Văn Sơn'), 'whoever answered in time must not be named as owing');
  const { body } = await thao.post(commands(FIRST), review('Bưu chính cần danh mục giấy tờ'), 200);
  must(body['phase'] === 'act', 'the last review leads into Act');
  say('Thảo records hers. All reviews are there: the cycle is in Act.');
}

/** The decision, and the next cycle with it. */
export async function decided({ lan, quang }: Cast): Promise<void> {
  const decision = {
    type: 'AdaptChange',
    reason: 'Nhanh hơn thật, nhưng hồ sơ bưu chính vẫn thiếu giấy tờ.',
    changes: { do: 'P3M', pilot: { scope: 'Hồ sơ gửi bưu chính', filter: { channel: ['Bưu chính'] } } },
  };
  const { body } = await quang.post(commands(FIRST), decision, 200);
  must(body['phase'] === 'closed', 'a decision closes the cycle');
  say('Quang decides to adapt: it works, but not yet for what comes by post. The cycle is closed.');
  const fidelity = Object.entries(body['fidelity'] as Record<string, boolean>).filter(([, yes]) => yes);
  say(`How faithfully the method was followed: ${fidelity.length} of 7 (${fidelity.map(([key]) => key).join(', ')}).`);
  const next = await until('the next cycle of the series', 30, async () => {
    const { body: page } = await lan.get(`/v1/units/business-registration/cycles?procedure=${PROCEDURE}&phase=plan`);
    return (page['items'] as readonly Json[]).find(({ id }) => id === SECOND);
  });
  const earlier = next['earlier'] as Json | undefined;
  must(
    earlier?.['cycle'] === FIRST && earlier['closed'] === undefined,
    'the earlier decision must wait for its status',
  );
  say(`The next cycle, ${SECOND}, is there with the changed plan; the earlier decision waits to be closed.`);
}

/** What stays: the department's history, and a chain of events that shows any change. */
export async function kept({ lan }: Cast): Promise<void> {
  const { body: page } = await lan.get('/v1/units/business-registration/cycles');
  const items = page['items'] as readonly Json[];
  must(items.map(({ id }) => id).join() === [SECOND, FIRST].join(), 'the history must list both cycles, newest first');
  say('The history of the department:');
  for (const { id, phase, title } of items) say(`  ${String(id)} "${String(title)}": ${String(phase)}`);
  const { body: events } = await lan.get(`${cyclePath(FIRST)}/events?limit=100`);
  for (const { sequence, event } of events['items'] as readonly { sequence: number; event: Json }[])
    say(`  ${String(sequence).padStart(2)} ${String(event['at'])} ${String(event['type'])} by ${String(event['by'])}`);
  const { body: chain } = await lan.get(`${cyclePath(FIRST)}/events/verify`);
  must(chain['valid'] === true, `the hash chain must be whole: ${JSON.stringify(chain)}`);
  say(`The chain of ${String(chain['events'])} events is whole; its head is ${String(chain['head']).slice(0, 16)}….`);
}

const cyclePath = (id: string): string => `/v1/cycles/${encodeURIComponent(id)}`;
const commands = (id: string): string => `${cyclePath(id)}/commands`;

const missing = ({ errors }: Json): readonly string[] =>
  (errors as readonly { readonly message: string }[]).map(({ message }) => message);
