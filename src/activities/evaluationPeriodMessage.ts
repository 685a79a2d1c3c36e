import { rounded } from '../domain/evaluationPeriods/fairness/row';
import type { EvaluationPeriod } from '../domain/evaluationPeriods/state';
import type { Person } from '../domain/organisation/organisation.schema';
import { inWords } from '../domain/shared/language';
import type { Language, Words } from '../domain/shared/language';
import type { Result } from './evaluationPeriods.ports';
import type { Channel, OutgoingMessage } from './ports';

export type ResultNews = {
  readonly result: Result;
  readonly period: EvaluationPeriod;
  readonly person: Person;
};

/** A person alone is told their result, once: the reminder's key lets no second message through. */
export function resultMessage(news: ResultNews, channels: readonly Channel[]): OutgoingMessage {
  const { result, period, person } = news;
  const { language } = person;
  const at = period.publication?.at ?? period.openedAt;
  const key = `${result.id}/published`;
  const title = inWords(period.title, language);
  return {
    key: `${at}~${key}`,
    person: person.id,
    language,
    subject: SUBJECT[language](title),
    body: bodyOf(news, language),
    items: [{ due: key, step: 'told', stream: result.id, title }],
    reminders: [key],
    createdAt: at,
    deliveries: channels.flatMap((channel) => {
      const address = channel.address(person);
      return address === undefined ? [] : [{ channel: channel.key, address }];
    }),
  };
}

const SUBJECT: Readonly<Record<Language, (title: string) => string>> = {
  vi: (title) => `Kết quả đánh giá: ${title}`,
  en: (title) => `Result: ${title}`,
  ja: (title) => `評価結果：${title}`,
};

function bodyOf({ result, period, person }: ResultNews, language: Language): string {
  const day = period.appealsUntil?.day;
  const { total, class: of } = result;
  const named = period.scheme.classes[of ?? ''] ?? same(of ?? '');
  const said = total === undefined || of === undefined ? unrated(result) : rated(total, named);
  const lines = [GREETING[language](person.name), said[language], WHERE[language](result.id)];
  return [...lines, APPEAL[language](period.scheme.deadlines.appeal, day)].join('\n\n');
}

const GREETING: Readonly<Record<Language, (name: string) => string>> = {
  vi: (name) => `Kính gửi ${name},`,
  en: (name) => `Dear ${name},`,
  ja: (name) => `${name} 様`,
};
const same = (text: string): Words => ({ vi: text, en: text, ja: text });
const rated = (total: number, of: Words): Words => {
  const points = String(rounded(total));
  return {
    vi: `Tổng điểm của ông/bà: ${points.replace('.', ',')}; mức xếp loại: ${of.vi}.`,
    en: `Your total is ${points} points; class: ${of.en}.`,
    ja: `合計点：${points}、区分：${of.ja}。`,
  };
};
const unrated = ({ why = '' }: Result): Words => ({
  vi: `Ông/bà không được xếp loại trong kỳ này. ${why}`.trim(),
  en: `You are not rated in this period. ${why}`.trim(),
  ja: `今期は評価の対象外です。${why}`.trim(),
});
const WHERE: Readonly<Record<Language, (id: string) => string>> = {
  vi: (id) => `Xem cách tính từng điểm: /evaluations/${encodeURIComponent(id)}`,
  en: (id) => `How every point came about: /evaluations/${encodeURIComponent(id)}`,
  ja: (id) => `点数の内訳：/evaluations/${encodeURIComponent(id)}`,
};
const APPEAL: Readonly<Record<Language, (days: number, day: string | undefined) => string>> = {
  vi: (days, day) =>
    day === undefined
      ? `Có thể khiếu nại trong ${days} ngày làm việc kể từ ngày công bố.`
      : `Có thể khiếu nại đến hết ngày ${day}.`,
  en: (days, day) =>
    day === undefined
      ? `You can appeal within ${days} working days of the publication.`
      : `You can appeal until the end of ${day}.`,
  ja: (days, day) =>
    day === undefined ? `公表から ${days} 執務日以内に不服申し立てができます。` : `${day} まで不服申し立てができます。`,
};
