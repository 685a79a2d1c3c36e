import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { Language } from '../../domain/shared/language';

const NOTO = dirname(require.resolve('@expo-google-fonts/noto-sans/package.json'));
const FONTS = {
  text: join(NOTO, '400Regular', 'NotoSans_400Regular.ttf'),
  bold: join(NOTO, '700Bold', 'NotoSans_700Bold.ttf'),
} as const;
/** Points (1/72 inch). */
export const MARGIN = 36;
const SIZES = { A3: { heading: 16, text: 13 }, A4: { heading: 12, text: 9.5 } } as const;
const A4_LONG = 842;
const GAP = 4;
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
  return doc.registerFont('text', FONTS.text).registerFont('bold', FONTS.bold);
}

/** Blocks under each other in a column; what does not fit goes on with the next page. */
export class Flow {
  private page = 0;
  private y: number;
  private readonly size: { readonly heading: number; readonly text: number };

  constructor(
    private readonly doc: Sheet,
    readonly x: number,
    readonly width: number,
    private readonly top: number,
  ) {
    this.y = top;
    this.size = doc.page.width > A4_LONG ? SIZES.A3 : SIZES.A4;
  }

  heading(text: string): void {
    this.room(4 * this.size.heading);
    this.y += 2 * GAP;
    this.doc.outline.addItem(text);
    this.write('H2', text, { font: 'bold', size: this.size.heading });
  }

  paragraph(text: string, font: 'text' | 'bold' = 'text'): void {
    this.write('P', text, { font, size: this.size.text });
  }

  /** Draws `height` points at the column's place. `says`: what a screen reader says instead. */
  figure(height: number, says: string, draw: (y: number) => void): void {
    this.room(height);
    const y = this.y;
    this.doc.addStructure(this.doc.struct('Figure', { alt: says }, () => draw(y)));
    this.y += height + GAP;
  }

  /** A row of cells, each in its share of the width. */
  row(cells: readonly string[], shares: readonly number[], font: 'text' | 'bold' = 'text'): void {
    this.doc.font(font).fontSize(this.size.text);
    const widths = cells.map((_, i) => (shares[i] ?? 0) * this.width - GAP);
    const height = Math.max(
      ...cells.map((cell, i) => this.doc.heightOfString(cell, { width: widths[i] ?? 0, ...WHOLE })),
    );
    this.room(height);
    let x = this.x;
    for (const [i, cell] of cells.entries()) {
      this.put('P', cell, { x, width: widths[i] ?? 0 });
      x += (shares[i] ?? 0) * this.width;
    }
    this.y += height + GAP;
  }

  private write(tag: string, text: string, { font, size }: { font: 'text' | 'bold'; size: number }): void {
    this.doc.font(font).fontSize(size);
    const height = this.doc.heightOfString(text, { width: this.width, ...WHOLE });
    this.room(height);
    this.doc.font(font).fontSize(size);
    this.put(tag, text, { x: this.x, width: this.width });
    this.y += height + GAP;
  }

  private put(tag: string, text: string, { x, width }: { x: number; width: number }): void {
    const { doc, y } = this;
    doc.addStructure(doc.struct(tag, {}, () => void doc.fillColor('#111').text(text, x, y, { width, ...WHOLE })));
  }

  private room(height: number): void {
    if (this.y + height > this.doc.page.height - MARGIN) {
      this.page += 1;
      this.y = MARGIN;
      if (this.page >= this.doc.bufferedPageRange().count) this.doc.addPage();
    }
    this.doc.switchToPage(this.page);
  }
}
