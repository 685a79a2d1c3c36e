import type { Person } from '../domain/organisation/organisation.schema';
import { inWords, type Language } from '../domain/shared/language';
import type { WatchFinding } from './indicators.ports';
import type { Channel, OutgoingMessage } from './ports';

type Told = Pick<WatchFinding, 'indicator' | 'unit' | 'kind' | 'since' | 'words' | 'foundAt' | 'cycle' | 'opened'>;

/** What the owner is told about an episode. Its key is the episode's, so that it is stored once. */
export function watchMessage(found: Told, person: Person, channels: readonly Channel[]): OutgoingMessage {
  const { indicator, unit, kind, since, cycle, foundAt } = found;
  const episode = ['watch', indicator, unit, kind, since].join('|');
  const { language } = person;
  const { subject, body } = TEXTS[language](found, person.name);
  return {
    key: `${foundAt}~${episode}~${person.id}`,
    person: person.id,
    language,
    subject,
    body,
    items: cycle === undefined ? [] : [{ due: episode, step: kind, stream: cycle, title: subject }],
    reminders: [episode],
    createdAt: foundAt,
    deliveries: channels.flatMap((channel) => {
      const address = channel.address(person);
      return address === undefined ? [] : [{ channel: channel.key, address }];
    }),
  };
}

type Text = { readonly subject: string; readonly body: string };
const indicatorLink = (indicator: string): string => `/indicators/${indicator}`;
const linkTo = (cycle: string): string => `/v1/cycles/${cycle}`;

const TEXTS: Readonly<Record<Language, (found: Told, name: string) => Text>> = {
  vi: ({ indicator, unit, words, cycle, opened }, name) => ({
    subject: `Theo dõi chỉ số: ${indicator} (${unit}) cần được xem xét`,
    body: [
      `Kính gửi ${name},`,
      words.vi,
      cycle === undefined
        ? `Chưa có chu kỳ cải tiến nào được mở cho việc này. Chỉ số: ${indicatorLink(indicator)}`
        : opened === true
          ? `Hệ thống đã mở bản nháp một chu kỳ cải tiến và điền sẵn số liệu: ${linkTo(cycle)}. Xin bổ sung nguyên nhân và giải pháp, hoặc rút kế hoạch kèm lý do.`
          : `Đơn vị đang có một chu kỳ cải tiến chưa kết thúc cho thủ tục này: ${linkTo(cycle)}. Xin xem xét vấn đề này trong chu kỳ đó.`,
      'Thông báo tự động của Kairyo; mỗi đợt chỉ báo một lần.',
    ].join('\n\n'),
  }),
  en: ({ indicator, unit, words, cycle, opened }, name) => ({
    subject: `Watch: ${indicator} (${unit}) needs a look`,
    body: [
      `Dear ${name},`,
      words.en,
      cycle === undefined
        ? `No improvement cycle was opened for it. The indicator: ${indicatorLink(indicator)}`
        : opened === true
          ? `A draft cycle was opened with the data filled in: ${linkTo(cycle)}. Please add causes and countermeasures, or withdraw the plan with a reason.`
          : `This unit has an open cycle for the procedure already: ${linkTo(cycle)}. Please look at the matter there.`,
      'An automatic message of Kairyo; each episode is told once.',
    ].join('\n\n'),
  }),
  ja: ({ indicator, unit, words, cycle, opened }, name) => ({
    subject: `指標の監視：${indicator}（${unit}）の確認が必要です`,
    body: [
      `${name} 様`,
      inWords(words, 'ja'),
      cycle === undefined
        ? `この件の改善サイクルはまだ始まっていません。指標：${indicatorLink(indicator)}`
        : opened === true
          ? `データを記入した改善サイクルの下書きを作成しました：${linkTo(cycle)}。原因と対策を書き加えるか、理由を付けて計画を取り下げてください。`
          : `この部署では、この手続きのサイクルがすでに進行中です：${linkTo(cycle)}。その中で検討してください。`,
      'Kairyo からの自動のお知らせです。同じ件は一度だけお知らせします。',
    ].join('\n\n'),
  }),
};
