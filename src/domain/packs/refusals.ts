import type { Words } from '../shared/language';

/** What stands in the way of a pack or a practice. `{name}` is filled from the refusal's params. */
export const PACK_REFUSALS = {
  PACK_NEEDS_CHOICES: {
    vi: 'Chưa cài gì cả: cần chọn giữ bản nào cho {items}. Xem trước (?dryRun=true), rồi gửi lại với `choices`, hoặc cài với tiền tố (`prefix`).',
    en: 'Nothing was installed: choose which one holds for {items}. Preview with ?dryRun=true, then send `choices`, or install with a `prefix`.',
    ja: '何も導入していません。{items} について、どちらにするか選んでください。?dryRun=true で確認し、`choices` を付けて送るか、`prefix`（接頭辞）を付けて導入してください。',
  },
  PACK_HAS_NO_SUCH_ITEM: {
    vi: 'Gói không có mục «{id}»; `choices` dùng khóa `kind/id` như trong bản xem trước.',
    en: 'The pack has no item “{id}”; `choices` takes the keys `kind/id` of the preview.',
    ja: 'パックに「{id}」という項目はありません。`choices` には確認結果の `kind/id` を指定してください。',
  },
  PACK_IS_SHIPPED: {
    vi: 'Gói «{id}» có sẵn trong hệ thống nên không thay hay xóa được; hãy chia sẻ bản của cơ quan với mã khác.',
    en: 'The pack “{id}” comes with the product and is neither replaced nor removed; share your own under another id.',
    ja: 'パック「{id}」は製品に付属するため、置き換えも削除もできません。自組織のものは別のIDで共有してください。',
  },
  PACK_VERSION_EXISTS: {
    vi: 'Phiên bản {version} của gói «{id}» đã có với nội dung khác; hãy tăng số phiên bản.',
    en: 'Version {version} of the pack “{id}” is there with other content; give it a higher version.',
    ja: 'パック「{id}」のバージョン {version} は内容の異なるものがすでにあります。バージョンを上げてください。',
  },
  PACK_NOT_INSTALLED: {
    vi: 'Gói «{pack}» chưa được cài ở đơn vị «{unit}»; hãy cài trước khi xuất.',
    en: 'The pack “{pack}” is not installed in the unit “{unit}”; install it before you export it.',
    ja: 'パック「{pack}」は部署「{unit}」に導入されていません。導入してから書き出してください。',
  },
  PRACTICE_OF_A_PACK: {
    vi: 'Cách làm «{id}» thuộc một gói nên không sửa hay xóa ở đây được; hãy ghi cách làm của cơ quan với mã khác.',
    en: 'The practice “{id}” belongs to a pack and is neither edited nor removed here; keep your own under another id.',
    ja: '実践例「{id}」はパックに含まれるため、ここでは変更も削除もできません。自組織のものは別のIDで登録してください。',
  },
} as const satisfies Record<string, Words>;
export type PackRefusalCode = keyof typeof PACK_REFUSALS;
