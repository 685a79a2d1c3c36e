import type { Closings, Figures, Indicators, KeptValues } from '../activities/indicators.ports';
import type { Changes } from '../activities/changes.ports';
import type {
  DocumentKind,
  EventStore,
  Inbox,
  Organisation,
  OrganisationEditor,
  Outbox,
  Reminders,
} from '../activities/ports';
import type { ProgrammeBooks, Programmes } from '../activities/programmes.ports';
import type { Scorecards } from '../activities/scorecards.ports';
import type { Ideas } from '../activities/ideas.ports';
import type { EvaluationPeriods } from '../activities/evaluationPeriods.ports';
import type { Reviews } from '../activities/reviews.ports';
import type { Surveys } from '../activities/surveys.ports';
import type { Action } from '../domain/access/actions';
import type { Audience, Change } from '../domain/live/change';
import type { Cycle } from '../domain/cycle/state';
import type { Person } from '../domain/organisation/organisation.schema';
import { ownersIn } from '../domain/reviews/relations';
import type { Review } from '../domain/reviews/state';
import type { Survey } from '../domain/survey/state';

type Noted = {
  readonly events: EventStore;
  readonly surveys: Surveys;
  readonly ideas: Ideas;
  readonly reviews: Reviews;
  readonly evaluationPeriods: EvaluationPeriods;
  readonly reminders: Reminders & Inbox;
  readonly outbox: Outbox;
  readonly indicators: Indicators;
  readonly scorecards: Scorecards;
  readonly programmes: Programmes;
  readonly programmeFigures: ProgrammeBooks;
  readonly figures: Figures;
  readonly keptValues: KeptValues;
  readonly closings: Closings;
  readonly organisation: Organisation & OrganisationEditor;
};

/** The same stores; what they write is noted once it is stored, so that open pages hear of it. */
export function noting<Stores extends Noted>(stores: Stores, changes: Changes): Stores {
  return {
    ...stores,
    events: cycles(stores.events, changes),
    surveys: surveys(stores.surveys, changes),
    ideas: ideas(stores.ideas, changes),
    reviews: reviews(stores.reviews, changes),
    evaluationPeriods: evaluationPeriods(stores.evaluationPeriods, changes),
    reminders: messages(stores.reminders, changes),
    outbox: deliveries(stores.outbox, changes),
    indicators: indicators(stores.indicators, changes),
    scorecards: scorecards(stores.scorecards, changes),
    programmes: programmes(stores.programmes, changes),
    programmeFigures: books(stores.programmeFigures, changes),
    figures: figures(stores.figures, changes),
    keptValues: keptValues(stores.keptValues, changes),
    closings: closings(stores.closings, changes),
    organisation: { ...stores.organisation, ...documents(stores.organisation, changes) },
  };
}

const cycles = (events: EventStore, changes: Changes): EventStore => ({
  ...events,
  async appendCycle(recorded, cycle, dues) {
    await events.appendCycle(recorded, cycle, dues);
    const version = recorded.at(-1)?.sequence;
    if (version === undefined) return;
    await changes.note([{ kind: 'cycle', id: cycle.id, version, audience: audienceOfCycle(cycle) }]);
  },
});

function audienceOfCycle({ unit, lead, plan }: Cycle): Audience {
  const owners = (plan.countermeasures ?? []).flatMap(({ owner }) => owner ?? []);
  const ties = { lead: [lead], reviewer: plan.reviewers ?? [], 'countermeasure-owner': owners };
  return { action: 'cycle.read', units: [unit], ties };
}

const audienceOfSurvey = ({ unit, owner }: Survey): Audience => ({
  action: 'survey.read',
  units: [unit],
  ties: { owner: [owner] },
});

const surveys = (inner: Surveys, changes: Changes): Surveys => ({
  ...inner,
  async append(recorded, survey) {
    await inner.append(recorded, survey);
    const version = recorded.at(-1)?.sequence;
    if (version !== undefined)
      await changes.note([{ kind: 'survey', id: survey.id, version, audience: audienceOfSurvey(survey) }]);
  },
  async addAnswer(answer) {
    const before = await inner.addAnswer(answer);
    const audience = { action: 'survey.results', units: [answer.unit] } as const;
    if (before === undefined) await changes.note([{ kind: 'survey', id: answer.survey, audience }]);
    return before;
  },
});

const ideas = (inner: Ideas, changes: Changes): Ideas => ({
  ...inner,
  async append(appended) {
    const stored = await inner.append(appended);
    const told = ({ idea: { id, unit } }: (typeof appended)[number]) =>
      ({ kind: 'idea', id, audience: { action: 'idea.read', units: [unit] } }) as const;
    if (stored) await changes.note(appended.map(told));
    return stored;
  },
});

const audienceOfReview = (review: Review): Audience => ({
  action: 'review.read',
  units: [review.unit],
  ties: { lead: [review.definition.chair], reviewer: review.definition.members, owner: ownersIn(review) },
});

const reviews = (inner: Reviews, changes: Changes): Reviews => ({
  ...inner,
  async append(recorded, review) {
    await inner.append(recorded, review);
    const version = recorded.at(-1)?.sequence;
    if (version !== undefined)
      await changes.note([{ kind: 'review', id: review.id, version, audience: audienceOfReview(review) }]);
  },
});

const evaluationPeriods = (inner: EvaluationPeriods, changes: Changes): EvaluationPeriods => ({
  ...inner,
  async append(recorded, period) {
    await inner.append(recorded, period);
    const version = recorded.at(-1)?.sequence;
    const ties = { lead: [period.openedBy], reviewer: period.calibrators };
    const audience = { action: 'evaluationPeriod.read', units: [period.unit], ties } as const;
    if (version !== undefined) await changes.note([{ kind: 'evaluationPeriod', id: period.id, version, audience }]);
  },
});

const messages = (inner: Reminders & Inbox, changes: Changes): Reminders & Inbox => ({
  ...inner,
  async record(outgoing) {
    const recorded = await inner.record(outgoing);
    await changes.note(outgoing.map(({ key, person }) => ({ kind: 'message', id: key, audience: { person } })));
    return recorded;
  },
  async markRead(person, key, at) {
    const marked = await inner.markRead(person, key, at);
    if (marked) await changes.note([{ kind: 'message', id: key, audience: { person } }]);
    return marked;
  },
});

const deliveries = (inner: Outbox, changes: Changes): Outbox => {
  const note = (id: string) =>
    changes.note([{ kind: 'delivery', id, audience: { action: 'undelivered.read', units: [] } }]);
  return {
    ...inner,
    async delivered(key, ...rest) {
      await inner.delivered(key, ...rest);
      await note(key);
    },
    async failed(key, ...rest) {
      await inner.failed(key, ...rest);
      await note(key);
    },
    async retry(key, ...rest) {
      const due = await inner.retry(key, ...rest);
      if (due) await note(key);
      return due;
    },
  };
};

const indicators = (inner: Indicators, changes: Changes): Indicators => {
  const note = async (edited: Awaited<ReturnType<Indicators['define']>>) => {
    if (!edited.ok || !edited.changed) return edited;
    const { id, version } = edited.stored;
    await changes.note([{ kind: 'indicator', id, version, audience: { action: 'indicator.read', units: [] } }]);
    return edited;
  };
  return {
    ...inner,
    define: async (...edit) => note(await inner.define(...edit)),
    override: async (...edit) => note(await inner.override(...edit)),
  };
};

const scorecards = (inner: Scorecards, changes: Changes): Scorecards => ({
  ...inner,
  async put(editing, value) {
    const edited = await inner.put(editing, value);
    if (!edited.ok || !edited.changed) return edited;
    const ties = value.owner === undefined ? {} : { ties: { owner: [value.owner] } };
    const audience: Audience = { action: 'scorecard.read', units: [value.unit], ...ties };
    await changes.note([{ kind: 'scorecard', id: editing.id, version: edited.stored.version, audience }]);
    return edited;
  },
});

const programmes = (inner: Programmes, changes: Changes): Programmes => ({
  ...inner,
  async put(editing, value) {
    const edited = await inner.put(editing, value);
    if (!edited.ok || !edited.changed) return edited;
    const audience = { action: 'programme.read', units: [value.unit] } as const;
    await changes.note([{ kind: 'programme', id: editing.id, version: edited.stored.version, audience }]);
    return edited;
  },
});

const books = (inner: ProgrammeBooks, changes: Changes): ProgrammeBooks => ({
  ...inner,
  async record(figure) {
    const recorded = await inner.record(figure);
    const audience = { action: 'programme.read', units: [figure.unit] } as const;
    if (recorded) await changes.note([{ kind: 'programme', id: figure.programme, audience }]);
    return recorded;
  },
});

/** One change an indicator, however many units and periods of it have new numbers. */
function changedNumbers(numbers: readonly { readonly indicator: string; readonly unit: string }[]): readonly Change[] {
  const units = new Map<string, Set<string>>();
  for (const { indicator, unit } of numbers) units.set(indicator, (units.get(indicator) ?? new Set()).add(unit));
  return [...units].map(([id, where]) => ({
    kind: 'indicator',
    id,
    audience: { action: 'indicator.value.read', units: [...where] },
  }));
}

const figures = (inner: Figures, changes: Changes): Figures => ({
  ...inner,
  async record(wanted) {
    const recorded = await inner.record(wanted);
    if (recorded !== 'conflict')
      await changes.note(changedNumbers(recorded.flatMap(({ figure, changed }) => (changed ? [figure] : []))));
    return recorded;
  },
  async decideApproval(key, approval) {
    const decided = await inner.decideApproval(key, approval);
    if (decided) await changes.note(changedNumbers([key]));
    return decided;
  },
});

const keptValues = (inner: KeptValues, changes: Changes): KeptValues => ({
  ...inner,
  async keep(values, at) {
    const changed = await inner.keep(values, at);
    await changes.note(changedNumbers(changed));
    return changed;
  },
});

const closings = (inner: Closings, changes: Changes): Closings => {
  const note = ({ unit, period }: { readonly unit: string; readonly period: string }) =>
    changes.note([{ kind: 'period', id: `${unit}/${period}`, audience: { action: 'period.read', units: [unit] } }]);
  return {
    ...inner,
    async close(closing) {
      const closed = await inner.close(closing);
      if (closed) await note(closing);
      return closed;
    },
    async reopen(key, reopened) {
      const open = await inner.reopen(key, reopened);
      if (open) await note(key);
      return open;
    },
  };
};

function documents(inner: OrganisationEditor & Organisation, changes: Changes): OrganisationEditor {
  const note = (kind: DocumentKind, id: string, audience: Audience, version?: number) =>
    changes.note([{ kind: 'document', id: `${kind}/${id}`, audience, ...(version !== undefined && { version }) }]);
  return {
    async put(kind, value, edit) {
      const edited = await inner.put(kind, value, edit);
      if (edited.ok && edited.changed) await note(kind, value.id, audienceOf(kind, value), edited.stored.version);
      return edited;
    },
    async remove(kind, id, edit) {
      const person = kind === 'person' ? (await inner.people.get(id))?.value : undefined;
      const removed = await inner.remove(kind, id, edit);
      if (removed === true && (kind !== 'person' || person !== undefined))
        await note(kind, id, audienceOf(kind, person));
      return removed;
    },
  };
}

const READ = {
  unit: 'unit.read',
  procedure: 'procedure.read',
  calendar: 'calendar.read',
  reminderPolicy: 'reminderPolicy.read',
  planTemplate: 'planTemplate.read',
  terms: 'terms.read',
} as const satisfies Record<Exclude<DocumentKind, 'person'>, Action>;

function audienceOf(kind: DocumentKind, value: unknown): Audience {
  if (kind !== 'person') return { action: READ[kind], units: [] };
  const { id, unit } = value as Person;
  return { action: 'person.read', units: [unit], ties: { self: [id] } };
}
