import { shifted, type Period } from '../indicators/period';
import type { Words } from '../shared/language';
import { leads, type Lagged, type Leads } from '../statistics/leads';
import type { Spaced } from '../statistics/prewhiten';
import { evidenceWords, FINDING_WORDS, laterWords, statedLagWords } from './mapWords';
import type { FindingName, Frequency } from './mapWords';
import type { CauseAndEffect } from './scorecard.schema';
import { filledWords } from './words';

/** What the data say about one link of the map. */
export type LinkCheck = {
  readonly finding: FindingName;
  readonly words: Words;
  /** The lag with the most evidence; negative: the outcome comes first. */
  readonly best?: Lagged;
  readonly lags?: readonly Lagged[];
  /** Too few data: when a statement will be possible at the earliest, if every period brings its value. */
  readonly possibleFrom?: Period;
};

/** An end of a link: its name, and its score by period; without: it has no measure. */
export type LinkEnd = { readonly name: Words; readonly series?: Spaced };
export type LinkAsked = {
  readonly link: CauseAndEffect;
  readonly from: LinkEnd;
  readonly to: LinkEnd;
  /** The last period of both series. */
  readonly period: Period;
  readonly frequency: Frequency;
  readonly seed: string;
};

const SEASON = { month: 12, quarter: 4, year: 1 } as const satisfies Record<Frequency, number>;

/** Does the driver lead the outcome, at which lag, with how much evidence, in words? */
export function checkLink(asked: LinkAsked): LinkCheck {
  const { link, from, to, frequency } = asked;
  const [driver, outcome] = [seriesOf(from), seriesOf(to)];
  if (driver === undefined) return said('no-measure', { which: from.name });
  if (outcome === undefined) return said('no-measure', { which: to.name });
  const lag = link.lag === undefined ? {} : { lag: link.lag };
  return inWordsOf(leads({ driver, outcome, ...lag, season: SEASON[frequency], seed: asked.seed }), asked);
}

const seriesOf = ({ series }: LinkEnd): Spaced | undefined =>
  series?.some((value) => value !== null) === true ? series : undefined;

function inWordsOf(found: Leads, { link, from, to, period, frequency }: LinkAsked): LinkCheck {
  if (found.finding === 'constant') return said('constant', { which: found.which === 'driver' ? from.name : to.name });
  if (found.finding === 'too-few') {
    const possibleFrom = shifted(period, found.lacking);
    return { ...said('too-few', { from: from.name, to: to.name }, { pairs: found.pairs, possibleFrom }), possibleFrom };
  }
  const { finding, best, lags } = found;
  const [first, second] = best.lag < 0 ? [to.name, from.name] : [from.name, to.name];
  const names = { from: from.name, to: to.name, first, second, later: laterWords(best.lag, frequency) };
  const stated = link.lag === undefined ? [] : [statedLagWords(link.lag)];
  const words = [said(finding, names).words, evidenceWords({ ...best, lags: lags.length }), ...stated];
  return { finding, words: joined(words), best, lags };
}

/** Names are filled in the language of the sentence. */
function said(
  finding: FindingName,
  names: Readonly<Record<string, Words>>,
  params: Readonly<Record<string, string | number>> = {},
): LinkCheck & { readonly words: Words } {
  const { vi, en, ja } = FINDING_WORDS[finding];
  const fill = (language: keyof Words, text: string): string => {
    const own = Object.fromEntries(Object.entries(names).map(([name, words]) => [name, words[language]]));
    return filledWords({ vi: text, en: text, ja: text }, { ...own, ...params })[language];
  };
  return { finding, words: { vi: fill('vi', vi), en: fill('en', en), ja: fill('ja', ja) } };
}

const joined = (parts: readonly Words[]): Words => ({
  vi: parts.map(({ vi }) => vi).join(''),
  en: parts.map(({ en }) => en).join(''),
  ja: parts.map(({ ja }) => ja).join(''),
});
