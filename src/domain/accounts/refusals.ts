import type { Words } from '../shared/language';

/** What accounts, sessions and their links refuse, in words. The HTTP status stands in the API's table. */
export const ACCOUNT_REFUSALS = {
  SIGN_IN_FAILED: {
    vi: 'Không đăng nhập được: thông tin đăng nhập không đúng. Hãy kiểm tra rồi thử lại, hoặc đặt lại mật khẩu.',
    en: 'Signing in did not work: the details are not right. Check them and try again, or reset your password.',
    ja: 'サインインできませんでした。入力内容が正しくありません。確認してやり直すか、パスワードを再設定してください。',
  },
  SECOND_FACTOR_NEEDED: {
    vi: 'Hãy nhập thêm mã 6 số từ ứng dụng xác thực, hoặc một mã dự phòng.',
    en: 'Also give the 6-digit code of your authenticator app, or one of your recovery codes.',
    ja: '認証アプリの 6 桁のコードか、回復コードも入力してください。',
  },
  CSRF_TOKEN_NEEDED: {
    vi: 'Thiếu tiêu đề «X-CSRF-Token» hoặc giá trị không đúng; hãy tải lại trang rồi thử lại.',
    en: 'The header “X-CSRF-Token” is missing or not that of this session; load the page again and retry.',
    ja: 'ヘッダー「X-CSRF-Token」がないか、このセッションのものではありません。ページを読み込み直して、やり直してください。',
  },
  TOKEN_SCOPE_EXCEEDED: {
    vi: 'Mã truy cập này không được dùng cho việc này ({action}); phạm vi của nó: {scope}.',
    en: 'This token is not for this ({action}); its scope is: {scope}.',
    ja: 'このトークンではこの操作（{action}）はできません。トークンの範囲：{scope}。',
  },
  NOT_ONESELF: {
    vi: 'Bạn không thể tự xoá mình («{id}»); hãy nhờ một quản trị viên khác.',
    en: 'You cannot remove yourself (“{id}”); ask another administrator.',
    ja: '自分自身（「{id}」）は削除できません。別の管理者に依頼してください。',
  },
  PASSWORD_TOO_COMMON: {
    vi: 'Mật khẩu này quá dễ đoán; hãy chọn một câu dài hơn mà chỉ bạn biết.',
    en: 'This password is too easy to guess; choose a longer phrase that only you know.',
    ja: 'このパスワードは推測されやすいものです。自分だけが知っている、もっと長い言葉を選んでください。',
  },
  PASSWORD_NAMES_YOU: {
    vi: 'Mật khẩu không được chứa tên đăng nhập hoặc địa chỉ e-mail của bạn.',
    en: 'The password must not contain your sign-in name or e-mail address.',
    ja: 'パスワードに、サインイン名やメールアドレスを含めることはできません。',
  },
  CURRENT_PASSWORD_WRONG: {
    vi: 'Mật khẩu hiện tại không đúng.',
    en: 'The current password is not right.',
    ja: '現在のパスワードが正しくありません。',
  },
  CODE_WRONG: {
    vi: 'Mã không đúng hoặc đã được dùng; hãy đợi mã tiếp theo rồi thử lại.',
    en: 'The code is not right, or was used already; wait for the next one and try again.',
    ja: 'コードが正しくないか、使用済みです。次のコードを待って、やり直してください。',
  },
  ACCOUNT_LINK_NOT_VALID: {
    vi: 'Liên kết này không đúng, đã được dùng hoặc đã hết hạn; hãy xin một liên kết mới.',
    en: 'This link is not right, was used already or has expired; ask for a new one.',
    ja: 'このリンクは正しくないか、使用済みか、期限切れです。新しいリンクを依頼してください。',
  },
  ACCOUNT_EXISTS: {
    vi: '«{person}» đã có tài khoản; nếu quên mật khẩu, hãy đặt lại mật khẩu.',
    en: '“{person}” has an account already; if the password is forgotten, reset it.',
    ja: '「{person}」にはすでにアカウントがあります。パスワードを忘れた場合は、再設定してください。',
  },
  EMAIL_IS_TAKEN: {
    vi: 'Địa chỉ e-mail này đã thuộc về một tài khoản khác.',
    en: 'This e-mail address belongs to another account already.',
    ja: 'このメールアドレスは別のアカウントで使われています。',
  },
  SECOND_FACTOR_IS_ON: {
    vi: 'Xác thực hai bước đã được bật; hãy tắt nó trước khi thiết lập lại.',
    en: 'The second factor is on already; turn it off before setting it up again.',
    ja: '二要素認証はすでに有効です。設定し直すには、先に無効にしてください。',
  },
  SECOND_FACTOR_NOT_BEGUN: {
    vi: 'Chưa bắt đầu thiết lập xác thực hai bước; hãy bắt đầu lại từ đầu.',
    en: 'Setting up the second factor has not begun; start over.',
    ja: '二要素認証の設定が始まっていません。最初からやり直してください。',
  },
  NO_PASSWORD_YET: {
    vi: 'Tài khoản này chưa có mật khẩu; hãy đặt mật khẩu trước.',
    en: 'This account has no password yet; set one first.',
    ja: 'このアカウントにはまだパスワードがありません。先に設定してください。',
  },
  OIDC_FAILED: {
    vi: 'Không đăng nhập được qua hệ thống của cơ quan; hãy thử lại từ đầu.',
    en: 'Signing in through your organisation did not work; try again from the start.',
    ja: '組織の認証でのサインインができませんでした。最初からやり直してください。',
  },
  OIDC_NO_ACCOUNT: {
    vi: 'Hệ thống của cơ quan đã nhận ra bạn, nhưng Kairyo chưa có tài khoản cho bạn; hãy liên hệ quản trị viên.',
    en: 'Your organisation knows you, but there is no account for you in Kairyo yet; ask an administrator.',
    ja: '組織の認証は確認できましたが、Kairyo にアカウントがまだありません。管理者に依頼してください。',
  },
  OIDC_UNAVAILABLE: {
    vi: 'Hệ thống đăng nhập của cơ quan hiện không trả lời; hãy thử lại sau hoặc đăng nhập bằng mật khẩu.',
    en: "Your organisation's sign-in does not answer just now; try again later, or sign in with a password.",
    ja: '組織の認証が現在応答しません。後でもう一度お試しいただくか、パスワードでサインインしてください。',
  },
} as const satisfies Record<string, Words>;
export type AccountCode = keyof typeof ACCOUNT_REFUSALS;
