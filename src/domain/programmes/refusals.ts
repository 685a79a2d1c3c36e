import type { Words } from '../shared/language';

/** Why a programme cannot be recorded so, in words. `{name}` is filled from the refusal's params. */
export const PROGRAMME_REFUSALS = {
  PROGRAMME_ENDS_BEFORE_IT_STARTS: {
    vi: 'Ngày kết thúc dự kiến ({end}) trước ngày bắt đầu dự kiến ({start}); hãy sửa một trong hai ngày.',
    en: 'The planned end ({end}) lies before the planned start ({start}); correct one of the two days.',
    ja: '終了予定日（{end}）が開始予定日（{start}）より前です。どちらかの日付を直してください。',
  },
  PROGRAMME_FINISHED_BEFORE_IT_STARTED: {
    vi: 'Ngày hoàn thành ({end}) trước ngày bắt đầu ({start}); hãy sửa ngày hoàn thành, hoặc nêu ngày bắt đầu thực tế.',
    en: 'It was finished ({end}) before it started ({start}); correct the day it was finished, or state the actual start.',
    ja: '完了日（{end}）が開始日（{start}）より前です。完了日を直すか、実際の開始日を入力してください。',
  },
  PROGRAMME_FINISHED_AND_CANCELLED: {
    vi: 'Một chương trình không thể vừa hoàn thành ({end}) vừa bị hủy ({cancelled}); hãy bỏ một trong hai ngày.',
    en: 'A programme is not both finished ({end}) and cancelled ({cancelled}); take one of the two days out.',
    ja: '完了（{end}）と中止（{cancelled}）は同時に指定できません。どちらかの日付を消してください。',
  },
  MILESTONE_GIVEN_TWICE: {
    vi: 'Có hai mốc cùng khóa «{key}»; hãy đổi khóa của một mốc.',
    en: 'Two milestones have the key “{key}”; change the key of one of them.',
    ja: 'キー「{key}」のマイルストーンが二つあります。一方のキーを変えてください。',
  },
  PROGRAMMES_FORM_A_CIRCLE: {
    vi: 'Các chương trình thuộc lẫn nhau thành vòng tròn: {circle}. Hãy chọn chương trình khác ở «partOf».',
    en: 'The programmes belong to each other in a circle: {circle}. Choose another programme for “partOf”.',
    ja: '事業の所属が循環しています：{circle}。「partOf」に別の事業を指定してください。',
  },
  UNKNOWN_PROGRAMME: {
    vi: 'Không có chương trình «{id}»; hãy tạo chương trình đó trước, hoặc bỏ «partOf».',
    en: 'There is no programme “{id}”; make it first, or leave “partOf” out.',
    ja: '事業「{id}」はありません。先に登録するか、「partOf」を外してください。',
  },
  MOVED_DATE_NEEDS_A_REASON: {
    vi: 'Ngày kết thúc dự kiến được dời từ {before} sang {after}; hãy ghi lý do («reason»). Đúng hạn vẫn được tính theo ngày phê duyệt đầu tiên ({first}).',
    en: 'The planned end is moved from {before} to {after}: state a “reason”. On time is still measured against the day first approved ({first}).',
    ja: '終了予定日が {before} から {after} に変わります。理由（reason）を入力してください。期限内かどうかは、最初に承認された日（{first}）で判定されます。',
  },
  PROGRAMME_NOT_KNOWN_THEN: {
    vi: 'Đến {asOf} chưa có gì được ghi về chương trình «{id}» (ghi lần đầu {first}). Thêm known=now để xem ngày đó theo những gì biết hôm nay.',
    en: 'Nothing was recorded about the programme “{id}” by {asOf} (first recorded {first}). Add known=now to see that day by what is known today.',
    ja: '{asOf} の時点で事業「{id}」の記録はまだありません（最初の記録は {first}）。known=now を付けると、今の記録に基づいてその日を見られます。',
  },
} as const satisfies Record<string, Words>;
export type ProgrammeCode = keyof typeof PROGRAMME_REFUSALS;
