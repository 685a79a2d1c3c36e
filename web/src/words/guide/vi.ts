import type { guideWords as en } from './en';

/** Lời của hướng dẫn lần đầu. */
export const guideWords: Readonly<Record<keyof typeof en, string>> = {
  'guide.title': 'Hướng dẫn lần đầu',
  'guide.what':
    'Từ tệp hồ sơ đến một chu kỳ đã mở. Những gì bạn làm ở đây được giữ lại: bạn có thể dừng rồi làm tiếp sau.',
  'guide.steps': 'Các bước của hướng dẫn',
  'guide.step.choose': 'Bắt đầu',
  'guide.step.file': 'Tệp của bạn',
  'guide.step.found': 'Trong tệp có gì',
  'guide.step.plan': 'Kế hoạch và mở chu kỳ',
  'guide.skip': 'Bỏ qua hướng dẫn',
  'guide.skipHint': 'Bạn tìm lại được ở mục Trợ giúp và trong phần cài đặt.',
  'guide.restart': 'Bắt đầu lại',
  'guide.back': 'Quay lại',
  'guide.next': 'Tiếp tục',
  'guide.me': 'Bạn đang đăng nhập với tên {name}: {roles}.',
  'guide.mayNot':
    'Vai trò của bạn không được mở chu kỳ trong đơn vị của mình. Việc này do người phụ trách cải tiến, thủ trưởng đơn vị hoặc quản trị viên làm. Bạn có thể đọc tiếp; việc của bạn sẽ hiện ở trang Hôm nay.',
  'guide.noPassword':
    'Bạn đã vào bằng mã truy cập in trên màn hình khởi động. Hãy đặt mật khẩu, lần sau bạn không cần mã đó nữa.',
  'guide.toAccount': 'Đặt mật khẩu',
  'guide.people':
    'Kairyo có sẵn những người giả định dưới đây. Chưa ai có mật khẩu, nên chưa ai đăng nhập được bằng tên họ. Để xem Kairyo dưới góc nhìn của họ, hãy tạo liên kết mời ở “Đơn vị và nhân sự” rồi mở trong cửa sổ riêng tư.',
  'guide.peopleTitle': 'Ở đây còn có ai',
  'guide.toPeople': 'Đơn vị và nhân sự',
  'guide.fourEyes':
    'Kế hoạch phải do người khác với người viết phê duyệt: hãy cấp tài khoản cho ít nhất một người nữa.',
  'guide.way': 'Chúng ta bắt đầu với gì?',
  'guide.own': 'Tệp của tôi',
  'guide.ownWhat':
    'Một bảng (CSV) hoặc nhật ký sự kiện (XES) gồm các hồ sơ: mã số, ngày tiếp nhận và ngày giải quyết. Bảng Excel thì lưu thành CSV trước. Tệp chỉ nằm trên máy chủ này.',
  'guide.made': 'Dữ liệu giả định',
  'guide.madeWhat':
    'Một năm đăng ký doanh nghiệp ở một tỉnh giả định, có thay đổi vào tháng 7. Chu kỳ so sánh ngay trước và sau thay đổi.',
  'guide.madeMissing': 'Không có dữ liệu giả định ở đây (đã được bỏ ra hoặc xóa).',
  'guide.procedure': 'Hồ sơ thuộc thủ tục nào?',
  'guide.procedureNew': 'Thủ tục mới',
  'guide.procedureName': 'Tên thủ tục',
  'guide.procedureNameHint': 'Như cơ quan vẫn gọi, ví dụ: cấp giấy phép xây dựng nhà ở.',
  'guide.unitName': 'Tên cơ quan của bạn',
  'guide.unitNameHint': 'Chưa có đơn vị nào: đây sẽ là đơn vị đầu tiên.',
  'guide.limit': 'Thời hạn, tính bằng ngày làm việc',
  'guide.limitHint': 'Nếu pháp luật hoặc cơ quan có quy định: Kairyo sẽ tính tỷ lệ đúng hạn.',
  'guide.create': 'Tạo thủ tục',
  'guide.importFor': 'Hồ sơ của thủ tục {procedure}',
  'guide.already': 'Đã có {count} hồ sơ. Bạn có thể tiếp tục với số hồ sơ này hoặc nhập thêm.',
  'guide.goOn': 'Tiếp tục với các hồ sơ này',
  'guide.reading': 'Đang đọc hồ sơ; trang này sẽ hiện kết quả ngay khi xong.',
  'guide.noCases': 'Thủ tục này chưa có hồ sơ nào.',
  'guide.toFile': 'Chọn tệp hồ sơ',
  'guide.found': '{count} hồ sơ, tiếp nhận từ {from} đến {to} ({months} tháng)',
  'guide.pick': 'Điều gì cần tốt hơn?',
  'guide.pickHint': 'Mỗi con số được tính từ toàn bộ các hồ sơ này. Lựa chọn đầu tiên là một khởi đầu tốt.',
  'guide.now': 'cả kỳ',
  'guide.measured': 'đo được {n} hồ sơ',
  'guide.lower': 'càng thấp càng tốt',
  'guide.higher': 'càng cao càng tốt',
  'guide.none': 'Chưa đo được gì: hồ sơ không có ngày giải quyết. Hãy xem lại các cột của tệp.',
  'guide.trend': 'Theo tháng',
  'guide.unit.days': '{value} ngày',
  'guide.planWhat':
    'Các con số lấy từ hồ sơ của bạn; dự báo và ngày tháng là đề xuất. Bạn cứ sửa theo ý mình. Bên phải (trên điện thoại: ở cuối trang) là những gì còn thiếu trước khi phê duyệt; vẫn có thể mở chu kỳ khi còn thiếu.',
  'guide.launch': 'Mở chu kỳ',
  'guide.problem': '{indicator}: {value}, tính trên {n} hồ sơ từ {from} đến {to}.',
  'guide.aim': '{indicator}: từ {value} đến {target}',
  'guide.cycleTitle': '{procedure}: {indicator}',
  'guide.countermeasure': 'Thử cách làm mới tại một quầy',
  'next.title': 'Tiếp theo là gì',
  'next.launched': 'Chu kỳ đã được mở.',
  'next.approve':
    'Kế hoạch đang chờ phê duyệt. Người có thể phê duyệt: {who}. Họ thấy ngay ở trang Hôm nay và được nhắc vào các ngày làm việc cho đến khi xong.',
  'next.complete':
    'Kế hoạch chưa đầy đủ. Hãy mở kế hoạch để xem còn thiếu gì; khi đủ, kế hoạch được chuyển đến người có thể phê duyệt.',
  'next.approveMine': 'Kế hoạch đang chờ bạn phê duyệt.',
  'next.approveNobody':
    'Kế hoạch đang chờ phê duyệt nhưng chưa rõ ai được phê duyệt. Hãy cấp tài khoản cho một thủ trưởng đơn vị ở “Đơn vị và nhân sự”.',
  'next.do': 'Giai đoạn thực hiện kéo dài đến {day}. Người phụ trách giải pháp được nhắc trước hạn: {who}.',
  'next.check': 'Người rà soát viết nhận xét đến hết {day}: {who}.',
  'next.act': 'Hạn quyết định là {day}. Người có thể quyết định: {who}.',
  'next.then': 'Sau đó',
  'next.then.do': 'Thực hiện: bắt đầu vào ngày phê duyệt và kéo dài {term}. Dự báo được khóa.',
  'next.then.check':
    'Kiểm tra: Kairyo so sánh trước và sau rồi báo cho người rà soát ({who}); họ có 10 ngày làm việc, trừ khi kế hoạch quy định khác.',
  'next.then.act':
    'Hành động: người có thẩm quyền quyết định và nêu lý do; 10 ngày làm việc, trừ khi kế hoạch quy định khác.',
  'next.tell': 'Mọi người được báo ở mục Tin nhắn và qua thư điện tử nếu đã cài đặt.',
  'next.nobody': 'chưa có ai',
  'next.invite': 'Cấp tài khoản cho một người',
};
