import type { PublicWord } from './en';

export const publicWords: Readonly<Record<PublicWord, string>> = {
  'pu.title': 'Kết quả hoạt động',
  'pu.lead': 'Những kết quả đơn vị quyết định công khai cho mọi người. Số liệu của kỳ gần nhất đã kết thúc.',
  'pu.none': 'Chưa có nội dung nào được công khai.',
  'pu.signIn': 'Đăng nhập',
  'pu.all': 'Tất cả bảng điểm công khai',
  'pu.openData': 'Dữ liệu mở',
  'pu.openDataWhat': 'Cùng các số liệu này dưới dạng tệp, được sử dụng tự do; ý nghĩa từng cột có trong lược đồ.',
  'pu.schema': 'Lược đồ',
  'pu.period': 'Kỳ: {period}',
  'pu.suppressed': 'không hiển thị: quá ít trường hợp',
  'pu.missing': 'chưa có số liệu',
  'pu.how': 'Cách đọc',
  'pu.howStatus':
    'Trạng thái cho biết con số đang ở đâu so với chỉ tiêu; tiến triển cho biết đang đi theo hướng nào. Cả hai đều có chữ và ký hiệu, không chỉ màu sắc.',
  'pu.reviews': 'Kết quả rà soát',
  'pu.reviewsWhat':
    'Nhận định của đơn vị khi cùng xem xét các số liệu này, đúng như tại thời điểm kết thúc mỗi lần rà soát.',
  'pu.publishedOn': 'Công bố ngày {day}',
  'pu.memo': 'Nhận định theo từng thước đo',
  'pu.decisions': 'Quyết định',
  'pu.decisionDue': 'hạn {day}',
  'pu.notThere': 'Không có bảng điểm công khai này.',
};
