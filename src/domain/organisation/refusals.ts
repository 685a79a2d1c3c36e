import type { Words } from '../shared/language';

/** Why a document of the organisation is not taken or not removed, in words. `{name}` is filled from the refusal's params. */
export const ORGANISATION_REFUSALS = {
  UNKNOWN_UNIT: {
    vi: 'Không có đơn vị «{id}»; hãy tạo đơn vị đó trước (PUT /v1/units/{id}).',
    en: 'There is no unit “{id}”; make it first (PUT /v1/units/{id}).',
    ja: '部署「{id}」はありません。先に作成してください（PUT /v1/units/{id}）。',
  },
  UNKNOWN_PERSON: {
    vi: 'Không có người «{id}»; hãy tạo người đó trước (PUT /v1/people/{id}).',
    en: 'There is no person “{id}”; make them first (PUT /v1/people/{id}).',
    ja: '利用者「{id}」はありません。先に登録してください（PUT /v1/people/{id}）。',
  },
  UNKNOWN_PROCEDURE: {
    vi: 'Không có thủ tục «{id}»; hãy tạo thủ tục đó trước (PUT /v1/procedures/{id}).',
    en: 'There is no procedure “{id}”; make it first (PUT /v1/procedures/{id}).',
    ja: '手続き「{id}」はありません。先に作成してください（PUT /v1/procedures/{id}）。',
  },
  UNKNOWN_CALENDAR: {
    vi: 'Không có lịch làm việc «{id}»; hãy tạo lịch đó trước (PUT /v1/calendars/{id}) hoặc dùng «vn».',
    en: 'There is no calendar “{id}”; make it first (PUT /v1/calendars/{id}) or use “vn”.',
    ja: 'カレンダー「{id}」はありません。先に作成する（PUT /v1/calendars/{id}）か、「vn」を使ってください。',
  },
  UNKNOWN_REMINDER_POLICY: {
    vi: 'Không có quy tắc nhắc việc «{id}»; hãy tạo quy tắc đó trước (PUT /v1/reminder-policies/{id}) hoặc dùng «standard».',
    en: 'There is no reminder policy “{id}”; make it first (PUT /v1/reminder-policies/{id}) or use “standard”.',
    ja: '督促方針「{id}」はありません。先に作成する（PUT /v1/reminder-policies/{id}）か、「standard」を使ってください。',
  },
  UNITS_FORM_A_CIRCLE: {
    vi: 'Đơn vị không thể nằm dưới chính nó: {circle}; hãy chọn đơn vị cấp trên khác.',
    en: 'A unit cannot stand below itself: {circle}; choose another parent.',
    ja: '部署を自分自身の下に置くことはできません：{circle}。別の上位部署を選んでください。',
  },
  MANAGERS_FORM_A_CIRCLE: {
    vi: 'Không ai là cấp trên của chính mình: {circle}; hãy chọn cấp trên khác.',
    en: 'Nobody is their own superior: {circle}; choose another manager.',
    ja: '自分自身の上司になることはできません：{circle}。別の上司を選んでください。',
  },
  OWN_DEPUTY: {
    vi: 'Không ai thay thế chính mình; hãy chọn người thay thế khác.',
    en: 'Nobody stands in for themself; choose another deputy.',
    ja: '自分自身の代理になることはできません。別の代理を選んでください。',
  },
  ADMINISTRATOR_STAYS: {
    vi: 'Người «administrator» luôn giữ vai trò administrator.',
    en: 'The person “administrator” always keeps the role administrator.',
    ja: '利用者「administrator」の管理者の役割は外せません。',
  },
  SHIPPED_STAYS: {
    vi: '«{id}» là mặc định của hệ thống nên không xóa được; có thể sửa bằng PUT.',
    en: '“{id}” is a default of the system and is not removed; it can be edited with PUT.',
    ja: '「{id}」はシステムの既定値のため、削除できません。PUT で編集できます。',
  },
  STILL_NEEDED: {
    vi: 'Chưa xóa được «{id}» vì còn được dùng bởi: {by}; hãy đổi hoặc xóa các mục đó trước.',
    en: '“{id}” cannot be removed, it is still used by: {by}; change or remove those first.',
    ja: '「{id}」はまだ使われているため、削除できません：{by}。先にそちらを変えるか、削除してください。',
  },
} as const satisfies Record<string, Words>;
export type OrganisationCode = keyof typeof ORGANISATION_REFUSALS;
