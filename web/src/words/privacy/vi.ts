import type { privacyWords as en } from './en';

export const privacyWords: Readonly<Record<keyof typeof en, string>> = {
  title: 'Dữ liệu cá nhân',
  what: 'Kairyo lưu gì về con người, để làm gì và trong bao lâu. Dữ liệu quá hạn bị xoá hẳn mỗi ngày.',
  kind: 'Loại dữ liệu',
  purpose: 'Mục đích',
  months: 'Thời gian lưu (tháng)',
  assumed: 'giả định: cơ quan chưa quyết định',
  mine: 'Dữ liệu của tôi',
  mineWhat:
    'Tệp chứa mọi thứ được lưu về bạn, mỗi dòng một bản ghi. Trong đó không có mật khẩu và ghi chú được niêm phong.',
  fetch: 'Tải dữ liệu của tôi',
  fetching: 'Đang tập hợp tệp…',
  change: 'Thay đổi thời gian lưu',
  reason: 'Lý do, ví dụ số quyết định',
  save: 'Lưu',
  saved: 'Đã lưu. Dữ liệu quá hạn sẽ bị xoá trong vòng một ngày.',
  remove: 'Xoá một người',
  removeWhat:
    'Dành cho người đã nghỉ việc và hết thời hạn lưu. Tên, địa chỉ, tài khoản, thông báo và ghi chú riêng bị xoá; sự kiện và điểm số còn lại theo mã. Không thể hoàn tác.',
  person: 'Mã của người đó',
  ground: 'Căn cứ pháp lý',
  sure: 'Tôi biết việc này không thể hoàn tác',
  removeDo: 'Xoá hẳn',
  removed: 'Đã xoá «{person}»; {count} bản ghi đã bị xoá.',
};
