import type { Words } from '../shared/language';

/** Why the policy says no, in words. `{name}` is filled from the refusal's params. The HTTP status stands in the API's table. */
export const ACCESS_REFUSALS = {
  NOT_YOUR_UNIT: {
    vi: 'Vai trò của bạn chỉ có hiệu lực từ đơn vị «{yours}» trở xuống, không gồm «{unit}»; hãy nhờ người phụ trách đơn vị đó.',
    en: 'Your role reaches from the unit “{yours}” downwards and not to “{unit}”; ask someone in charge there.',
    ja: 'あなたの役割が及ぶのは部署「{yours}」以下で、「{unit}」には及びません。その部署の責任者に依頼してください。',
  },
  ROLE_NEEDED: {
    vi: 'Việc này ({action}) cần một trong các vai trò: {roles}; hãy nhờ người có vai trò đó hoặc quản trị viên.',
    en: 'For this ({action}) you need one of the roles {roles}; ask someone who has it, or an administrator.',
    ja: 'この操作（{action}）には次のいずれかの役割が必要です：{roles}。役割のある人か管理者に依頼してください。',
  },
  ROLE_OR_TIE_NEEDED: {
    vi: 'Việc này ({action}) cần một trong các vai trò: {roles}, hoặc bạn phải là: {relations}; hãy nhờ người có vai trò đó hoặc quản trị viên.',
    en: 'For this ({action}) you need one of the roles {roles}, or to be its {relations}; ask someone who is, or an administrator.',
    ja: 'この操作（{action}）には、次のいずれかの役割（{roles}）があるか、その{relations}であることが必要です。該当する人か管理者に依頼してください。',
  },
  ROLE_NOT_YOURS_TO_GIVE: {
    vi: 'Chỉ quản trị viên được giao hoặc thu hồi các vai trò: {roles}.',
    en: 'Only an administrator gives or takes away the roles: {roles}.',
    ja: '次の役割を与えたり外したりできるのは管理者だけです：{roles}。',
  },
  PERSON_NOT_YOURS_TO_REACH: {
    vi: 'Thư điện tử và người thay khi vắng của «{person}» chỉ quản trị viên được đổi, vì người này là quản trị viên hoặc kiểm toán viên; hãy để nguyên hai ô này hoặc nhờ quản trị viên.',
    en: 'Only an administrator changes the e-mail and the deputy of “{person}”, who is an administrator or an auditor; leave both as they are, or ask an administrator.',
    ja: '「{person}」は管理者または監査人のため、メールアドレスと代理者を変更できるのは管理者だけです。両方をそのままにするか、管理者に依頼してください。',
  },
} as const satisfies Record<string, Words>;
export type AccessCode = keyof typeof ACCESS_REFUSALS;
