import type { PublicWord } from './en';

export const publicWords: Readonly<Record<PublicWord, string>> = {
  'pu.title': '業績の公開',
  'pu.lead': 'この機関が公開を決めた内容です。直近の終了した期の値を示します。',
  'pu.none': '公開された内容はまだありません。',
  'pu.signIn': 'サインイン',
  'pu.all': '公開スコアカード一覧',
  'pu.openData': 'オープンデータ',
  'pu.openDataWhat': '同じ数値のファイルです。自由に利用できます。各列の意味はスキーマにあります。',
  'pu.schema': 'スキーマ',
  'pu.period': '期間：{period}',
  'pu.suppressed': '件数が少ないため非表示',
  'pu.missing': '数値なし',
  'pu.how': '見方',
  'pu.howStatus':
    '「状態」は目標に対する現在の位置、「進み方」は変化の向きです。どちらも色だけでなく、言葉と記号で示します。',
  'pu.reviews': 'レビュー結果',
  'pu.reviewsWhat': 'これらの数値を組織で検討した結果です。各レビューの終了時点の内容を掲載しています。',
  'pu.publishedOn': '{day} 公表',
  'pu.memo': '指標ごとの所見',
  'pu.decisions': '決定事項',
  'pu.decisionDue': '期日 {day}',
  'pu.notThere': 'この公開スコアカードはありません。',
};
