import { z } from 'zod';
import type { ScorecardView } from '../../domain/scorecards/view';
import { inWords } from '../../domain/shared/language';
import type { Language, Words } from '../../domain/shared/language';
import { route } from '../http/route';
import { TABLE_FORMATS, tableAnswer } from '../tables/table';
import type { Table } from '../tables/table';
import { askedScorecard, ScorecardParams, TAG, WhichPeriod } from './scorecardReading';

const COLUMNS: readonly { readonly title: Words; readonly width?: number }[] = [
  { title: { vi: 'Phương diện', en: 'Perspective', ja: '視点' }, width: 24 },
  { title: { vi: 'Mục tiêu', en: 'Objective', ja: '目標' }, width: 36 },
  { title: { vi: 'Mã chỉ số', en: 'Indicator', ja: '指標ID' }, width: 18 },
  { title: { vi: 'Thước đo', en: 'Measure', ja: '測定項目' }, width: 40 },
  { title: { vi: 'Kỳ', en: 'Period', ja: '期間' } },
  { title: { vi: 'Đơn vị tính', en: 'Unit of measure', ja: '単位' } },
  { title: { vi: 'Giá trị', en: 'Value', ja: '値' } },
  { title: { vi: 'Chỉ tiêu', en: 'Target', ja: '目標値' } },
  { title: { vi: 'Điểm (0–1)', en: 'Score (0 to 1)', ja: '評点（0～1）' } },
  { title: { vi: 'Trọng số', en: 'Weight', ja: '重み' } },
  { title: { vi: 'Trạng thái', en: 'Status', ja: '状態' }, width: 18 },
  { title: { vi: 'Tiến triển', en: 'Progress', ja: '進み方' }, width: 40 },
  { title: { vi: 'Ghi chú', en: 'Notes', ja: '備考' }, width: 40 },
];

/** A row for each measure, in the order of the scorecard. */
function tableOf(view: ScorecardView, name: string, language: Language): Table {
  const say = (words: Words | undefined) => (words === undefined ? undefined : inWords(words, language));
  const rows = view.perspectives.flatMap((perspective) =>
    perspective.objectives.flatMap((objective) =>
      objective.measures.map((one) => [
        ...[say(perspective.name), say(objective.name), one.indicator, say(one.name), one.period, one.unitOfMeasure],
        one.value?.state === 'value' ? one.value.value : one.value && say(one.value.because.words),
        ...[one.value?.target, one.score, one.weight, say(one.status?.words), say(one.progress.words)],
        one.notes.map(({ words }) => say(words)).join(' '),
      ]),
    ),
  );
  return { name, columns: COLUMNS, rows };
}

export const scorecardTable = route({
  method: 'get',
  path: '/v1/scorecards/{scorecard}/table',
  id: 'getScorecardTable',
  tag: TAG,
  summary: 'A scorecard of a period as a table, a row for each measure',
  action: 'scorecard.read',
  params: ScorecardParams,
  query: z.object({ ...WhichPeriod, format: z.enum(TABLE_FORMATS).default('csv') }).strict(),
  responses: { 200: { description: 'CSV or a workbook', binary: true } },
  problems: ['NOT_FOUND', 'SCORECARD_NOT_KNOWN_YET'],
  handle: async ({ params: { scorecard }, query: { format, ...which } }, context) => {
    const { reading } = await askedScorecard(scorecard, which, context);
    const name = `scorecard-${scorecard}-${reading.period}`;
    return tableAnswer(tableOf(reading.view, name, context.language), format, context.language);
  },
});
