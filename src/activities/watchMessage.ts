import type { Person } from '../domain/organisation/organisation.schema';
import type { WatchFinding } from './indicators.ports';
import type { Channel, OutgoingMessage } from './ports';

type Told = Pick<WatchFinding, 'indicator' | 'unit' | 'kind' | 'since' | 'words' | 'foundAt' | 'cycle' | 'opened'>;

/** What the owner is told about an episode. Its key is the episode's, so that it is stored once. */
export function watchMessage(found: Told, person: Person, channels: readonly Channel[]): OutgoingMessage {
  const { indicator, unit, kind, since, cycle, foundAt } = found;
  const episode = ['watch', indicator, unit, kind, since].join('|');
  const language = person.language === 'vi' ? 'vi' : 'en';
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
const linkTo = (cycle: string): string => `/v1/cycles/${cycle}`;

const TEXTS: Readonly<Record<'vi' | 'en', (found: Told, name: string) => Text>> = {
  vi: ({ indicator, unit, words, cycle, opened }, name) => ({
    subject: `Theo dõi chỉ số: ${indicator} (${unit}) cần được xem xét`,
    body: [
      `Kính gửi ${name},`,
      words.vi,
      cycle === undefined
        ? 'Chưa có chu trình cải tiến nào được mở cho việc này.'
        : opened === true
          ? `Hệ thống đã mở bản nháp một chu trình cải tiến và điền sẵn số liệu: ${linkTo(cycle)}. Xin bổ sung nguyên nhân và giải pháp, hoặc rút kế hoạch kèm lý do.`
          : `Đơn vị đang có một chu trình cải tiến chưa kết thúc cho thủ tục này: ${linkTo(cycle)}. Xin xem xét vấn đề này trong chu trình đó.`,
      'Thông báo tự động của Kairyo; mỗi đợt chỉ báo một lần.',
    ].join('\n\n'),
  }),
  en: ({ indicator, unit, words, cycle, opened }, name) => ({
    subject: `Watch: ${indicator} (${unit}) needs a look`,
    body: [
      `Dear ${name},`,
      words.en,
      cycle === undefined
        ? 'No improvement cycle was opened for it.'
        : opened === true
          ? `A draft cycle was opened with the data filled in: ${linkTo(cycle)}. Please add causes and countermeasures, or withdraw the plan with a reason.`
          : `This unit has an open cycle for the procedure already: ${linkTo(cycle)}. Please look at the matter there.`,
      'An automatic message of Kairyo; each episode is told once.',
    ].join('\n\n'),
  }),
};
