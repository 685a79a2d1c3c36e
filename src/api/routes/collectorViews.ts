import { z } from 'zod';
import type { CollectPreview, CollectRun } from '../../activities/collect.ports';
import { Collector } from '../../domain/collect/collector.schema';
import type { CollectFailure } from '../../domain/collect/failures';
import type { CollectRowError } from '../../domain/collect/rowErrors';
import { Id, IsoInstant } from '../../domain/shared/ids.schema';
import { inWords } from '../../domain/shared/language';
import type { Language } from '../../domain/shared/language';

const Count = z.number().int().min(0);
export const CollectorInput = Collector.extend({
  id: Id.optional().meta({ readOnly: true }),
  version: z.number().optional().meta({ readOnly: true }),
  updatedAt: z.string().optional().meta({ readOnly: true }),
  updatedBy: z.string().optional().meta({ readOnly: true }),
});
export const CollectorView = z.object({
  id: Id,
  version: Count,
  updatedAt: IsoInstant,
  updatedBy: z.string(),
  ...Collector.shape,
});
export const CollectorVersionView = CollectorView.extend({
  removedBecause: z.string().optional().describe('Of the last version before a removal: why it was removed'),
});

const Counts = z.object({
  rows: Count,
  recorded: Count,
  corrected: Count,
  unchanged: Count,
  kept: Count.describe('Differ, and stay: the collector takes new ones only'),
  closed: Count.describe('Differ, and lie in a closed period'),
  conflicts: Count.describe('Differ from what a person (or another source) recorded: theirs is left as it is'),
  blank: Count.describe('Rows without a figure'),
});
const Failure = z.object({ code: z.string(), message: z.string() });
const Outcome = {
  bytes: Count.optional().describe('Of the answer, unpacked'),
  counts: Counts.optional(),
  errors: z
    .array(z.object({ row: Count, field: z.string(), code: z.string(), message: z.string() }))
    .describe('Rows that were left out, in the language of the caller; the first 200'),
  errorCount: Count,
  failure: Failure.optional().describe('Why nothing was collected'),
};
export const RunView = z.object({
  id: z.string(),
  collector: Id,
  status: z.enum(['running', 'done', 'failed']),
  attempts: Count,
  startedAt: IsoInstant,
  finishedAt: IsoInstant.optional(),
  durationMs: Count.optional().describe('Of the last attempt'),
  ...Outcome,
});
export const PreviewView = z.object({
  ...Outcome,
  figures: z
    .array(
      z.object({
        indicator: Id,
        unit: Id,
        period: z.string(),
        status: z.string(),
        value: z.number().optional(),
        numerator: z.number().optional(),
        denominator: z.number().optional(),
        n: z.number().optional(),
        correction: z.boolean(),
      }),
    )
    .describe('What would be recorded; the first 200'),
});

type Told = { readonly errors: readonly CollectRowError[]; readonly failure?: CollectFailure };
const told = ({ errors, failure }: Told, language: Language) => ({
  errors: errors.map(({ row, field, code, words }) => ({ row, field, code, message: inWords(words, language) })),
  ...(failure !== undefined && { failure: { code: failure.code, message: inWords(failure.words, language) } }),
});
export const runView = (run: CollectRun, language: Language) => ({ ...run, ...told(run, language) });
export const previewView = (preview: CollectPreview, language: Language) => ({
  ...preview,
  ...told(preview, language),
});

export const collectorExample = {
  name: 'Cổng dịch vụ công: tỷ lệ đúng hạn',
  unit: 'kh-dpi',
  url: 'https://thongke.example.gov.vn/api/dung-han?nam=2026',
  format: 'json',
  schedule: { cron: '30 6 2 * *', timeZone: 'Asia/Ho_Chi_Minh' },
  auth: { type: 'bearer', secret: 'env:KAIRYO_SECRET_DVC' },
  mapping: {
    items: '/data/rows',
    period: { path: 'ky', format: 'MM/yyyy' },
    unit: { path: 'donVi' },
    indicator: { fixed: 'on-time-share' },
    numerator: { path: 'dungHan' },
    denominator: { path: 'tongSo' },
    unitMap: { 'Sở Kế hoạch và Đầu tư': 'kh-dpi' },
  },
};
