import type { DueKind } from './due';
import { isLate, localDue, ofNoProcedure, streamKind } from './words';
import type { ItemFacts, Part, Standing, Wording } from './words';

const OWED = {
  'approve-plan': 'Phê duyệt kế hoạch cải tiến',
  countermeasure: 'Hoàn thành giải pháp',
  review: 'Ghi nhận xét giai đoạn kiểm tra',
  decision: 'Quyết định sau giai đoạn kiểm tra',
  'review-value': 'Nhập số liệu còn thiếu cho kỳ rà soát',
  'review-comment': 'Nhận xét chỉ số ở mức đỏ',
  'review-meeting': 'Tổ chức cuộc họp rà soát',
  'review-close': 'Kết thúc kỳ rà soát',
  'review-decision': 'Thực hiện quyết định của kỳ rà soát',
  'evaluation-self': 'Tự đánh giá',
  'evaluation-rating': 'Chấm điểm nhân viên',
  'evaluation-approval': 'Phê duyệt kết quả đánh giá',
  'evaluation-calibration': 'Họp hiệu chỉnh và công bố kết quả',
  'evaluation-appeal': 'Giải quyết khiếu nại kết quả đánh giá',
  'evaluation-year': 'Kết thúc kỳ đánh giá trước hạn chốt năm',
  'idea-answer': 'Trả lời một sáng kiến',
  'training-plan': 'Lập kế hoạch đào tạo',
  'training-completion': 'Hoàn thành đào tạo',
  'training-outcome': 'Ghi kết quả sau đào tạo',
} as const satisfies Record<DueKind, string>;

const STREAM = {
  cycle: 'Mã chu kỳ',
  review: 'Mã kỳ rà soát',
  evaluation: 'Mã kỳ đánh giá',
  idea: 'Mã sáng kiến',
  training: 'Mã nhu cầu đào tạo',
} as const;

const NEXT = {
  'approve-plan': 'mở chu kỳ, đọc kế hoạch, rồi phê duyệt hoặc trả lại kèm lý do.',
  countermeasure: 'thực hiện giải pháp và cập nhật tiến độ; nếu không làm nữa, ghi rõ lý do.',
  review: 'xem kết quả trước và sau, rồi ghi điểm mạnh, điểm yếu và bài học.',
  decision: 'chọn áp dụng, điều chỉnh, mở rộng hoặc dừng, kèm lý do.',
  'review-value': 'mở chỉ số và nhập số liệu; nếu không có, ghi rõ lý do.',
  'review-comment': 'đọc báo cáo tóm tắt, rồi ghi nguyên nhân và việc sẽ làm.',
  'review-meeting': 'đọc báo cáo tóm tắt, tổ chức họp và ghi biên bản; hoặc hoãn họp kèm lý do.',
  'review-close': 'ghi các quyết định, xác nhận tình trạng quyết định kỳ trước, rồi kết thúc.',
  'review-decision': 'thực hiện và ghi đã xong; nếu bỏ hoặc chuyển tiếp, ghi rõ lý do.',
  'evaluation-self': 'mở phiếu đánh giá, kiểm tra công việc đã ghi nhận và tự chấm điểm.',
  'evaluation-rating': 'mở danh sách nhân viên; xem trước các trường hợp cần chú ý, rồi chấm điểm.',
  'evaluation-approval': 'xem các trường hợp cần chú ý, rồi phê duyệt hoặc trả lại kèm lý do.',
  'evaluation-calibration': 'họp hội đồng, ghi biên bản và người dự, xem phương án tỷ lệ, rồi công bố.',
  'evaluation-appeal': 'đọc các điểm bị khiếu nại và quyết định từng điểm kèm lý do.',
  'evaluation-year': 'giải quyết khiếu nại còn lại và kết thúc kỳ, để điểm năm được chốt đúng hạn.',
  'idea-answer': 'đọc sáng kiến và trả lời: tiếp nhận, để sau, không tiếp nhận hoặc gộp, kèm lý do.',
  'training-plan': 'chọn khóa học hoặc người hướng dẫn và thời gian; nếu không cần nữa, ghi rõ lý do.',
  'training-completion': 'hoàn thành và ghi minh chứng; nếu chậm, lập lại kế hoạch.',
  'training-outcome': 'trao đổi với người học và ghi đào tạo có giúp ích không.',
} as const satisfies Record<DueKind, string>;

function standing(is: Standing): string {
  if (is.kind === 'today') return 'đến hạn hôm nay';
  if (is.kind === 'left')
    return is.workingDays === 0 ? 'không còn ngày làm việc nào' : `còn ${is.workingDays} ngày làm việc`;
  return is.workingDays === 0 ? 'vừa quá hạn' : `quá hạn ${is.workingDays} ngày làm việc`;
}

function part(is: Part): string {
  if (is.kind === 'owner') return 'Việc này do ông/bà thực hiện.';
  if (is.kind === 'stand-in') return `Ông/bà nhận thông báo này thay cho ${is.inPlaceOf} đang vắng mặt.`;
  const absent = is.inPlaceOf === undefined ? '' : `, thay cho ${is.inPlaceOf} đang vắng mặt`;
  return `Việc này do ${is.owners} thực hiện; ông/bà được báo với tư cách cấp trên${absent}.`;
}

const due = (facts: ItemFacts): string => localDue(facts, { day: 'cccc, dd/MM/yyyy', time: ', HH:mm' }, 'vi');

function next({ part: is, kind }: ItemFacts): string {
  return is.kind === 'superior' ? 'trao đổi với người thực hiện, tháo gỡ vướng mắc hoặc giao người khác.' : NEXT[kind];
}

/** Plain sentences in the style of an administrative note. */
export const VIETNAMESE: Wording = {
  subject(items) {
    const [only] = items;
    if (items.length === 1 && only !== undefined)
      return `Nhắc việc: ${OWED[only.kind]}: ${only.title} (${standing(only.standing)})`;
    const late = items.filter(isLate).length;
    return `Nhắc việc: ${items.length} việc${late === 0 ? '' : `, ${late} việc quá hạn`}`;
  },
  greeting: (name) => `Kính gửi ${name},`,
  item: (facts) => [
    ofNoProcedure(facts) ? facts.title : `${facts.title} (thủ tục ${facts.procedure})`,
    `Việc cần làm: ${OWED[facts.kind]}.`,
    `Hạn: ${due(facts)}; ${standing(facts.standing)}.`,
    part(facts.part),
    `Bước tiếp theo: ${next(facts)} ${STREAM[streamKind(facts.kind)]}: ${facts.stream}.`,
    facts.others.length === 0 ? 'Chưa báo cho ai khác.' : `Cũng đã báo cho: ${facts.others.join(', ')}.`,
  ],
  more: (count) => `… và ${count} việc khác; xin xem danh sách trong hệ thống.`,
  closing: (office) => `Thông báo tự động của Kairyo, gửi thay mặt ${office}.`,
};
