import type { Language, Words } from '../../domain/shared/language';
import { inWords } from '../../domain/shared/language';
import type { GroupResult, QuestionResult, Results } from '../../domain/survey/results';
import type { Question } from '../../domain/survey/survey.schema';
import type { Survey } from '../../domain/survey/state';
import { textIn } from '../../domain/survey/text';
import type { Cell } from '../../domain/shared/csv';
import type { Table } from '../tables/table';
import { pageWord } from '../pages/surveyWords';

const COLUMNS: readonly { readonly title: Words; readonly width?: number }[] = [
  { title: { vi: 'Nhóm', en: 'Group', ja: 'グループ' }, width: 20 },
  { title: { vi: 'Tên câu hỏi', en: 'Question name', ja: '質問名' }, width: 18 },
  { title: { vi: 'Câu hỏi', en: 'Question', ja: '質問' }, width: 48 },
  { title: { vi: 'Câu trả lời', en: 'Answer', ja: '回答' }, width: 28 },
  { title: { vi: 'Số lần', en: 'Count', ja: '件数' } },
  { title: { vi: 'Số người trả lời', en: 'Answers', ja: '回答数' } },
  { title: { vi: 'Giá trị', en: 'Value', ja: '値' } },
  { title: { vi: 'Cận dưới 95 %', en: 'Low (95 %)', ja: '下限（95 %）' } },
  { title: { vi: 'Cận trên 95 %', en: 'High (95 %)', ja: '上限（95 %）' } },
];
const ALL: Words = { vi: 'Tất cả', en: 'All', ja: '全体' };
const MEAN: Words = { vi: 'Trung bình', en: 'Mean', ja: '平均' };
const SATISFIED: Words = { vi: 'Hài lòng', en: 'Satisfied', ja: '満足' };
const TOO_FEW: Words = { vi: 'quá ít, không hiển thị', en: 'too few, not shown', ja: '少数のため非表示' };
const TEXT: Words = { vi: 'ý kiến', en: 'text', ja: '自由記述' };

type Texts = readonly { readonly key: string; readonly answers: readonly string[] }[];

/** Results as rows: what is hidden on the page is hidden here. Free texts stand by themselves, in no order. */
export function resultsTable(survey: Survey, results: Results & { readonly texts: Texts }, language: Language): Table {
  const { questions, languages } = survey.definition;
  const named = (text: Question['text']) => textIn(text, language, languages);
  const asked = new Map(questions.map((one) => [one.key, one]));
  const rowsOf = (group: string, found: readonly QuestionResult[]) =>
    found.flatMap((one) => {
      const question = asked.get(one.key);
      const head = [group, one.key, question === undefined ? '' : named(question.text)];
      return question === undefined
        ? []
        : linesOf(one, question, { named, language }).map((line) => [...head, ...line]);
    });
  const texts = results.texts.flatMap(({ key, answers }) => {
    const text = asked.get(key)?.text;
    return answers.map((one): readonly Cell[] => ['', key, text === undefined ? '' : named(text), one]);
  });
  return {
    name: `survey-${survey.id}`,
    columns: COLUMNS,
    rows: [
      ...(results.state === 'shown' ? rowsOf(inWords(ALL, language), results.questions) : []),
      ...(results.groups ?? []).flatMap((group) => groupRows(group, rowsOf, language)),
      ...texts,
    ],
  };
}

type RowsOf = (group: string, found: readonly QuestionResult[]) => readonly (readonly Cell[])[];
const groupRows = (group: GroupResult, rowsOf: RowsOf, language: Language): readonly (readonly Cell[])[] =>
  group.state === 'shown'
    ? rowsOf(group.group, group.questions)
    : [[group.group, undefined, undefined, inWords(TOO_FEW, language)]];

type Said = { readonly named: (text: Question['text']) => string; readonly language: Language };

function linesOf(one: QuestionResult, question: Question, { named, language }: Said): readonly (readonly Cell[])[] {
  if (one.state === 'none') return [];
  if (one.state === 'too-few') return [[inWords(TOO_FEW, language)]];
  switch (one.type) {
    case 'scale': {
      const { n, mean, interval, topBox, counts } = one;
      const points = Object.entries(counts).map(([point, count]): readonly Cell[] => [point, count, n, count / n]);
      const top = [inWords(SATISFIED, language), topBox.count, n, ...shareCells(topBox)];
      return [[inWords(MEAN, language), undefined, n, mean, interval?.low, interval?.high], top, ...points];
    }
    case 'yes-no':
      return [[pageWord('yes', language), one.yes.count, one.n, ...shareCells(one.yes)]];
    case 'choice': {
      const texts = new Map(question.type === 'choice' ? question.options.map(({ key, text }) => [key, text]) : []);
      return one.options.map((option) => [
        named(texts.get(option.key) ?? option.key),
        option.count,
        one.n,
        ...shareCells(option),
      ]);
    }
    case 'text':
      return [[inWords(TEXT, language), one.n, one.n]];
  }
}

type Shared = { readonly share: number; readonly interval?: { readonly low: number; readonly high: number } };
const shareCells = ({ share, interval }: Shared): readonly Cell[] => [share, interval?.low, interval?.high];
