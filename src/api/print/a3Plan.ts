import type { PlanIndicator } from '../../domain/cycle/cycle.schema';
import { FIDELITY_QUESTIONS } from '../../domain/cycle/events';
import type { Cycle } from '../../domain/cycle/state';
import type { IndicatorVerdict } from '../../domain/cycle/verdict';
import { inWords } from '../../domain/shared/language';
import type { Flow } from './flow';
import { shown } from './reader';
import type { Reader } from './reader';

export const verdictsOf = (cycle: Cycle): readonly IndicatorVerdict[] =>
  'checks' in cycle ? (cycle.checks.at(-1)?.verdicts ?? []) : [];

/** Texts under a heading; where there are none, that they are not there yet. */
export function part(flow: Flow, title: string, texts: readonly string[], { say }: Reader): void {
  flow.heading(title);
  for (const text of texts.length === 0 ? [say('notYet')] : texts) flow.paragraph(text);
}

/** The left side: what was planned, and beside each prediction what came of it. */
export function planned(flow: Flow, cycle: Cycle, reader: Reader): void {
  const { say, name, day } = reader;
  const { problem, causes = [], aim, pilot, reviewers = [] } = cycle.plan;
  const causeLines = causes.map((cause) => `• ${cause}`);
  part(flow, say('problem'), problem === undefined ? [] : [problem], reader);
  part(flow, say('causes'), causeLines, reader);
  const by = aim?.by === undefined ? '' : ` (${say('due')}: ${day(aim.by)})`;
  part(flow, say('aim'), aim === undefined ? [] : [`${aim.text}${by}`], reader);
  indicators(flow, cycle, reader);
  countermeasures(flow, cycle, reader);
  part(flow, say('pilot'), pilot === undefined ? [] : [pilot.scope], reader);
  part(flow, say('reviewers'), reviewers.length === 0 ? [] : [reviewers.map(name).join(', ')], reader);
  series(flow, cycle, reader);
  fidelity(flow, cycle, reader);
}

/** The indicator as the plan calls it, else as the library or the catalogue does. */
export function nameOf(key: string, own: string | undefined, cycle: Cycle, { language }: Reader): string {
  const names = verdictsOf(cycle).find(({ indicator }) => indicator === key)?.names;
  return own ?? (names === undefined ? key : inWords(names, language));
}

function indicators(flow: Flow, cycle: Cycle, reader: Reader): void {
  const { say } = reader;
  flow.heading(say('indicators'));
  const { indicators: all = [] } = cycle.plan;
  if (all.length === 0) return flow.paragraph(say('notYet'));
  const columns = [
    { title: say('indicator'), share: 0.26 },
    { title: say('baseline'), share: 0.15 },
    { title: say('prediction'), share: 0.23 },
    { title: say('target'), share: 0.14 },
    { title: say('result'), share: 0.22 },
  ];
  flow.table(
    columns,
    all.map((one) => [
      nameOf(one.key, one.name, cycle, reader),
      shown(one.baseline, one.unit ?? 'number', reader),
      predicted(one, reader),
      shown(one.target, one.unit ?? 'number', reader),
      result(one, cycle, reader),
    ]),
  );
  for (const { key, name, prediction } of all)
    if (prediction?.because !== undefined)
      flow.paragraph(`${nameOf(key, name, cycle, reader)}. ${say('reason')}: ${prediction.because}`);
}

function predicted({ prediction, unit = 'number' }: PlanIndicator, reader: Reader): string {
  const { say } = reader;
  const { atLeast, atMost } = prediction ?? {};
  const low = atLeast === undefined ? [] : [say('atLeast', { value: shown(atLeast, unit, reader) })];
  const high = atMost === undefined ? [] : [say('atMost', { value: shown(atMost, unit, reader) })];
  return [...low, ...high].join(', ') || '–';
}

/** What was found after the change, and whether the prediction held and the target was reached. */
function result({ key, unit = 'number' }: PlanIndicator, cycle: Cycle, reader: Reader): string {
  const { say } = reader;
  const verdict = verdictsOf(cycle).find(({ indicator }) => indicator === key);
  if (verdict === undefined) return say('notYet');
  const held = verdict.prediction === 'none' ? [] : [say(verdict.prediction)];
  const met =
    verdict.targetMet === undefined ? [] : [`${say('target')}: ${say(verdict.targetMet ? 'reached' : 'notReached')}`];
  return [shown(verdict.after.value, unit, reader), ...held, ...met].join('; ');
}

function countermeasures(flow: Flow, cycle: Cycle, reader: Reader): void {
  const { say, name, day } = reader;
  const { countermeasures: all = [] } = cycle.plan;
  flow.heading(say('countermeasures'));
  if (all.length === 0) return flow.paragraph(say('notYet'));
  const progress = 'progress' in cycle ? cycle.progress : {};
  const columns = [
    { title: say('countermeasures'), share: 0.44 },
    { title: say('owner'), share: 0.24 },
    { title: say('due'), share: 0.16 },
    { title: say('status'), share: 0.16 },
  ];
  const rows = all.map(({ key, title, owner, due }) => [
    title,
    owner === undefined ? '–' : name(owner),
    due === undefined ? '–' : day(due),
    say(progress[key]?.status ?? 'planned'),
  ]);
  flow.table(columns, rows);
}

/** Where the cycle stands among those before and after it. */
function series(flow: Flow, cycle: Cycle, reader: Reader): void {
  const { say } = reader;
  const { no, stage, earlier } = cycle;
  const next = cycle.phase === 'closed' && cycle.outcome === 'decided' ? cycle.decision.next : undefined;
  const before = earlier && say('earlier', { cycle: earlier.cycle, decision: say(earlier.decision) });
  const after = next && say('next', { title: next.id });
  const lines = [say('cycleNo', { no, stage }), before, after].filter((line) => line !== undefined);
  part(flow, say('series'), lines, reader);
}

/** Whether the method was kept, as the decision found it. */
function fidelity(flow: Flow, cycle: Cycle, { say }: Reader): void {
  if (cycle.phase !== 'closed' || cycle.outcome !== 'decided') return;
  flow.heading(say('fidelity'));
  for (const answer of ['yes', 'no'] as const) {
    const these = FIDELITY_QUESTIONS.filter((question) => cycle.fidelity[question] === (answer === 'yes'));
    if (these.length > 0) flow.paragraph(`${say(answer)}: ${these.map((question) => say(question)).join('; ')}`);
  }
}
