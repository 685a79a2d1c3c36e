import { disputedName } from '../domain/evaluations/names';
import type { EvaluationEvent, EventOf, ToldResult } from '../domain/evaluations/events';
import type { Evaluation } from '../domain/evaluations/state';
import { rounded } from '../domain/evaluationPeriods/fairness/row';
import { readable } from '../domain/indicators/named';
import type { Person } from '../domain/organisation/organisation.schema';
import type { SchemeDefinition } from '../domain/schemes/scheme.schema';
import { inWords } from '../domain/shared/language';
import type { Language, Words } from '../domain/shared/language';
import type { Channel, OutgoingMessage } from './ports';

export type Told = {
  readonly events: readonly EvaluationEvent[];
  /** Sequence of the first of the events. */
  readonly first: number;
  /** After the events. */
  readonly evaluation: Evaluation;
  readonly definition: SchemeDefinition;
};

/** Whether the person must hear of these events: a result that was told has changed, or an appeal was decided. */
export const isNews = (events: readonly EvaluationEvent[]): boolean =>
  events.some(({ type }) => type === 'ResultRevised' || type === 'AppealDecided' || type === 'Corrected');

/** What the person alone is told after publication, once for each command. */
export function newsMessage(told: Told, person: Person, channels: readonly Channel[]): OutgoingMessage | undefined {
  const { events, first, evaluation, definition } = told;
  const [at] = events.map((event) => event.at);
  if (at === undefined || !isNews(events)) return undefined;
  const { language } = person;
  const appeal = events.find((one) => one.type === 'AppealDecided');
  const title = `${readable(definition.name, language)}, ${evaluation.period}`;
  const key = `${evaluation.id}/changed/${first}`;
  return {
    key: `${at}~${key}`,
    person: person.id,
    language,
    subject: inWords(appeal === undefined ? CHANGED(title) : DECIDED(title), language),
    body: bodyOf(told, person, appeal),
    items: [{ due: key, step: 'told', stream: evaluation.id, title }],
    reminders: [key],
    createdAt: at,
    deliveries: channels.flatMap((channel) => {
      const address = channel.address(person);
      return address === undefined ? [] : [{ channel: channel.key, address }];
    }),
  };
}

function bodyOf(told: Told, { name, language }: Person, appeal: EventOf<'AppealDecided'> | undefined): string {
  const { events, evaluation, definition } = told;
  const revised = events.find((one) => one.type === 'ResultRevised');
  const corrected = events.find((one) => one.type === 'Corrected');
  const reason = corrected?.reason ?? (appeal === undefined ? revised?.reason : undefined);
  const result = (one: ToldResult): Words => resultWords(one, definition, language);
  const said: readonly Words[] = [
    GREETING(name),
    ...(appeal?.decisions ?? []).map((one) =>
      (one.upheld ? UPHELD : REJECTED)(inWords(disputedName(one.key, evaluation, definition), language), one.reason),
    ),
    revised === undefined ? UNCHANGED : WAS_AND_IS(result(revised.before), result(revised.after)),
    ...(reason === undefined || reason === '' ? [] : [REASON(reason)]),
    WHERE(evaluation.id),
    ...(evaluation.appeal === undefined && evaluation.published !== undefined
      ? [APPEAL(evaluation.published.appealUntil)]
      : []),
  ];
  return said.map((words) => inWords(words, language)).join('\n\n');
}

function resultWords({ total, class: band, why }: ToldResult, { bandNames }: SchemeDefinition, language: Language) {
  if (band === undefined)
    return { vi: `không xếp loại. ${why ?? ''}`.trim(), en: `not rated. ${why ?? ''}`.trim(), ja: '評価対象外' };
  const named = bandNames[band];
  const name = named === undefined ? band : readable(named, language);
  const points = total === undefined ? undefined : String(rounded(total));
  if (points === undefined) return { vi: name, en: name, ja: name };
  return {
    vi: `${points.replace('.', ',')} điểm, ${name}`,
    en: `${points} points, ${name}`,
    ja: `${points} 点、${name}`,
  };
}

const CHANGED = (title: string): Words => ({
  vi: `Kết quả được điều chỉnh: ${title}`,
  en: `Corrected result: ${title}`,
  ja: `訂正後の評価結果：${title}`,
});
const DECIDED = (title: string): Words => ({
  vi: `Quyết định về khiếu nại: ${title}`,
  en: `Decision on your appeal: ${title}`,
  ja: `不服申し立てに対する決定：${title}`,
});
const GREETING = (name: string): Words => ({ vi: `Kính gửi ${name},`, en: `Dear ${name},`, ja: `${name} 様` });
const UPHELD = (point: string, reason: string): Words => ({
  vi: `Khiếu nại về «${point}» được chấp nhận: ${reason}`,
  en: `Your appeal about “${point}” was upheld: ${reason}`,
  ja: `「${point}」に関する不服申し立ては認められました：${reason}`,
});
const REJECTED = (point: string, reason: string): Words => ({
  vi: `Khiếu nại về «${point}» không được chấp nhận: ${reason}`,
  en: `Your appeal about “${point}” was not upheld: ${reason}`,
  ja: `「${point}」に関する不服申し立ては認められませんでした：${reason}`,
});
const UNCHANGED: Words = {
  vi: 'Tổng điểm và mức xếp loại không thay đổi.',
  en: 'The total and the class stay as they were.',
  ja: '合計点と区分に変更はありません。',
};
const WAS_AND_IS = (was: Words, is: Words): Words => ({
  vi: `Trước: ${was.vi}.\nNay: ${is.vi}.`,
  en: `Before: ${was.en}.\nNow: ${is.en}.`,
  ja: `変更前：${was.ja}。\n変更後：${is.ja}。`,
});
const REASON = (reason: string): Words => ({ vi: `Lý do: ${reason}`, en: `Reason: ${reason}`, ja: `理由：${reason}` });
const WHERE = (id: string): Words => {
  const path = `/evaluations/${encodeURIComponent(id)}`;
  return {
    vi: `Xem cách tính từng điểm: ${path}`,
    en: `How every point came about: ${path}`,
    ja: `点数の内訳：${path}`,
  };
};
const APPEAL = (day: string): Words => ({
  vi: `Có thể khiếu nại đến hết ngày ${day}.`,
  en: `You can appeal until the end of ${day}.`,
  ja: `${day} まで不服申し立てができます。`,
});
