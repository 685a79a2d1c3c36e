import { z } from 'zod';
import { Described, Named } from '../indicators/indicator.schema';
import { Id, IsoDate } from '../shared/ids.schema';

const Key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'small letters, digits and hyphens');

export const Milestone = z
  .object({
    key: Key,
    name: Named,
    planned: IsoDate,
    actual: IsoDate.optional().describe('Day it was reached'),
    weight: z.number().min(0).max(1e6).default(1).describe('Its share of the work, for planned and earned value'),
  })
  .strict();

/**
 * A programme or project. Its money stands in its books (PUT /v1/programmes/{programme}/figures/{figure}/{period}) under
 * `budget-initial`, `budget-supplementary`, `spent`, `committed` and `administrative-cost`.
 */
export const ProgrammeDefinition = z
  .object({
    name: Named,
    description: Described.optional(),
    kind: z.enum(['programme', 'project']).default('project'),
    unit: Id.describe('Unit that carries it'),
    owner: Id.optional(),
    partOf: Id.optional().describe('Programme it belongs to'),
    plannedStart: IsoDate,
    plannedEnd: IsoDate.describe(
      'Last day it was to be finished on, as first approved: a moved date is a revision with a reason',
    ),
    actualStart: IsoDate.optional(),
    actualEnd: IsoDate.optional().describe('Day it was finished; without it, it is not finished'),
    cancelled: IsoDate.optional(),
    milestones: z.array(Milestone).max(300).default([]),
    public: z.boolean().default(false),
  })
  .strict();
export type ProgrammeDefinition = z.infer<typeof ProgrammeDefinition>;
export type Milestone = z.infer<typeof Milestone>;
export const ProgrammeEdit = ProgrammeDefinition.extend({ reason: z.string().trim().min(1).max(4000).optional() });
export type ProgrammeEdit = z.infer<typeof ProgrammeEdit>;
