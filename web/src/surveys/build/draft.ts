import type { Language } from '../../../../src/domain/shared/language';
import { LINK_ATTRIBUTES } from '../../../../src/domain/survey/wellFormed';
import type { Question, SurveyDefinition } from '../../../../src/domain/survey/survey.schema';
import { LANGUAGES } from '../../words/languages';
import { instantOf, localOf } from './moment';

/** A text by language, as it is typed. */
export type Said = Readonly<Partial<Record<Language, string>>>;
export type Kind = Question['type'];
export const KINDS: readonly Kind[] = ['scale', 'yes-no', 'choice', 'text'];

/** A question as it is typed: what belongs to another kind stays, should the kind change back. */
export type Ask = {
  /** Its own in this form, whatever else of it changes. */
  readonly uid: string;
  readonly key: string;
  readonly type: Kind;
  readonly text: Said;
  readonly help: Said;
  readonly required: boolean;
  readonly factor: string;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly labels: Readonly<Record<string, Said>>;
  readonly topBox: number | undefined;
  readonly options: readonly { readonly key: string; readonly text: Said }[];
  readonly multiple: boolean;
  /** Results may be shown by its answers. */
  readonly splits: boolean;
  readonly maxLength: number | undefined;
};
export type Factor = { readonly key: string; readonly name: Said };
export type Belongs = 'cycle' | 'procedure' | 'period';
type When<Kinds> = { readonly kind: Kinds; readonly at: string; readonly after: string };

export type Draft = {
  readonly title: Said;
  readonly intro: Said;
  readonly languages: readonly Language[];
  readonly belongs: Belongs;
  readonly cycle: string;
  readonly procedure: string;
  readonly unit: string;
  readonly period: string;
  readonly series: string;
  readonly questions: readonly Ask[];
  readonly factors: readonly Factor[];
  readonly opens: When<'at' | 'after'>;
  readonly closes: When<'at' | 'after'>;
  readonly groups: readonly string[];
  readonly openLink: boolean;
  readonly personalData: boolean;
  readonly purpose: Said;
  readonly owner?: string | undefined;
  readonly template?: string | undefined;
};

export const freshDraft = (language: Language): Draft => ({
  ...{ title: {}, intro: {}, languages: [language], belongs: 'procedure', cycle: '', procedure: '', unit: '' },
  ...{ period: '', series: '', questions: [], factors: [], groups: LINK_ATTRIBUTES },
  opens: { kind: 'at', at: '', after: 'P3M' },
  closes: { kind: 'after', at: '', after: 'P14D' },
  ...{ openLink: false, personalData: false, purpose: {} },
});

/** The next name that no other has: `q1`, `q2` … */
export function nextKey(letter: string, taken: readonly string[]): string {
  let no = taken.length + 1;
  while (taken.includes(`${letter}${no}`)) no += 1;
  return `${letter}${no}`;
}

export function freshAsk(type: Kind, taken: readonly string[]): Ask {
  const options = ['a1', 'a2'].map((key) => ({ key, text: {} }));
  return {
    ...{ uid: crypto.randomUUID(), key: nextKey('q', taken), type, text: {}, help: {}, required: false, factor: '' },
    ...{ min: 1, max: 5, labels: {}, topBox: undefined, options, multiple: false, splits: false, maxLength: undefined },
  };
}

type Worded = SurveyDefinition['title'];
const saidOf = (text: Worded | undefined, [first = 'vi']: readonly Language[]): Said =>
  text === undefined ? {} : typeof text === 'string' ? { [first]: text } : text;

type Content = Pick<SurveyDefinition, 'title' | 'intro' | 'questions' | 'factors' | 'groups' | 'languages'>;

/** What is asked, of a template or of an earlier survey. */
export function contentOf({ title, intro, questions, factors, groups, languages }: Content): Partial<Draft> {
  const keys = factors?.map(({ key }) => key) ?? questions.flatMap(({ factor }) => factor ?? []);
  const nameOf = (key: string) => factors?.find((one) => one.key === key)?.name ?? key;
  return {
    title: saidOf(title, languages),
    intro: saidOf(intro, languages),
    languages,
    groups: (groups ?? LINK_ATTRIBUTES).filter((group) => LINK_ATTRIBUTES.some((one) => one === group)),
    factors: [...new Set(keys)].map((key) => ({ key, name: saidOf(nameOf(key), languages) })),
    questions: questions.map((one) => ({ ...askOf(one, languages), splits: groups?.includes(one.key) ?? false })),
  };
}

function askOf(question: Question, languages: readonly Language[]): Ask {
  const { key, type, text, help, required = false, factor = '' } = question;
  const common = { key, text: saidOf(text, languages), help: saidOf(help, languages), required, factor };
  const ask = { ...freshAsk(type, []), ...common };
  if (question.type === 'scale') {
    const labels = Object.entries(question.labels ?? {}).map(([point, said]) => [point, saidOf(said, languages)]);
    const { min, max, topBox } = question;
    return { ...ask, min, max, topBox, labels: Object.fromEntries(labels) as Ask['labels'] };
  }
  if (question.type === 'choice') {
    const options = question.options.map((one) => ({ key: one.key, text: saidOf(one.text, languages) }));
    return { ...ask, options, multiple: question.multiple ?? false };
  }
  return question.type === 'text' ? { ...ask, maxLength: question.maxLength } : ask;
}

export function draftOf(definition: SurveyDefinition): Draft {
  const { belongsTo, series = '', opens, closes, openLink, personalData, purpose, languages } = definition;
  const { owner, template } = definition;
  const fresh = freshDraft(languages[0] ?? 'vi');
  return {
    ...fresh,
    ...contentOf(definition),
    ...belongsTo,
    belongs: 'cycle' in belongsTo ? 'cycle' : 'procedure' in belongsTo ? 'procedure' : 'period',
    ...{ series, openLink, personalData, purpose: saidOf(purpose, languages), owner, template },
    opens:
      'at' in opens ? { ...fresh.opens, at: localOf(opens.at) } : { ...fresh.opens, kind: 'after', after: opens.after },
    closes:
      'at' in closes
        ? { ...fresh.closes, kind: 'at', at: localOf(closes.at) }
        : { ...fresh.closes, after: closes.after },
  };
}

/** The definition as the API takes it; what is not finished yet is left out or empty. */
export function definitionOf(draft: Draft): SurveyDefinition {
  const { languages, openLink, personalData, owner, template } = draft;
  const words = (said: Said): Worded => {
    const given = languages.flatMap((one) => (said[one]?.trim() ? [[one, said[one]?.trim()] as const] : []));
    return Object.fromEntries(given);
  };
  const optional = (name: 'intro' | 'purpose') =>
    Object.keys(words(draft[name])).length === 0 ? {} : { [name]: words(draft[name]) };
  const splitting = draft.questions.filter((ask) => ask.splits && canSplit(ask)).map(({ key }) => key);
  const intro = optional('intro');
  return {
    title: words(draft.title),
    ...intro,
    ...(personalData && optional('purpose')),
    belongsTo: belongsTo(draft),
    ...(draft.series.trim() !== '' && { series: draft.series.trim() }),
    questions: draft.questions.map((ask) => questionOf(ask, words)),
    factors: draft.factors.map(({ key, name }) => ({ key, name: words(name) })),
    opens: opensOf(draft),
    closes: draft.closes.kind === 'at' ? { at: instantOf(draft.closes.at) } : { after: draft.closes.after },
    groups: [...draft.groups, ...splitting],
    ...{ openLink, personalData, languages: [...languages] },
    ...(owner !== undefined && { owner }),
    // With a template the API fills in what is left out: only where nothing is.
    ...(template !== undefined && 'intro' in intro && { template }),
  };
}

export const canSplit = ({ type, multiple }: Ask): boolean => type === 'yes-no' || (type === 'choice' && !multiple);

function belongsTo({ belongs, cycle, procedure, unit, period }: Draft): SurveyDefinition['belongsTo'] {
  if (belongs === 'cycle') return { cycle };
  return belongs === 'procedure' ? { procedure } : { period: period.trim(), unit };
}

function opensOf({ opens, belongs }: Draft): SurveyDefinition['opens'] {
  const waits = opens.kind === 'after' && belongs === 'cycle';
  return waits ? { after: opens.after, event: 'do-began' } : { at: instantOf(opens.at) };
}

function questionOf(ask: Ask, words: (said: Said) => Worded): Question {
  const { key, text, help, required, factor, type } = ask;
  const common = {
    ...{ key, text: words(text) },
    ...(required && { required }),
    ...(factor !== '' && { factor }),
    ...(Object.keys(words(help)).length > 0 && { help: words(help) }),
  };
  if (type === 'yes-no') return { ...common, type };
  if (type === 'text') return { ...common, type, ...(ask.maxLength !== undefined && { maxLength: ask.maxLength }) };
  if (type === 'choice') {
    const options = ask.options.map((option) => ({ key: option.key, text: words(option.text) }));
    return { ...common, type, options, ...(ask.multiple && { multiple: true }) };
  }
  const { min = 1, max = 5, topBox } = ask;
  const labels = Object.entries(ask.labels)
    .filter(([point, said]) => Number(point) >= min && Number(point) <= max && Object.keys(words(said)).length > 0)
    .map(([point, said]) => [point, words(said)] as const);
  return {
    ...{ ...common, type, min, max },
    ...(labels.length > 0 && { labels: Object.fromEntries(labels) }),
    ...(topBox !== undefined && { topBox }),
  };
}

/** The languages in the order in which forms offer them. */
export const inOrder = (languages: readonly Language[]): readonly Language[] =>
  LANGUAGES.filter((one) => languages.includes(one));
