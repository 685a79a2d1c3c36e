import type { NewFigure } from '../../activities/indicators.ports';
import { IndicatorDefinition } from '../../domain/indicators/indicator.schema';
import { LICENSING } from './province';

/** Complaints about business licensing by month of 2025, as a clerk would have counted them. Invented. */
const COMPLAINTS = [9, 7, 11, 8, 10, 9, 6, 5, 4, 5, 3, 4];

const HOME = { home: LICENSING.unit, owner: 'quang', frequency: 'month' } as const;
const overCases = (aggregation: string) => ({ type: 'cases', procedure: LICENSING.id, aggregation }) as const;
/** Of a score from 0 to 1. */
const BANDS = [{ key: 'good', atLeast: 0.9 }, { key: 'fair', atLeast: 0.5 }, { key: 'poor' }];

/** A small library: each way an indicator can come about, except by survey and programme. Inputs stand before what reads them. */
export const INDICATORS: Readonly<Record<string, IndicatorDefinition & { readonly home: string }>> = Object.fromEntries(
  Object.entries({
    'licensing-rework': {
      name: { vi: 'Tỷ lệ hồ sơ phải làm lại', en: 'Share of files that come back', ja: '差戻し率' },
      unit: 'ratio',
      kind: { level: 'output', timing: 'lagging' },
      direction: 'lower',
      source: overCases('rework-share'),
      target: 0.1,
    },
    'licensing-speed': {
      name: { vi: 'Thời gian giải quyết (trung vị)', en: 'Time to decision (median)', ja: '処理日数（中央値）' },
      unit: 'days',
      kind: { level: 'outcome', timing: 'lagging' },
      direction: 'lower',
      speed: true,
      source: overCases('median'),
      baseline: 6.5,
      target: 3,
      scoring: { rule: 'progress' },
      bands: BANDS,
      counterIndicator: 'licensing-rework',
    },
    'licensing-files': {
      name: { vi: 'Số hồ sơ tiếp nhận', en: 'Files received', ja: '受付件数' },
      unit: 'cases',
      kind: { level: 'input' },
      source: overCases('count'),
    },
    'licensing-complaints': {
      name: { vi: 'Số phản ánh, kiến nghị', en: 'Complaints', ja: '苦情件数' },
      unit: 'complaints',
      kind: { level: 'output', timing: 'leading' },
      direction: 'lower',
      overTime: 'sum',
      overUnits: 'sum',
    },
    'licensing-complaints-per-100': {
      name: { vi: 'Phản ánh trên 100 hồ sơ', en: 'Complaints for 100 files', ja: '100件当たり苦情' },
      unit: 'complaints per 100 files',
      kind: { level: 'outcome', timing: 'lagging' },
      direction: 'lower',
      source: {
        type: 'formula',
        formula: 'complaints / files * 100',
        inputs: { complaints: 'licensing-complaints', files: 'licensing-files' },
      },
      target: 5,
    },
  }).map(([id, definition]) => [id, { ...IndicatorDefinition.parse({ ...HOME, ...definition }), home: HOME.home }]),
);

export const figuresOf = (by: string, recordedAt: string): readonly NewFigure[] =>
  COMPLAINTS.map((value, month) => ({
    indicator: 'licensing-complaints',
    unit: HOME.home,
    period: `2025-${String(month + 1).padStart(2, '0')}`,
    status: 'normal',
    value,
    origin: { kind: 'entered' },
    by,
    recordedAt,
  }));
