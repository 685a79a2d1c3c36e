import { randomInt } from 'node:crypto';
import type { SurveyRow } from '../../activities/surveys.ports';
import { countSheet, emptyTallies, resultsOf } from '../../domain/survey/results';
import type { Results } from '../../domain/survey/results';
import type { SurveyDefinition } from '../../domain/survey/survey.schema';
import { LEAST_ANSWERS } from '../../domain/survey/suppress';
import { LINK_ATTRIBUTES } from '../../domain/survey/wellFormed';
import type { ApiDeps } from '../ports';
import { ProblemError } from '../problems/problem';

type Days = readonly { readonly day: string; readonly n: number }[];
type Texts = readonly { readonly key: string; readonly n: number; readonly answers: readonly string[] }[];

/** How many texts of a question are shown; of more, some are drawn. */
const MOST_TEXTS = 500;

/** By what results of a survey may be asked for. */
export const groupingsOf = ({ groups }: SurveyDefinition): readonly string[] => [
  ...(groups ?? LINK_ATTRIBUTES),
  'factor',
];

/** @throws ProblemError NOT_A_GROUPING */
export async function resultsBy(
  { surveys }: ApiDeps,
  { survey }: SurveyRow,
  by: string | undefined,
): Promise<Results & { readonly texts: Texts; readonly days: Days }> {
  const { definition } = survey;
  const known = groupingsOf(definition);
  if (by !== undefined && !known.includes(by)) throw new ProblemError('NOT_A_GROUPING', { params: { by, known } });
  const grouping = by === 'factor' ? undefined : by;
  const tallies = emptyTallies();
  const texts = textDraw(definition);
  const days = new Map<string, number>();
  for await (const sheet of surveys.answers({ surveys: [survey.id] })) {
    countSheet(tallies, definition, sheet, grouping);
    texts.add(sheet.answers);
    days.set(sheet.day, (days.get(sheet.day) ?? 0) + 1);
  }
  const results = resultsOf(definition, tallies, grouping !== undefined);
  return { ...results, texts: texts.drawn(), days: results.state === 'shown' ? daysOf(days) : [] };
}

/** How many sheets came on which day, without what they say. */
const daysOf = (days: ReadonlyMap<string, number>): Days =>
  [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, n]) => ({ day, n }));

/** Texts in random order, each as likely as any other: nothing tells when one was written. */
function textDraw({ questions }: SurveyDefinition) {
  const draws = questions
    .filter(({ type }) => type === 'text')
    .map(({ key }) => ({ key, n: 0, answers: [] as string[] }));
  return {
    add: (answers: Readonly<Record<string, unknown>>) => {
      for (const draw of draws) {
        const text = answers[draw.key];
        if (typeof text === 'string') insert(draw, text);
      }
    },
    drawn: (): Texts => draws.map(({ key, n, answers }) => ({ key, n, answers: n < LEAST_ANSWERS ? [] : answers })),
  };
}

/** Reservoir sampling with an inside-out shuffle (Knuth; Vitter's algorithm R). */
function insert(draw: { n: number; answers: string[] }, text: string): void {
  draw.n += 1;
  const place = randomInt(draw.n);
  const { answers } = draw;
  if (answers.length < MOST_TEXTS) {
    const moved = answers[place];
    if (moved === undefined) answers.push(text);
    else {
      answers.push(moved);
      answers[place] = text;
    }
  } else if (place < MOST_TEXTS) answers[place] = text;
}
