import type { visitorWords as en } from './en';

/** Lời cho người lạc đường, và lối đến tin nhắn, trợ giúp. */
export const visitorWords: Readonly<Record<keyof typeof en, string>> = {
  'again.title': 'Đăng nhập lại',
  'again.what': 'Phiên làm việc của {name} đã kết thúc. Những gì đang nhập vẫn còn nguyên: đăng nhập lại rồi làm tiếp.',
  'again.stillIn': 'Chưa đăng xuất được: máy chủ không trả lời. Hãy thử lại khi có kết nối.',
  'nav.messages': 'Tin nhắn',
  'nav.unread': 'Tin nhắn, {count} chưa đọc',
  'nav.help': 'Trợ giúp',
  'lost.title': 'Không có trang này',
  'lost.what': 'Địa chỉ {address} có thể đã cũ hoặc gõ nhầm. Không có gì bị mất.',
  'lost.ways': 'Đi tiếp',
  'lost.signIn': 'Đến trang đăng nhập',
  'lost.today': 'Về trang Hôm nay',
  'lost.thing': 'Không thể hiển thị nội dung này',
  'lost.thingWhy':
    'Nội dung không có (hoặc không còn), hoặc thuộc đơn vị mà bạn không được xem. Nếu ai đó gửi địa chỉ này cho bạn, hãy hỏi lại người đó hoặc quản trị viên.',
  'broken.title': 'Không hiển thị được trang này',
  'broken.renewed':
    'Có thể Kairyo vừa được nâng cấp trong lúc trang đang mở. Hãy tải lại; những gì bạn đã gõ vào kế hoạch vẫn được giữ trong trình duyệt này.',
  'broken.again': 'Tải lại trang',
  'signIn.first': 'Đây là lần khởi động đầu tiên',
  'signIn.first.token':
    "Hãy nhìn cửa sổ nơi Kairyo được khởi động: có một dòng ghi “Administrator's token” (mã của quản trị viên).",
  'signIn.first.paste':
    'Sao chép phần đứng sau dòng đó vào ô bên dưới. Mã này cho bạn đăng nhập với vai trò quản trị viên.',
  'signIn.first.then':
    'Sau đó có hướng dẫn đưa bạn đến chu kỳ đầu tiên. Ở đó bạn cũng đặt mật khẩu và cấp tài khoản cho người khác; trước lúc ấy không ai khác đăng nhập được.',
};
