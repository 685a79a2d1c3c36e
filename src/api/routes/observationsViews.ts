import { z } from 'zod';
import { OBSERVATION_STATUSES } from '../../domain/indicators/observation.schema';
import { Id, IsoInstant } from '../../domain/shared/ids.schema';

const Approval = z.object({
  state: z.enum(['waiting', 'approved', 'rejected']),
  by: z.string().optional(),
  at: IsoInstant.optional(),
  reason: z.string().optional(),
});

export const ObservationView = z
  .object({
    indicator: Id,
    unit: Id,
    period: z.string(),
    version: z.number().int().min(1).describe('Counts from 1 within indicator, unit and period'),
    status: z.enum(OBSERVATION_STATUSES),
    value: z.number().optional().describe('Of numerator and denominator: their quotient times `per`, not rounded'),
    numerator: z.number().optional(),
    denominator: z.number().optional(),
    n: z.number().optional(),
    origin: z.looseObject({ kind: z.string() }).describe('How it came here: entered, imported, collected …'),
    evidence: z.array(z.string()).optional().describe('Ids; see GET /v1/evidence/{id}'),
    by: z.string(),
    recordedAt: IsoInstant,
    reason: z.string().optional(),
    approval: Approval.optional().describe('Where the indicator asks for a second person'),
  })
  .meta({ id: 'Observation' });

const Count = z.number().int().min(0);
export const BulkView = z.object({
  items: z.array(ObservationView).describe('In the order of the entries'),
  recorded: Count.describe('New versions, corrections among them'),
  unchanged: Count.describe('Entries that say what was recorded already'),
});

export const observationExample = {
  indicator: 'dung-han',
  unit: 'dkkd',
  period: '2026-03',
  version: 2,
  status: 'normal',
  value: 0.9375,
  numerator: 45,
  denominator: 48,
  origin: { kind: 'entered' },
  by: 'hoa',
  recordedAt: '2026-04-02T01:30:00.000Z',
  reason: 'Bổ sung 3 hồ sơ vào ngày cuối tháng',
};
