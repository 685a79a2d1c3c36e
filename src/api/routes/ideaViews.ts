import { z } from 'zod';
import type { IdeaRow } from '../../activities/ideas.ports';
import type { CycleEvidence } from '../../domain/ideas/evidence';
import { IDEA_ANSWERS } from '../../domain/ideas/events';
import type { IdeaEvent } from '../../domain/ideas/events';
import { IdeaPoints } from '../../domain/ideas/idea.schema';
import { IDEA_STAGES, POINT_KINDS, pointsOf, stageOf } from '../../domain/ideas/points';
import type { PointsAt } from '../../domain/ideas/points';
import { contributorsOf, IDEA_STATUSES, isContributor } from '../../domain/ideas/state';
import type { Idea } from '../../domain/ideas/state';
import type { Instant } from '../../domain/shared/time';
import { Id, IsoDate, IsoInstant } from '../../domain/shared/ids.schema';

const Share = z.object({ person: Id, share: z.number().min(0).max(1).describe('Part of the whole, 0..1') });
const Said = { by: Id.optional().describe('Missing: an anonymous contributor'), at: IsoInstant };
export const PointView = z.object({
  kind: z.enum(POINT_KINDS),
  idea: Id,
  points: z.number().describe('For all contributors together'),
  at: IsoInstant,
  evidence: z.object({ kind: z.enum(['idea', 'cycle']), id: z.string() }),
  unit: Id.optional().describe('Of `spread`: who took it over'),
});
const EvidenceView = z.object({
  cycle: z.string(),
  unit: Id,
  title: z.string(),
  launchedAt: IsoInstant,
  testedAt: IsoInstant.optional().describe('It reached its Check'),
  improvedAt: IsoInstant.optional().describe('Its check says *improved*'),
  adoptedAt: IsoInstant.optional().describe('The change was adopted or expanded'),
});

export const IdeaView = z.object({
  id: Id,
  version: z.number().int().min(1),
  title: z.string(),
  text: z.string(),
  unit: Id,
  procedure: Id.optional(),
  anonymous: z.boolean(),
  proposedBy: Id.optional().describe('Missing: anonymous, and not yours to answer'),
  proposedAt: IsoInstant,
  status: z.enum(IDEA_STATUSES),
  stage: z.enum(IDEA_STAGES).describe('Where it stands on the board, by its evidence'),
  answerers: z.array(Id),
  answerDue: IsoInstant,
  late: z.boolean().describe('Nobody answered in time'),
  answers: z.array(z.object({ ...Said, answer: z.enum(IDEA_ANSWERS), reason: z.string() })),
  support: z.number().int().min(0),
  comments: z.array(z.object({ ...Said, text: z.string() })),
  contributors: z.array(Share).optional(),
  proposedShares: z.object({ shares: z.array(Share), agreedBy: z.array(Id) }).optional(),
  mergedInto: Id.optional(),
  evidence: z.array(EvidenceView),
  points: z.array(PointView),
  me: z.object({ contributed: z.boolean(), proposed: z.boolean(), supports: z.boolean(), mayAnswer: z.boolean() }),
  people: z.record(z.string(), z.string()).describe('Names by id'),
});
export type IdeaShown = z.infer<typeof IdeaView>;

export const InnovationView = z.object({
  person: Id,
  total: z.number().describe('Sum of `own`, exact to thousandths'),
  assumption: z.literal(true).describe('How many points there are for what is a setting that this office assumed [A]'),
  points: z.array(PointView.extend({ title: z.string(), share: z.number(), own: z.number(), explain: z.string() })),
});

export const IdeaPointsInput = IdeaPoints.extend({
  validFrom: IsoDate.optional().describe('First day; default today'),
  reason: z.string().trim().min(1).max(2000).optional(),
}).strict();
export const IdeaPointsView = IdeaPoints.extend({
  version: z.number().int().min(0).describe('0: nobody set it, the defaults hold'),
  validFrom: IsoDate.optional(),
  recordedAt: IsoInstant.optional(),
  by: z.string().optional(),
  reason: z.string().optional(),
  assumption: z.literal(true).describe('[A]: an assumption of the office, no rule of law'),
});

export type Reader = { readonly id: string; readonly mayAnswer: boolean; readonly at: Instant };
export type Shown = {
  readonly row: IdeaRow;
  readonly evidence: readonly CycleEvidence[];
  readonly settings: PointsAt;
  readonly names: ReadonlyMap<string, string>;
};

/** Names of an anonymous idea are for those who may answer it, and for its contributors. */
export const isHidden = (idea: Idea, { id, mayAnswer }: Reader): boolean =>
  idea.anonymous && !mayAnswer && !isContributor(idea, id);

export function ideaView({ row: { idea, version }, evidence, settings, names }: Shown, reader: Reader): IdeaShown {
  const { id, title, text, unit, procedure, anonymous, proposedAt, status, answerers, answerDue } = idea;
  const hidden = isHidden(idea, reader);
  const masked = <Row extends { readonly by: string }>(rows: readonly Row[]) =>
    rows.map(({ by, ...row }) => ({ ...row, ...(!(hidden && isContributor(idea, by)) && { by }) }));
  const shares = contributorsOf(idea);
  const shown = {
    ...{ id, version, title, text, unit, anonymous, proposedAt, status, answerDue },
    ...(procedure !== undefined && { procedure }),
    answerers: [...answerers],
    stage: stageOf(idea, evidence),
    late: status === 'new' && answerDue < reader.at,
    answers: masked(idea.answers),
    support: idea.supporters.length,
    comments: masked(idea.comments),
    ...(!hidden && { proposedBy: idea.proposedBy, contributors: [...shares] }),
    ...(!hidden && idea.proposedShares !== undefined && { proposedShares: copied(idea.proposedShares) }),
    ...(idea.mergedInto !== undefined && { mergedInto: idea.mergedInto }),
    evidence: evidence.map(({ next: _next, ...one }) => one),
    points: [...pointsOf(idea, evidence, settings)],
    me: {
      contributed: isContributor(idea, reader.id),
      proposed: idea.proposedBy === reader.id,
      supports: idea.supporters.includes(reader.id),
      mayAnswer: reader.mayAnswer && !isContributor(idea, reader.id),
    },
  };
  const concerned = [...peopleIn(idea)].filter((person) => !hidden || !isContributor(idea, person));
  return { ...shown, people: Object.fromEntries(concerned.map((one) => [one, names.get(one) ?? one])) };
}

const copied = ({ shares, agreedBy }: NonNullable<Idea['proposedShares']>) => ({
  shares: [...shares],
  agreedBy: [...agreedBy],
});

export const peopleIn = (idea: Idea): ReadonlySet<string> =>
  new Set([
    ...[idea.proposedBy, ...idea.answerers],
    ...contributorsOf(idea).map(({ person }) => person),
    ...[...idea.answers, ...idea.comments].map(({ by }) => by),
  ]);

/** An event as this reader may see it. */
export function eventShown(event: IdeaEvent, idea: Idea, reader: Reader): object {
  if (!isHidden(idea, reader)) return event;
  const { by, ...rest } = event;
  const { shares: _shares, ...bare } = 'shares' in rest ? rest : { ...rest, shares: undefined };
  return isContributor(idea, by) ? bare : { ...bare, by };
}
