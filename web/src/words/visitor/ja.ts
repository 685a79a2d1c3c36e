import type { visitorWords as en } from './en';

/** 道に迷った人のための言葉、メッセージとヘルプへの案内。 */
export const visitorWords: Readonly<Record<keyof typeof en, string>> = {
  'again.title': 'もう一度サインイン',
  'again.what':
    '{name} さんのセッションが終了しました。入力中の内容はそのまま残っています。サインインして続けてください。',
  'again.stillIn': 'サーバーの応答がなく、まだサインアウトできていません。接続が戻ってからもう一度お試しください。',
  'nav.messages': 'メッセージ',
  'nav.unread': 'メッセージ（未読{count}件）',
  'nav.help': 'ヘルプ',
  'lost.title': 'このページはありません',
  'lost.what': 'アドレス {address} は古いか、入力に誤りがあるようです。失われたものはありません。',
  'lost.ways': '移動先',
  'lost.signIn': 'サインインへ',
  'lost.today': '「今日」へ',
  'lost.thing': '表示できません',
  'lost.thingWhy':
    '存在しない（または削除された）か、閲覧権限のない部署のものです。アドレスを受け取った場合は、送信者または管理者にお問い合わせください。',
  'broken.title': 'このページを表示できませんでした',
  'broken.renewed':
    'ページを開いている間に Kairyo が更新された可能性があります。再読み込みしてください。計画に入力した内容はこのブラウザーに保存されています。',
  'broken.again': 'ページを再読み込み',
  'signIn.first': '初回起動です',
  'signIn.first.token': "Kairyo を起動したウィンドウに「Administrator's token」（管理者トークン）という行があります。",
  'signIn.first.paste': 'その右側の文字列をコピーして、下の欄に貼り付けてください。管理者としてサインインします。',
  'signIn.first.then':
    'サインイン後、ガイドが最初のサイクルまで案内します。パスワードの設定や他の人へのアカウント発行もそこで行います。それまで他の人はサインインできません。',
};
