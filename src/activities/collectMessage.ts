import type { CollectFailure } from '../domain/collect/failures';
import type { Person } from '../domain/organisation/organisation.schema';
import { inWords, type Language } from '../domain/shared/language';
import type { Instant, LocalDate } from '../domain/shared/time';
import type { Channel, OutgoingMessage } from './ports';

export type CollectNews = {
  /** Name of the collector, as people know it. */
  readonly name: string;
  readonly collector: string;
  readonly what: 'failing' | 'works';
  /** Under which it is recorded; without the person. */
  readonly episode: string;
  /** Day of the first failure, in the office's time zone. */
  readonly since: LocalDate;
  readonly failure?: CollectFailure;
  readonly at: Instant;
};

/** What a person is told of a source that fails, or works again. */
export function collectMessage(news: CollectNews, person: Person, channels: readonly Channel[]): OutgoingMessage {
  const { language } = person;
  const key = keyFor(news.episode, person);
  return {
    key: `${news.at}~${key}`,
    person: person.id,
    language,
    ...TEXTS[language][news.what](news, person.name),
    items: [],
    reminders: [key],
    createdAt: news.at,
    deliveries: channels.flatMap((channel) => {
      const address = channel.address(person);
      return address === undefined ? [] : [{ channel: channel.key, address }];
    }),
  };
}

export const keyFor = (episode: string, { id }: Pick<Person, 'id'>): string => `${episode}|${id}`;

type Text = { readonly subject: string; readonly body: string };
const linkTo = (collector: string): string => `/v1/collectors/${collector}/runs`;

const TEXTS: Readonly<Record<Language, Record<CollectNews['what'], (news: CollectNews, name: string) => Text>>> = {
  vi: {
    failing: ({ name, collector, since, failure }, person) => ({
      subject: `Thu thập số liệu: nguồn "${name}" liên tục bị lỗi`,
      body: [
        `Kính gửi ${person},`,
        `Từ ngày ${since}, các lần thu thập từ nguồn "${name}" liên tiếp không thành công.`,
        failure?.words.vi ?? '',
        `Hệ thống vẫn tiếp tục thử theo lịch. Chi tiết: ${linkTo(collector)}`,
        'Thông báo tự động của Kairyo; mỗi đợt lỗi chỉ báo một lần.',
      ].join('\n\n'),
    }),
    works: ({ name, collector, since }, person) => ({
      subject: `Thu thập số liệu: nguồn "${name}" đã hoạt động trở lại`,
      body: [
        `Kính gửi ${person},`,
        `Nguồn "${name}", bị lỗi từ ngày ${since}, nay đã được thu thập thành công. Chi tiết: ${linkTo(collector)}`,
        'Thông báo tự động của Kairyo.',
      ].join('\n\n'),
    }),
  },
  en: {
    failing: ({ name, collector, since, failure }, person) => ({
      subject: `Collecting figures: the source "${name}" fails again and again`,
      body: [
        `Dear ${person},`,
        `Since ${since} the collections from "${name}" have failed, one after the other.`,
        failure?.words.en ?? '',
        `It is still tried on schedule. Details: ${linkTo(collector)}`,
        'An automatic message of Kairyo; each outage is told once.',
      ].join('\n\n'),
    }),
    works: ({ name, collector, since }, person) => ({
      subject: `Collecting figures: the source "${name}" works again`,
      body: [
        `Dear ${person},`,
        `The source "${name}", which had failed since ${since}, was collected from. Details: ${linkTo(collector)}`,
        'An automatic message of Kairyo.',
      ].join('\n\n'),
    }),
  },
  ja: {
    failing: ({ name, collector, since, failure }, person) => ({
      subject: `数値の収集：提供元「${name}」の失敗が続いています`,
      body: [
        `${person} 様`,
        `${since} から、「${name}」からの収集が続けて失敗しています。`,
        failure === undefined ? '' : inWords(failure.words, 'ja'),
        `予定どおり試行を続けています。詳細：${linkTo(collector)}`,
        'Kairyo からの自動のお知らせです。同じ障害は一度だけお知らせします。',
      ].join('\n\n'),
    }),
    works: ({ name, collector, since }, person) => ({
      subject: `数値の収集：提供元「${name}」が復旧しました`,
      body: [
        `${person} 様`,
        `${since} から失敗していた提供元「${name}」からの収集に成功しました。詳細：${linkTo(collector)}`,
        'Kairyo からの自動のお知らせです。',
      ].join('\n\n'),
    }),
  },
};
