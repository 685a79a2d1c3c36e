import type { privacyWords as en } from './en';

export const privacyWords: Readonly<Record<keyof typeof en, string>> = {
  title: '個人データ',
  what: '人について何を、何のために、どのくらいの期間保存するか。期限を過ぎたものは毎日、完全に削除されます。',
  kind: '種類',
  purpose: '目的',
  months: '保存期間（月）',
  assumed: '仮の値：役所はまだ決めていません',
  mine: '自分のデータ',
  mineWhat: '自分について保存されているすべてのファイルです。1 行に 1 件。パスワードと封印されたメモは含まれません。',
  fetch: '自分のデータをダウンロード',
  fetching: 'ファイルを作成しています…',
  change: '保存期間を変更する',
  reason: '理由（例：決定の番号）',
  save: '保存',
  saved: '保存しました。期限を過ぎたものは 1 日以内に削除されます。',
  remove: '個人を削除する',
  removeWhat:
    '退職し、保存期間が終わった人のためのものです。氏名、連絡先、アカウント、通知、私的なメモは削除され、出来事と点数は識別子の下に残ります。元に戻せません。',
  person: '本人の識別子',
  ground: '法的根拠',
  sure: '元に戻せないことを理解しています',
  removeDo: '完全に削除する',
  removed: '「{person}」を削除しました。{count} 件の記録を削除しました。',
};
