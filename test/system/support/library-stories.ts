import type { WorkflowHandle } from '@temporalio/client';
import { temporalCollectors } from '../../../src/api/temporalCollectors';
import { temporalPeriods } from '../../../src/api/temporalPeriods';
import { temporalReviews } from '../../../src/api/temporalReviews';
import type { AnyPeriodCommand } from '../../../src/domain/evaluationPeriods/decide';
import { periodWorkflowId } from '../../../src/workflows/evaluationPeriod.contract';
import { temporalSurveys } from '../../../src/api/temporalSurveys';
import type { CollectSource } from '../../../src/activities/collect.ports';
import type { Collector } from '../../../src/domain/collect/collector.schema';
import { readJson } from '../../../src/domain/collect/documents';
import { collectFailure } from '../../../src/domain/collect/failures';
import { IndicatorDefinition } from '../../../src/domain/indicators/indicator.schema';

import { FROM_THE_BEGINNING } from '../../../src/domain/indicators/facts';
import { ReviewPlan } from '../../../src/domain/reviews/review.schema';
import { SurveyDefinition } from '../../../src/domain/survey/survey.schema';
import type { ReviewCommand } from '../../../src/domain/reviews/review.schema';
import type { SurveyCommand } from '../../../src/domain/survey/survey.schema';
import { collectWorkflowId } from '../../../src/workflows/collect.contract';
import { TASK_QUEUE } from '../../../src/workflows/queues.contract';
import { indicatorChangedSignal, RECOMPUTE_WORKFLOW } from '../../../src/workflows/recompute.contract';
import type { RecomputeInput } from '../../../src/workflows/recompute.contract';
import { lookForValuesSignal, reviewPlanWorkflowId, reviewWorkflowId } from '../../../src/workflows/review.contract';
import { surveyWorkflowId } from '../../../src/workflows/survey.contract';
import { eventually } from './eventually';
import { HEAD, LEAD } from './office';
import type { Book } from './record-histories';

/** A source that is not there at first. */
export function sourceThatComes(): CollectSource {
  const asked = new Set<string>();
  return {
    read: async (collector) => {
      if (!asked.has(collector.id)) {
        asked.add(collector.id);
        return { ok: false, failure: collectFailure('COLLECT_NO_CONNECTION', { detail: 'ECONNREFUSED' }), bytes: 0 };
      }
      return { ...readJson('[{"p":"2026-01","v":5}]', collector.mapping), bytes: 23 };
    },
  };
}

const COLLECTOR: Collector = {
  id: 'figures',
  name: 'Figures of the one-stop shop',
  unit: 'kh-dpi',
  url: 'https://figures.example/late',
  format: 'json',
  method: 'GET',
  schedule: { every: 'P1D' },
  timeoutSeconds: 30,
  maxBytes: 100_000,
  enabled: true,
  mapping: { period: { path: 'p' }, indicator: { fixed: 'late' }, value: { path: 'v' } },
};

async function defined({ stores }: Book, id: string, source?: IndicatorDefinition['source']): Promise<void> {
  const definition = { ...IndicatorDefinition.parse({ name: id, ...(source && { source }) }), home: 'kh-dpi' };
  const references = source?.type === 'formula' ? ['late'] : [];
  await stores.indicators.define({ id, validFrom: '0001-01-01', by: 'head' }, definition, { references });
}

const QUESTIONS = [{ key: 'overall', type: 'scale', text: 'Satisfied?' }];

/** Played like those of `record-histories.ts`. */
export const LIBRARY_STORIES: Readonly<Record<string, (book: Book) => Promise<string>>> = {
  'survey-extended': async (book) => {
    const cycle = await book.launch('surveyed');
    const surveys = temporalSurveys({ ...book.stores, client: book.client });
    const definition = SurveyDefinition.parse({
      title: 'Feedback',
      belongsTo: { cycle },
      questions: QUESTIONS,
      opens: { after: 'PT1S', event: 'do-began' },
      closes: { after: 'PT2S' },
    });
    const order = async (command: SurveyCommand): Promise<void> => {
      const answer = await surveys.command('waits', { command, by: HEAD, commandId: command.type });
      if (!answer.ok) throw new Error(`${command.type}: ${answer.refusal.code}`);
    };
    await surveys.create({ id: 'waits', unit: 'kh-dpi', procedure: 'surveyed', definition }, HEAD, 'made');
    await order({ type: 'ScheduleSurvey' });
    await book.give(cycle, { type: 'ApprovePlan' }, HEAD);
    await surveys.cycleMoved(cycle);
    await eventually(async () => {
      if ((await book.stores.surveys.get('waits'))?.survey.phase !== 'open') throw new Error('not open yet');
    });
    await order({ type: 'ExtendSurvey', by: 'PT3S', reason: 'Few answers' });
    await book.client.workflow.getHandle(surveyWorkflowId('waits')).result();
    return surveyWorkflowId('waits');
  },
  /** From opening to the close, with a decision that is reported on afterwards. */
  'review-held': async (book) => {
    const { reviews, of } = await planned(book, 'held');
    const opened = await reviews.open(of, LEAD, 'open');
    if (!opened.ok) throw new Error(opened.refusal.code);
    const order = async (command: ReviewCommand): Promise<void> => {
      const answer = await reviews.command(opened.review.id, { command, by: LEAD, commandId: command.type });
      if (!answer.ok) throw new Error(`${command.type}: ${answer.refusal.code}`);
    };
    await order({ type: 'PrepareMemoNow' });
    const day = new Date().toISOString().slice(0, 10);
    await order({ type: 'HoldMeeting', on: day, present: ['lead'], absent: [], minutes: 'All was said' });
    await order({ type: 'Decide', key: 'staff', text: 'A second counter', owner: 'lead' });
    await order({ type: 'Close', summary: 'Held' });
    const decision = `${opened.review.id}#staff`;
    await order({ type: 'SetDecisionStatus', decision, status: 'done', note: 'It is open' });
    await book.client.workflow.getHandle(reviewWorkflowId(of)).result();
    return reviewWorkflowId(of);
  },
  /** Told of many figures at once. */
  'review-told': async (book) => {
    const { reviews, of } = await planned(book, 'told');
    const opened = await reviews.open(of, LEAD, 'open');
    if (!opened.ok) throw new Error(opened.refusal.code);
    const handle = book.client.workflow.getHandle(reviewWorkflowId(of));
    await Promise.all([1, 2, 3].map(() => handle.signal(lookForValuesSignal)));
    const command = { type: 'Cancel', reason: 'It was a trial' } as const;
    const answer = await reviews.command(opened.review.id, { command, by: LEAD, commandId: 'cancel' });
    if (!answer.ok) throw new Error(answer.refusal.code);
    await handle.result();
    return reviewWorkflowId(of);
  },
  'evaluationPeriod-final': async ({ stores, client }) => {
    const periods = temporalPeriods({ ...stores, client });
    const opening = { scheme: 'vn-335-2025', unit: 'kh-dpi', period: '2026-01', calibrators: ['lead'] };
    const excluded = ['head', 'lead', 'chi', 'dung', 'binh'].map((person) => ({ person, reason: 'A story' }));
    const opened = await periods.open({ ...opening, excluded }, HEAD, 'open');
    if (!opened.ok) throw new Error(opened.refusal.code);
    const { id } = opened.period;
    const reached = (phase: string): Promise<void> =>
      eventually(async () => {
        const found = (await stores.evaluationPeriods.get(id))?.period.phase;
        if (found !== phase) throw new Error(`${id} is ${found}, not ${phase}`);
      });
    await reached('selfAssessment');
    const commands: readonly AnyPeriodCommand[] = [
      { type: 'PausePeriod', reason: 'Storm' },
      { type: 'ResumePeriod', reason: 'Over' },
      { type: 'HoldCalibration', attendance: ['lead'], minutes: 'Nobody is rated' },
      { type: 'Publish' },
    ];
    for (const command of commands) {
      const answer = await periods.command(id, { command, by: HEAD, commandId: command.type });
      if (!answer.ok) throw new Error(`${command.type}: ${answer.refusal.code}`);
    }
    await reached('appeals');
    await periods.resultsChanged(id);
    return periodWorkflowId(id);
  },
  'reviewPlan-waiting': async (book) => {
    const { reviews, of } = await planned(book, 'waiting');
    await reviews.planChanged(of.plan);
    await eventually(async () => {
      const { events } = await book.client.workflow.getHandle(reviewPlanWorkflowId(of.plan)).fetchHistory();
      if (!(events ?? []).some((event) => event.timerStartedEventAttributes)) throw new Error('it does not wait yet');
    });
    return reviewPlanWorkflowId(of.plan);
  },
  'collect-retried': async (book) => {
    await defined(book, 'late');
    await book.stores.collectors.put(COLLECTOR, 'administrator');
    await temporalCollectors(book.client).run(COLLECTOR.id, 'once');
    const workflowId = collectWorkflowId(COLLECTOR.id, 'once');
    await book.client.workflow.getHandle(workflowId).result();
    return workflowId;
  },
  'collectPreview-shown': async ({ client }) => {
    await temporalCollectors(client).preview(COLLECTOR.id, 'look');
    return `${collectWorkflowId(COLLECTOR.id, 'look')}/preview`;
  },
  /** As it begins after a continue-as-new: with a recomputation under way and changes that wait. */
  'recompute-carried': async (book) => {
    await defined(book, 'twice', { type: 'formula', formula: 'late * 2' });
    const step = { id: 'rec-carried', changes: [{ kind: 'figures', indicators: ['late'] }] } as const;
    const input: RecomputeInput = { step, pending: [{ kind: 'definition', indicator: 'twice' }] };
    const options = { workflowId: 'recompute/carried', taskQueue: TASK_QUEUE, args: [input] };
    const handle = await book.client.workflow.start(RECOMPUTE_WORKFLOW, options);
    await done(handle, 2);
    await handle.signal(indicatorChangedSignal, { kind: 'figures', indicators: ['late'] });
    await done(handle, 3);
    return 'recompute/carried';
  },
};

async function planned({ stores, client }: Book, plan: string) {
  const definition = ReviewPlan.parse({ subject: { type: 'unit', id: 'kh-dpi' }, unit: 'kh-dpi', chair: 'lead' });
  await stores.reviewPlans.put({ id: plan, validFrom: FROM_THE_BEGINNING, by: 'head' }, definition);
  return { reviews: temporalReviews({ ...stores, client }), of: { plan, period: '2026-Q1' } };
}

/** Each recomputation is two activities: it computes, and looks at what is watched. */
const done = (handle: WorkflowHandle, count: number): Promise<void> =>
  eventually(async () => {
    const { events } = await handle.fetchHistory();
    const over = (events ?? []).filter((event) => event.activityTaskCompletedEventAttributes).length / 2;
    if (over < count) throw new Error(`${over} recomputations are done`);
  });
