import type { DueKind } from './due';
import { isLate, localDue, ofNoProcedure, streamKind } from './words';
import type { ItemFacts, Part, Standing, Wording } from './words';

const OWED = {
  'approve-plan': '改善計画の承認',
  countermeasure: '対策の完了',
  review: '評価段階のレビューの記録',
  decision: '評価後の判断',
  'review-value': 'レビューに必要な数値の入力',
  'review-comment': '赤の指標へのコメント',
  'review-meeting': 'レビュー会議の開催',
  'review-close': 'レビューの終了',
  'review-decision': 'レビューの決定の実施',
  'evaluation-self': '自己評価',
  'evaluation-rating': '部下の評価',
  'evaluation-approval': '評価結果の承認',
  'evaluation-calibration': '調整会議の開催と結果の公表',
  'evaluation-appeal': '不服申し立ての決定',
  'evaluation-year': '年度の期限までに評価期間を確定',
  'idea-answer': '提案への回答',
  'training-plan': '研修計画の作成',
  'training-completion': '研修の修了',
  'training-outcome': '研修の成果の記録',
} as const satisfies Record<DueKind, string>;

const STREAM = { cycle: 'サイクル', review: 'レビュー', evaluation: '評価', idea: '提案', training: '研修' } as const;

const NEXT = {
  'approve-plan': 'サイクルを開いて計画を読み、承認するか、理由を付けて差し戻してください。',
  countermeasure: '対策を実施し、進み具合を記録してください。取りやめる場合は理由を書いてください。',
  review: '前後の結果を確認し、良かった点、弱点、学んだことを記録してください。',
  decision: '採用、修正、拡大、中止のいずれかを、理由を付けて選んでください。',
  'review-value': '指標を開いて数値を入力してください。数値がない場合は理由を書いてください。',
  'review-comment': 'メモを読み、原因と今後の対応を書いてください。',
  'review-meeting': 'メモを読み、会議を開いて議事録を記録するか、理由を付けて延期してください。',
  'review-close': '決定を記録し、前回の決定の状況を確認して、終了してください。',
  'review-decision': '実施して完了を記録してください。取りやめる、または継続する場合は理由を書いてください。',
  'evaluation-self': '評価票を開き、記録された業務を確認して、自己評価を入力してください。',
  'evaluation-rating': '部下の一覧を開き、注意が必要な人から確認して評価してください。',
  'evaluation-approval': '注意が必要な人を確認し、承認するか、理由を付けて差し戻してください。',
  'evaluation-calibration': '会議を開いて議事録と出席者を記録し、割合の提案を確認して公表してください。',
  'evaluation-appeal': '争われている点を読み、それぞれ理由を付けて決定してください。',
  'evaluation-year': '残りの不服申し立てを決定し、年度の結果が期限までに確定するよう期間を確定してください。',
  'idea-answer': '提案を読み、採用・保留・不採用・統合のいずれかを理由を付けて回答してください。',
  'training-plan': '講座または指導者と日程を選んでください。不要になった場合は理由を書いてください。',
  'training-completion': '修了して証拠を記録してください。遅れる場合は計画を立て直してください。',
  'training-outcome': '受講者と話し、役に立ったかどうかを記録してください。',
} as const satisfies Record<DueKind, string>;

function standing(is: Standing): string {
  if (is.kind === 'today') return '本日が期限';
  if (is.kind === 'left') return is.workingDays === 0 ? '残りの執務日なし' : `あと ${is.workingDays} 執務日`;
  return is.workingDays === 0 ? '期限を過ぎたところ' : `${is.workingDays} 執務日超過`;
}

function part(is: Part): string {
  if (is.kind === 'owner') return 'あなたの担当です。';
  if (is.kind === 'stand-in') return `不在の${is.inPlaceOf}さんに代わって、あなたにお知らせしています。`;
  const absent = is.inPlaceOf === undefined ? '' : `（不在の${is.inPlaceOf}さんの代わり）`;
  return `担当は${is.owners}さんです。上司として${absent}あなたにお知らせしています。`;
}

const due = (facts: ItemFacts): string => localDue(facts, { day: 'yyyy年M月d日（ccc）', time: ' HH:mm' }, 'ja');

function next({ part: is, kind }: ItemFacts): string {
  return is.kind === 'superior' ? '担当者と話し、支障を取り除くか、ほかの人に任せてください。' : NEXT[kind];
}

/** The style of a notice between offices. */
export const JAPANESE: Wording = {
  subject(items) {
    const [only] = items;
    if (items.length === 1 && only !== undefined)
      return `督促：${OWED[only.kind]}：${only.title}（${standing(only.standing)}）`;
    const late = items.filter(isLate).length;
    return `督促：対応が必要な件 ${items.length} 件${late === 0 ? '' : `（うち期限超過 ${late} 件）`}`;
  },
  greeting: (name) => `${name} 様`,
  item: (facts) => [
    ofNoProcedure(facts) ? facts.title : `${facts.title}（手続き：${facts.procedure}）`,
    `対応すること：${OWED[facts.kind]}。`,
    `期限：${due(facts)}（${standing(facts.standing)}）。`,
    part(facts.part),
    `次の一歩：${next(facts)}${STREAM[streamKind(facts.kind)]}：${facts.stream}。`,
    facts.others.length === 0 ? 'ほかの人には知らせていません。' : `ほかに知らせた人：${facts.others.join('、')}。`,
  ],
  more: (count) => `… ほか ${count} 件。システムの一覧をご覧ください。`,
  closing: (office) => `Kairyo が${office}に代わって自動で送信しています。`,
};
