import type { Lack } from '../../plan/missing';
import { SURVEY_BUILD_WORDS } from '../../words/surveyBuild';
import type { SurveyBuildWord } from '../../words/surveyBuild';
import { PERIOD } from '../../../../src/domain/indicators/period';
import { instantOf } from './moment';
import type { Ask, Draft, Said } from './draft';

type LackWord = Extract<SurveyBuildWord, `lack.${string}`>;
const KEY = /^[a-z0-9][a-z0-9-]{0,39}$/;
const MOST = 100;

const lack = (field: string, word: LackWord): Lack => {
  const { vi, en, ja } = SURVEY_BUILD_WORDS;
  return { field, words: { vi: vi[word], en: en[word], ja: ja[word] } as Lack['words'] };
};
const when = (bad: boolean, field: string, word: LackWord): readonly Lack[] => (bad ? [lack(field, word)] : []);

/** What a draft still lacks, each with its place as a JSON pointer and with the way out. */
export function lacksOf(draft: Draft): readonly Lack[] {
  const { languages, title, intro, questions, factors, personalData, purpose } = draft;
  const text = (at: string, said: Said) => missingIn(at, said, languages);
  return [
    ...when(languages.length === 0, '/languages', 'lack.languages'),
    ...text('/title', title),
    ...ifAny('/intro', intro, languages),
    ...belongingLacks(draft),
    ...timeLacks(draft),
    ...(personalData ? text('/purpose', purpose) : []),
    ...factors.flatMap(({ name }, i) => text(`/factors/${i}/name`, name)),
    ...when(questions.length === 0, '/questions', 'lack.questions'),
    ...questions.flatMap((ask, i) => askLacks(ask, `/questions/${i}`, draft)),
  ];
}

const isBlank = (said: string | undefined): boolean => (said ?? '').trim() === '';
const missingIn = (at: string, said: Said, languages: Draft['languages']): readonly Lack[] =>
  languages.flatMap((one) => when(isBlank(said[one]), `${at}/${one}`, 'lack.text'));
/** A text that may be left out is written in all languages, or in none. */
const ifAny = (at: string, said: Said, languages: Draft['languages']): readonly Lack[] =>
  languages.every((one) => isBlank(said[one])) ? [] : missingIn(at, said, languages);

function belongingLacks({ belongs, cycle, procedure, unit, period }: Draft): readonly Lack[] {
  if (belongs === 'cycle') return when(cycle === '', '/cycle', 'lack.belongs');
  if (belongs === 'procedure') return when(procedure === '', '/procedure', 'lack.belongs');
  return [
    ...when(unit === '', '/unit', 'lack.belongs'),
    ...when(!PERIOD.test(period.trim()), '/period', 'lack.period'),
  ];
}

function timeLacks({ opens, closes, belongs }: Draft): readonly Lack[] {
  const waits = opens.kind === 'after' && belongs === 'cycle';
  const [from, until] = [instantOf(opens.at), instantOf(closes.at)];
  const both = !waits && closes.kind === 'at' && from !== '' && until !== '';
  return [
    ...(waits ? when(opens.after === '', '/opens/after', 'lack.term') : when(from === '', '/opens/at', 'lack.date')),
    ...(closes.kind === 'after'
      ? when(closes.after === '', '/closes/after', 'lack.term')
      : when(until === '', '/closes/at', 'lack.date')),
    ...when(both && until <= from, '/closes/at', 'lack.order'),
  ];
}

function askLacks(ask: Ask, at: string, { questions, languages }: Draft): readonly Lack[] {
  const same = questions.filter(({ key }) => key === ask.key).length > 1;
  return [
    ...missingIn(`${at}/text`, ask.text, languages),
    ...ifAny(`${at}/help`, ask.help, languages),
    ...when(same || !KEY.test(ask.key), `${at}/key`, 'lack.key'),
    ...(ask.type === 'scale' ? scaleLacks(ask, at, { questions, languages }) : []),
    ...(ask.type === 'choice' ? choiceLacks(ask, at, languages) : []),
    ...(ask.type === 'text' && ask.maxLength !== undefined
      ? when(!isWhole(ask.maxLength, 1, 4000), `${at}/maxLength`, 'lack.maxLength')
      : []),
  ];
}

const isWhole = (value: number | undefined, least: number, most: number): boolean =>
  value !== undefined && Number.isInteger(value) && value >= least && value <= most;

function scaleLacks(ask: Ask, at: string, { questions, languages }: Pick<Draft, 'questions' | 'languages'>) {
  const { min, max, topBox, factor } = ask;
  const fits = isWhole(min, 0, MOST) && isWhole(max, 1, MOST) && (min ?? 0) < (max ?? 0);
  const differs = questions.some(
    (one) => one.type === 'scale' && factor !== '' && one.factor === factor && (one.min !== min || one.max !== max),
  );
  const box = topBox === undefined || isWhole(topBox, (min ?? 0) + 1, max ?? 0);
  return [
    ...when(!fits, `${at}/max`, 'lack.scale'),
    ...when(fits && !box, `${at}/topBox`, 'lack.topBox'),
    ...when(differs, `${at}/factor`, 'lack.sameScale'),
    ...pointsOf(ask).flatMap((point) => ifAny(`${at}/labels/${point}`, ask.labels[point] ?? {}, languages)),
  ];
}

const choiceLacks = ({ options }: Ask, at: string, languages: Draft['languages']): readonly Lack[] => [
  ...when(options.length < 2, `${at}/options`, 'lack.options'),
  ...options.flatMap(({ text }, i) => missingIn(`${at}/options/${i}`, text, languages)),
];

const MOST_LABELS = 11;
/** The points of a scale that may have words; none of a scale with too many. */
export function pointsOf({ min = 0, max = 0 }: Pick<Ask, 'min' | 'max'>): readonly number[] {
  const count = max - min + 1;
  return count < 2 || count > MOST_LABELS ? [] : Array.from({ length: count }, (_none, i) => min + i);
}
