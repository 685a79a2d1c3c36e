/** A text as it is searched: without capitals and diacritics, so that “cap phep” finds “Cấp phép”. */
export const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
