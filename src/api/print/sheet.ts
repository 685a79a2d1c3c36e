import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { Language } from '../../domain/shared/language';
import type { Say } from './words';

const folderOf = (library: string): string => dirname(require.resolve(`@expo-google-fonts/${library}/package.json`));
const [NOTO, NOTO_JP] = [folderOf('noto-sans'), folderOf('noto-sans-jp')];
export const FONTS = {
  text: join(NOTO, '400Regular', 'NotoSans_400Regular.ttf'),
  bold: join(NOTO, '700Bold', 'NotoSans_700Bold.ttf'),
  'text-ja': join(NOTO_JP, '400Regular', 'NotoSansJP_400Regular.ttf'),
  'bold-ja': join(NOTO_JP, '700Bold', 'NotoSansJP_700Bold.ttf'),
} as const;
export type Weight = 'text' | 'bold';
/** Points (1/72 inch). */
export const MARGIN = 36;
const SMALL = 8;
/** Letters stay whole: taken apart (`ccmp`), "ị" would be copied and read out as "i" and a dot. */
export const WHOLE = { features: { ccmp: false } as unknown as PDFKit.Mixins.OpenTypeFeatures[] };

export type Sheet = PDFKit.PDFDocument;
type Paper = {
  readonly title: string;
  readonly language: Language;
  readonly size: 'A3' | 'A4';
  readonly wide: boolean;
};

/** An empty document with embedded letters, a title, a language and tags for screen readers. */
export function sheetOf({ title, language, size, wide }: Paper): Sheet {
  const doc = new PDFDocument({
    ...{ size, layout: wide ? 'landscape' : 'portrait', margin: 0, bufferPages: true, font: FONTS.text },
    ...{
      lang: language,
      tagged: true,
      displayTitle: true,
      pdfVersion: '1.7',
      info: { Title: title, Creator: 'Kairyo' },
    },
  });
  for (const [name, file] of Object.entries(FONTS)) doc.registerFont(name, file);
  return doc;
}

const JAPANESE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]/u;
/** Japanese letters have a font of their own, with Latin ones in it: the large one is embedded only where it is needed. */
export const fontFor = (text: string, weight: Weight): keyof typeof FONTS =>
  JAPANESE.test(text) ? `${weight}-ja` : weight;

/** Signs beside words that the Latin letters lack. */
const SIGNS = /([■□▲△○●◇✓←↑→↓↗↘≠≈]+)/u;
type Run = { readonly text: string; readonly font: keyof typeof FONTS };

/** A text in pieces of one font each. What no font has is printed as the sign closest to it. */
export function runsOf(written: string, weight: Weight): readonly Run[] {
  const text = written.replace(/✔/gu, '✓').replace(/[✖✕]/gu, '×');
  if (JAPANESE.test(text)) return [{ text, font: fontFor(text, weight) }];
  const pieces = text.split(SIGNS).filter((piece) => piece !== '');
  const runs = pieces.map((piece) => ({ text: piece, font: SIGNS.test(piece) ? (`${weight}-ja` as const) : weight }));
  return runs.length === 0 ? [{ text, font: weight }] : runs;
}

/** On every page: above whose it is, below when it was printed and which page of how many. No part of what is read. */
export function furnish(doc: Sheet, { office, printed }: { office: string; printed: string }, say: Say): void {
  const { count } = doc.bufferedPageRange();
  for (let i = 0; i < count; i += 1) {
    doc.switchToPage(i);
    const width = doc.page.width - 2 * MARGIN;
    const below = doc.page.height - MARGIN;
    const line = (text: string, y: number, side: 'left' | 'right') => {
      doc.font(fontFor(text, 'text')).fontSize(SMALL).fillColor('#444');
      const x = side === 'left' ? MARGIN : MARGIN + width - doc.widthOfString(text, WHOLE);
      doc.text(text, x, y, { lineBreak: false, ...WHOLE });
    };
    doc.markContent('Artifact', { type: 'Pagination' });
    line(office, MARGIN - SMALL, 'left');
    line(printed, below, 'left');
    line(say('page', { page: i + 1, of: count }), below, 'right');
    doc.endMarkedContent();
  }
}
